import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/paging.dto.js';
import { PeriodQuery } from '../period.dto.js';
import { KINDS, type DecisionKind } from '../decision-kinds.js';

export const STANDINGS = ['standing', 'voided'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Which decisions: of a period, both days included. */
export class DecisionFilter extends PeriodQuery {
  /** Who decided, or on whose behalf. */
  @IsOptional() @IsUUID() person?: string;
  /** The same by part of the name. */
  @IsOptional() @IsString() @MaxLength(100) who?: string;
  @IsOptional() @IsUUID() organization?: string;
  /** The same by part of the name. */
  @IsOptional() @IsString() @MaxLength(100) body?: string;
  @IsOptional() @IsIn(KINDS) kind?: DecisionKind;
  /** The state to which it led. */
  @IsOptional() @Matches(/^[a-z][A-Za-z]{1,40}$/) outcome?: string;
  @IsOptional() @IsIn(STANDINGS) standing?: Standing;
}

export class DecisionsQuery extends IntersectionType(DecisionFilter, PageQuery) {}
