import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Ask, type Asking } from '../commands/index.js';
import { MEDIA_TYPES, sendAttachment } from '../exports/index.js';
import { ProgressExport } from './export/progress.export.js';
import { ObligationsQuery, ProgressExportQuery, ProgressQuery } from './progress.dto.js';
import { ProgressReads } from './progress.reads.js';
import { ObligationPage, ProgressView, TrendView } from './progress.views.js';

/** How far a territory is: for leading-group offices and auditors. */
@ApiTags('progress')
@Controller('api')
export class ProgressController {
  constructor(
    private readonly reads: ProgressReads,
    private readonly exports: ProgressExport,
  ) {}

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

  /** The board's table as a workbook, and on its second sheet the bodies that the filters leave. */
  @Get('progress/export')
  @ApiProduces(MEDIA_TYPES.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Ask() asking: Asking, @Query() query: ProgressExportQuery, @Res() reply: FastifyReply) {
    return sendAttachment(reply, await this.exports.workbook(asking.token, query));
  }

  /** What each body owes, by region and name: the list behind every number. */
  @Get('obligations')
  list(@Ask() asking: Asking, @Query() query: ObligationsQuery): Promise<ObligationPage> {
    return this.reads.list(asking.token, query);
  }
}
