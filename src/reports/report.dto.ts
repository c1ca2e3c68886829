import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { RegionCode } from '../access/index.js';
import { Text } from '../catalogues/index.js';
import { PageQuery } from '../platform/paging.dto.js';
import { PURPOSES, type Purpose } from './period.js';

const STATES = ['drafting', 'overdue', 'submitted', 'received'] as const;
export const GROUPS = ['toWrite', 'toReceive', 'underWay', 'done'] as const;
export type Group = (typeof GROUPS)[number];

/** `2026-Q3`, or `2026`. */
const PeriodText = () => Matches(/^20[2-9]\d(-Q[1-4])?$/);
const SectionKey = () => Matches(/^[a-z]{1,40}$/);

/** A report that somebody wants to write: of a territory, or of a department (`annualDisclosure`). */
export class NewReportDto {
  @IsIn(PURPOSES) purpose: Purpose;
  @IsOptional() @RegionCode() regionCode?: string;
  @IsOptional() @IsUUID() organizationId?: string;
  @PeriodText() period: string;
}

export class ComposeDto {
  /** Sections whose words, although somebody wrote them, give way to what the numbers say. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @Matches(/^[a-z]{1,40}$/, { each: true }) replace?: string[];
}

export class SectionTextDto {
  @SectionKey() key: string;
  @Text(20_000) text: string;
}

/** Words of a report. Its numbers cannot be written. */
export class ReportEditDto {
  @IsOptional() @Text(200) @Length(1, 200) @Matches(/^\S(.*\S)?$/u) title?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => SectionTextDto) sections?: SectionTextDto[];
}

export class ReportsQuery extends PageQuery {
  /** Of this region and below. */
  @IsOptional() @RegionCode() region?: string;
  @IsOptional() @IsUUID() organization?: string;
  @IsOptional() @IsIn(PURPOSES) purpose?: Purpose;
  @IsOptional() @PeriodText() period?: string;
  @IsOptional() @IsIn(STATES) state?: (typeof STATES)[number];
  @IsOptional() @IsIn(GROUPS) group?: Group;
}
