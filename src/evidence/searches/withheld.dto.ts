import { IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { GROUND_CODES } from '../../profiles/index.js';
import { PageQuery } from '../../platform/paging.dto.js';
import { DecisionFilter } from './decisions.dto.js';

/** What keeps an item from being published of itself. A determination withholds without a ground: the secrecy administration has its own. */
export const WITHHOLDING = ['withhold', 'discloseOnApplication', 'rejectRisk', 'determine'] as const;

export class WithheldFilter extends PickType(DecisionFilter, ['from', 'to', 'organization', 'body'] as const) {
  @IsOptional() @IsIn(WITHHOLDING) kind?: (typeof WITHHOLDING)[number];
  /** `none`: those that a determination withholds. */
  @IsOptional() @IsIn([...GROUND_CODES, 'none']) ground?: string;
}

export class WithheldQuery extends IntersectionType(WithheldFilter, PageQuery) {}
