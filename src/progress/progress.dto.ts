import { Transform } from 'class-transformer';
import { IntersectionType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { OptionalMoment, RegionCode } from '../access/index.js';
import { PageQuery } from '../platform/paging.dto.js';

export const STAGES = [
  'notStarted',
  'draft',
  'confidentialityReview',
  'riskAssessment',
  'departmentApproval',
  'scheduled',
  'fulfilled',
  'doneOutside',
  'exempted',
] as const;
export type Stage = (typeof STAGES)[number];

export const TIMINGS = ['open', 'done', 'onTime', 'late', 'overdue', 'dueSoon'] as const;
export type Timing = (typeof TIMINGS)[number];

/** Which part of the territory, under which task, at which moment. */
export class ProgressQuery {
  /** My own territory without it. */
  @IsOptional() @RegionCode() region?: string;
  @IsOptional() @IsUUID() task?: string;
  /** A moment of the past; now without it. */
  @OptionalMoment() at?: string;
}

/** Which of the bodies there. */
export class ProgressExportQuery extends ProgressQuery {
  /** The bodies of the region itself, not those below it. */
  @IsOptional() @Transform(({ value }) => (value === 'true' ? true : value)) @IsBoolean() own?: boolean;
  @IsOptional() @IsIn(STAGES) stage?: Stage;
  @IsOptional() @IsIn(TIMINGS) timing?: Timing;
  /** Part of the body's name. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}

export class ObligationsQuery extends IntersectionType(ProgressExportQuery, PageQuery) {}
