import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { RegionCode } from '../access/index.js';
import { Text, Texts } from '../catalogues/index.js';
import { IsDay } from '../matters/index.js';
import { ORGANIZATION_KINDS, type OrganizationKind } from '../organizations/index.js';
import { PageQuery } from '../platform/paging.dto.js';

/** Levels at which bodies hang (domain.md §6). */
export const LEVELS = ['autonomousRegion', 'province', 'leagueCity', 'prefectureCity', 'bannerCounty', 'township', 'village'] as const;
export const PURPOSES = ['publishCatalogue', 'suggestUpdate'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Bodies of some levels and kinds, and by when: a day, or so many working days from today. */
export class TaskGroupDto {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(LEVELS, { each: true }) levels: (typeof LEVELS)[number][];
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(ORGANIZATION_KINDS, { each: true }) kinds: OrganizationKind[];
  @IsOptional() @IsDay() dueOn?: string;
  @IsOptional() @IsInt() @Min(1) @Max(500) workingDays?: number;
}

/** What a task says and whom it addresses. */
export class TaskScopeDto {
  /** The territory whose office issues it; the bodies lie in it or below. */
  @RegionCode() regionCode: string;
  @IsIn(PURPOSES) purpose: Purpose;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => TaskGroupDto) groups: TaskGroupDto[];
  /** Bodies that it leaves out. */
  @IsOptional() @IsArray() @ArrayMaxSize(5000) @IsUUID('all', { each: true }) except?: string[];
}

export class NewTaskDto extends TaskScopeDto {
  /** 文号 of the notice. */
  @Text(100) number: string;
  @Text(200) @Length(1, 200) @Matches(/^\S(.*\S)?$/u) title: string;
  @Text(20_000) @Length(1, 20_000) text: string;
  @IsOptional() @Texts(100, 1000) requirements?: string[];
  /** Publications from this day on fulfil it; today when absent. */
  @IsOptional() @IsDay() since?: string;
}

export class TasksQuery extends PageQuery {
  @IsOptional() @RegionCode() region?: string;
}
