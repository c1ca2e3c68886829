import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsEvidence } from '../access/index.js';
import { Ask, commandOn, Corridor, idOrNone, refuse, type Asking, type Outcome } from '../commands/index.js';
import { versionETag } from '../platform/problems/index.js';
import { VersionAudit } from './audit.reads.js';
import { CheckDto, HistoryDto } from './catalogues.dto.js';
import { CheckReads } from './check.reads.js';
import { VersionEventDto } from './events.dto.js';
import { History } from './history.reads.js';
import { moveVersion } from './move-version.js';
import { inUtc } from './publish-at.js';
import { InstantDto } from './replay/instant.js';
import { VersionDiff } from './diff.reads.js';
import { VersionQueries } from './version.queries.js';
import { VersionReads } from './version.reads.js';
import { CheckView } from './views/check.views.js';
import { EventAnswer } from './views/offer.views.js';
import { AuditView, DiffView, HistoryPage } from './views/past.views.js';
import { VersionView } from './views/version.views.js';

/** Hands the log's position out as the ETag and in the body, and nothing else of the corridor's bookkeeping. */
export function answered(reply: FastifyReply, { answer }: Outcome): EventAnswer {
  void reply.header('etag', versionETag(Number(answer.etag)));
  return { ...(answer as unknown as EventAnswer), etag: versionETag(Number(answer.etag)) };
}

@ApiTags('versions')
@Controller('api/versions/:versionId')
export class VersionsController {
  constructor(
    private readonly corridor: Corridor,
    private readonly reads: VersionReads,
    private readonly queries: VersionQueries,
    private readonly history: History,
    private readonly differences: VersionDiff,
    private readonly verification: VersionAudit,
    private readonly checks: CheckReads,
  ) {}

  /** A version, what may happen to it next and why not, and how far it is. At a moment of the past nothing may happen. */
  @Get()
  @ReadsEvidence('replay', 'past')
  async one(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Query() { at }: InstantDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VersionView> {
    if (at !== undefined) return this.reads.past(asking.token, idOrNone(versionId), at);
    const version = await this.reads.one(asking.token, idOrNone(versionId), asking.language);
    void reply.header('etag', versionETag(version.seq));
    return version;
  }

  /** Acts on the version: submit, conclude, approve, publish, revise, take down… */
  @Post('events')
  @HttpCode(200)
  async act(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Body() event: VersionEventDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const command = moveVersion(commandOn(asking, versionId, { ifMatch: 'needed' }), inUtc(event), this.queries);
    return answered(reply, await this.corridor.run(commandOn(asking, versionId, { ifMatch: 'needed' }), command));
  }

  /** What happened to the version and its items, in the order of its chain. */
  @Get('history')
  past(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() page: HistoryDto): Promise<HistoryPage> {
    return this.history.page(asking.token, idOrNone(versionId), { ...page, after: page.after ?? 0, limit: page.limit ?? 100 });
  }

  /** Recomputes the chain, replays the events through the machines they name, and compares with what is stored. */
  @Get('audit')
  @ReadsEvidence('verification')
  audit(@Ask() asking: Asking, @Param('versionId') versionId: string): Promise<AuditView> {
    return this.verification.verify(asking.token, idOrNone(versionId));
  }

  /** Items that differ from another version of the catalogue, field by field. */
  @Get('diff')
  diff(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query('against') against?: string): Promise<DiffView> {
    if (typeof against !== 'string') throw refuse.malformed('against');
    return this.differences.between(asking.token, idOrNone(versionId), idOrNone(against));
  }

  /** Reads a content that somebody is typing: what is missing, what its time limit means, what to look at. Changes nothing. */
  @Post('checks')
  @HttpCode(200)
  check(@Ask() asking: Asking, @Param('versionId') versionId: string, @Body() { content }: CheckDto): Promise<CheckView> {
    return this.checks.of(asking.token, idOrNone(versionId), content, asking.language);
  }
}
