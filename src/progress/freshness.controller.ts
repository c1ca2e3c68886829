import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ask, type Asking } from '../commands/index.js';
import { FreshCataloguesQuery, FreshnessQuery } from './freshness.dto.js';
import { FreshnessReads } from './freshness.reads.js';
import { FreshCataloguePage, FreshnessView } from './freshness.views.js';

/** How fresh published catalogues are: for leading-group offices and auditors. */
@ApiTags('progress')
@Controller('api/progress/freshness')
export class FreshnessController {
  constructor(private readonly reads: FreshnessReads) {}

  /** How many catalogues of a region were confirmed or revised how long ago; each number leads to its list. */
  @Get()
  rollUp(@Ask() asking: Asking, @Query() query: FreshnessQuery): Promise<FreshnessView> {
    return this.reads.rollUp(asking.token, query);
  }

  /** The catalogues that a number counts, the stalest first. */
  @Get('catalogues')
  catalogues(@Ask() asking: Asking, @Query() query: FreshCataloguesQuery): Promise<FreshCataloguePage> {
    return this.reads.catalogues(asking.token, query);
  }
}
