import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadsEvidence } from '../../access/index.js';
import { Ask, type Asking } from '../../commands/index.js';
import { DecisionFilter, DecisionsQuery } from './decisions.dto.js';
import { DecisionReads } from './decisions.reads.js';
import { DecisionCountsView, DecisionRowPage } from './decisions.views.js';
import { PacedQuery, PaceFilter } from './pace.dto.js';
import { PaceReads } from './pace.reads.js';
import { PacedRowPage, PaceReportView } from './pace.views.js';
import { RatioBodiesQuery, RatioItemsQuery } from './ratio.dto.js';
import { RatioReads } from './ratio.reads.js';
import { BodyRatioPage, ConcludedItemPage, RatioView } from './ratio.views.js';
import { WithheldFilter, WithheldQuery } from './withheld.dto.js';
import { WithheldReads } from './withheld.reads.js';
import { WithheldCountsView } from './withheld.views.js';

/** What auditors ask of all logs over which they are auditor. Each number leads to its list. */
@ApiTags('audit')
@Controller('api/audit')
export class SearchesController {
  constructor(
    private readonly decided: DecisionReads,
    private readonly withheld: WithheldReads,
    private readonly ratio: RatioReads,
    private readonly pace: PaceReads,
  ) {}

  /** Who decided what, on whose behalf, in which role, and what became of it: the latest first. */
  @Get('decisions')
  @ReadsEvidence('search', 'query')
  decisions(@Ask() asking: Asking, @Query() query: DecisionsQuery): Promise<DecisionRowPage> {
    return this.decided.page(asking.token, query, asking.language);
  }

  /** How many of each kind, and how many of them stand no more. */
  @Get('decisions/counts')
  @ReadsEvidence('search', 'query')
  decisionCounts(@Ask() asking: Asking, @Query() filter: DecisionFilter): Promise<DecisionCountsView> {
    return this.decided.counts(asking.token, filter);
  }

  /** Items that are withheld or given on application only, each by the last decision of the period that says so and stands. */
  @Get('withheld')
  @ReadsEvidence('search', 'query')
  withheldItems(@Ask() asking: Asking, @Query() query: WithheldQuery): Promise<DecisionRowPage> {
    return this.withheld.page(asking.token, query, asking.language);
  }

  /** The same by legal ground. */
  @Get('withheld/counts')
  @ReadsEvidence('search', 'query')
  withheldCounts(@Ask() asking: Asking, @Query() filter: WithheldFilter): Promise<WithheldCountsView> {
    return this.withheld.counts(asking.token, filter, asking.language);
  }

  /** How much of what was concluded is not public, year by year. */
  @Get('ratio')
  @ReadsEvidence('search', 'query')
  years(@Ask() asking: Asking): Promise<RatioView> {
    return this.ratio.years(asking.token);
  }

  /** The same of each body in a year, with the year before. */
  @Get('ratio/bodies')
  @ReadsEvidence('search', 'query')
  bodies(@Ask() asking: Asking, @Query() query: RatioBodiesQuery): Promise<BodyRatioPage> {
    return this.ratio.bodies(asking.token, query);
  }

  /** The items that were concluded in the versions in force when a year ended. */
  @Get('ratio/items')
  @ReadsEvidence('search', 'query')
  concluded(@Ask() asking: Asking, @Query() query: RatioItemsQuery): Promise<ConcludedItemPage> {
    return this.ratio.items(asking.token, query);
  }

  /** How long decisions took, by person and role, in the order of names: facts, by which nobody is scored, ranked or marked. */
  @Get('pace')
  @ReadsEvidence('search', 'query')
  report(@Ask() asking: Asking, @Query() filter: PaceFilter): Promise<PaceReportView> {
    return this.pace.report(asking.token, filter);
  }

  /** The decisions that the report counts, with how long each took. */
  @Get('pace/decisions')
  @ReadsEvidence('search', 'query')
  paced(@Ask() asking: Asking, @Query() query: PacedQuery): Promise<PacedRowPage> {
    return this.pace.page(asking.token, query, asking.language);
  }
}
