import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ask, type Asking } from '../commands/index.js';
import { ObligationsQuery, ProgressQuery } from './progress.dto.js';
import { ProgressReads } from './progress.reads.js';
import { ObligationPage, ProgressView, TrendView } from './progress.views.js';

/** How far a territory is: for leading-group offices and auditors. */
@ApiTags('progress')
@Controller('api')
export class ProgressController {
  constructor(private readonly reads: ProgressReads) {}

  /** The roll-up of a region; each number leads to its list. */
  @Get('progress')
  rollUp(@Ask() asking: Asking, @Query() query: ProgressQuery): Promise<ProgressView> {
    return this.reads.rollUp(asking.token, query);
  }

  /** How it came to be so. */
  @Get('progress/trend')
  trend(@Ask() asking: Asking, @Query() query: ProgressQuery): Promise<TrendView> {
    return this.reads.trend(asking.token, query);
  }

  /** What each body owes, by region and name: the list behind every number. */
  @Get('obligations')
  list(@Ask() asking: Asking, @Query() query: ObligationsQuery): Promise<ObligationPage> {
    return this.reads.list(asking.token, query);
  }
}
