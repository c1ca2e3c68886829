import { IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { EVIDENCE, type Evidence } from '../../access/index.js';
import { PageQuery } from '../../platform/paging.dto.js';
import { DecisionFilter } from './decisions.dto.js';

class EvidenceReadFilter extends PickType(DecisionFilter, ['from', 'to', 'person', 'who'] as const) {
  @IsOptional() @IsIn(EVIDENCE) what?: Evidence;
}

export class EvidenceReadsQuery extends IntersectionType(EvidenceReadFilter, PageQuery) {}
