import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsEvidence } from '../access/index.js';
import { answered, AuditView, EventAnswer } from '../catalogues/index.js';
import { Ask, idOrNone, MatterCorridor, type Asking } from '../commands/index.js';
import { versionETag } from '../platform/problems/index.js';
import { MatterAudit } from './matter.audit.js';
import { MatterReads } from './matter.reads.js';
import { MatterHistoryPage, MatterView } from './matter.views.js';
import { MatterEventDto, MatterHistoryQuery } from './matters.dto.js';
import { moveMatter } from './move-matter.js';
import { stepOn } from './requests.js';
import { MatterSurroundings } from './surroundings.js';

/** Tasks, obligations, rectifications and reports, one at a time: their rooms make and list them. */
@ApiTags('matters')
@Controller('api/matters/:matterId')
export class MattersController {
  constructor(
    private readonly corridor: MatterCorridor,
    private readonly reads: MatterReads,
    private readonly around: MatterSurroundings,
    private readonly verification: MatterAudit,
  ) {}

  /** A matter, what may happen to it next and why not, and how its deadline stands. */
  @Get()
  async one(
    @Ask() asking: Asking,
    @Param('matterId') matterId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterView> {
    const matter = await this.reads.one(asking.token, idOrNone(matterId), asking.language);
    void reply.header('etag', versionETag(matter.seq));
    return matter;
  }

  /** Acts on the matter: extend, exempt, record as done outside, answer, accept, submit, receive… */
  @Post('events')
  @HttpCode(200)
  async act(
    @Ask() asking: Asking,
    @Param('matterId') matterId: string,
    @Body() event: MatterEventDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const request = stepOn(asking, matterId);
    return answered(reply, await this.corridor.run(request, moveMatter(request, event, this.around)));
  }

  /** What happened to it, in the order of its chain. */
  @Get('history')
  @ReadsEvidence('history')
  history(
    @Ask() asking: Asking,
    @Param('matterId') matterId: string,
    @Query() { after = 0, limit = 100 }: MatterHistoryQuery,
  ): Promise<MatterHistoryPage> {
    return this.reads.history(asking.token, idOrNone(matterId), after, limit);
  }

  /** Recomputes the chain, replays the events through the machines they name, and compares with what is stored. */
  @Get('audit')
  @ReadsEvidence('verification')
  audit(@Ask() asking: Asking, @Param('matterId') matterId: string): Promise<AuditView> {
    return this.verification.verify(asking.token, idOrNone(matterId));
  }
}
