import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PeriodQuery } from './period.dto.js';

export class AuditPackageQuery {
  /** `none`: hashes only, for an auditor from outside. */
  @IsOptional() @IsIn(['none']) content?: 'none';
  /** The size of a checkpoint that I keep: a proof for it comes along. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) checkpoint?: number;
}

export class PeriodPackageQuery extends IntersectionType(AuditPackageQuery, PeriodQuery) {}

export class ConsistencyQuery {
  /** The size of the earlier tree. */
  @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) first: number;
  /** The size of the later one. */
  @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) second: number;
}
