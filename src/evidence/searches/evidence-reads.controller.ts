import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadsEvidence } from '../../access/index.js';
import { Ask, type Asking } from '../../commands/index.js';
import { EvidenceReadsQuery } from './evidence-reads.dto.js';
import { EvidenceReadsSearch } from './evidence-reads.reads.js';
import { EvidenceReadPage } from './evidence-reads.views.js';

@ApiTags('audit')
@Controller('api/audit/reads')
export class EvidenceReadsController {
  constructor(private readonly search: EvidenceReadsSearch) {}

  /** Who audits or administers and was shown evidence, which, and when: for audit administrators, whose own looking is written down as well. */
  @Get()
  @ReadsEvidence('reads', 'query')
  list(@Ask() asking: Asking, @Query() query: EvidenceReadsQuery): Promise<EvidenceReadPage> {
    return this.search.page(asking.token, query);
  }
}
