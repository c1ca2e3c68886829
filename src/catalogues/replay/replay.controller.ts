import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadsEvidence } from '../../access/index.js';
import { Ask, idOrNone, refuse, type Asking } from '../../commands/index.js';
import { InstantDto } from './instant.js';
import { PastPublicReads } from './past-public.reads.js';
import { PublicThenView } from './public.views.js';
import { ReplayDiffReads } from './replay-diff.reads.js';
import { ReplayDiffView } from './replay-diff.views.js';
import { ReplayDiffDto, ReplayDto, RequirementsThenDto, TicksDto } from './replay.dto.js';
import { ReplayReads } from './replay.reads.js';
import { ReplayKindsView, ReplayView, TickPage } from './replay.views.js';
import { RequirementsThenReads } from './requirements-then.reads.js';
import { RequirementsThenView } from './requirements.views.js';
import { TickReads } from './ticks.reads.js';

@ApiTags('replay')
@Controller('api/versions/:versionId/replay')
export class ReplayController {
  constructor(
    private readonly replays: ReplayReads,
    private readonly ticks: TickReads,
    private readonly differences: ReplayDiffReads,
    private readonly publics: PastPublicReads,
    private readonly requirements: RequirementsThenReads,
  ) {}

  /** The version as it stood after an event or at a time: its state, who held it, and its rows with their texts and decisions, told by the log. */
  @Get()
  @ReadsEvidence('replay')
  of(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() wanted: ReplayDto): Promise<ReplayView> {
    return this.replays.of(asking.token, idOrNone(versionId), wanted, asking.language);
  }

  /** The events without their words, for a slider and for jumping to the next of a kind, of a person or of an item. */
  @Get('ticks')
  @ReadsEvidence('replay')
  events(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() wanted: TicksDto): Promise<TickPage> {
    return this.ticks.page(asking.token, idOrNone(versionId), wanted);
  }

  /** What changed between two moments: rows that came, went, moved, changed their text or their state. */
  @Get('diff')
  @ReadsEvidence('replay')
  diff(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() wanted: ReplayDiffDto): Promise<ReplayDiffView> {
    if (wanted.from === undefined) throw refuse.malformed('from');
    return this.differences.between(asking.token, idOrNone(versionId), wanted);
  }

  /** What a citizen was shown of the version then: the public columns of the texts that were signed, without what a bar had hidden. */
  @Get('public')
  @ReadsEvidence('replay')
  open(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() { at }: InstantDto): Promise<PublicThenView> {
    return this.publics.of(asking.token, idOrNone(versionId), at);
  }

  /** Which kinds of events there are, and whose, with their numbers. */
  @Get('kinds')
  @ReadsEvidence('replay')
  kinds(@Ask() asking: Asking, @Param('versionId') versionId: string): Promise<ReplayKindsView> {
    return this.ticks.kinds(asking.token, idOrNone(versionId));
  }

  /** What the next events of the version, or of one item, still wanted then: judged by the machine of then on the facts of then. */
  @Get('requirements')
  @ReadsEvidence('replay')
  wanted(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Query() wanted: RequirementsThenDto,
  ): Promise<RequirementsThenView> {
    return this.requirements.of(asking.token, idOrNone(versionId), wanted, asking.language);
  }
}
