import { IntersectionType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ROLE_NAMES, type RoleName } from '../../access/index.js';
import { PageQuery } from '../../platform/paging.dto.js';
import { DecisionFilter } from './decisions.dto.js';

export class PaceFilter extends PickType(DecisionFilter, ['from', 'to', 'who', 'body'] as const) {
  /** Seconds: how many decisions took no longer is told, 5 where nobody says; a list has only those. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(3600) within?: number;
}

export class PacedQuery extends IntersectionType(PaceFilter, PageQuery) {
  @IsOptional() @IsUUID() person?: string;
  @IsOptional() @IsIn(ROLE_NAMES) role?: RoleName;
}
