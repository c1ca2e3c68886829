import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ask, idOrNone, type Asking } from '../../commands/index.js';
import { ReplayDto, TicksDto } from './replay.dto.js';
import { ReplayReads } from './replay.reads.js';
import { ReplayView, TickPage } from './replay.views.js';
import { TickReads } from './ticks.reads.js';

@ApiTags('replay')
@Controller('api/versions/:versionId/replay')
export class ReplayController {
  constructor(
    private readonly replays: ReplayReads,
    private readonly ticks: TickReads,
  ) {}

  /** The version as it stood after an event or at a time: its state, who held it, and its rows with their texts and decisions, told by the log. */
  @Get()
  of(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() wanted: ReplayDto): Promise<ReplayView> {
    return this.replays.of(asking.token, idOrNone(versionId), wanted, asking.language);
  }

  /** The events without their words, for a slider and for jumping to the next of a kind, of a person or of an item. */
  @Get('ticks')
  events(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() wanted: TicksDto): Promise<TickPage> {
    return this.ticks.page(asking.token, idOrNone(versionId), wanted);
  }
}
