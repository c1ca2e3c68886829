import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answered } from '../catalogues/index.js';
import { Ask, idOrNone, PurgeCorridor, type Asking, type PurgeRequest } from '../commands/index.js';
import { NewPurgeDto, PurgeEventDto, PurgesQuery, PurgeTextsQuery } from './purge.dto.js';
import { PurgeReads } from './purge.reads.js';
import { PurgeableTexts, PurgePage, PurgeStepAnswer, PurgeView } from './purge.views.js';

/** What must go by law goes by two hands: the audit administrator proposes, another one or the security administrator confirms. */
@ApiTags('purges')
@Controller('api/purges')
export class PurgeController {
  constructor(
    private readonly corridor: PurgeCorridor,
    private readonly reads: PurgeReads,
  ) {}

  /** Purges, the newest first. Audit and security administrator. */
  @Get()
  page(@Ask() asking: Asking, @Query() query: PurgesQuery): Promise<PurgePage> {
    return this.reads.page(asking.token, query);
  }

  /** The texts and words that a version's log names, without what they say. */
  @Get('texts')
  texts(@Ask() asking: Asking, @Query() query: PurgeTextsQuery): Promise<PurgeableTexts> {
    return this.reads.texts(asking.token, query);
  }

  /** Proposes to purge a text. Audit administrator. */
  @Post()
  async propose(
    @Ask() asking: Asking,
    @Body() { versionId, contentHash, ground, legalBasis, reason }: NewPurgeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PurgeStepAnswer> {
    const request: PurgeRequest = { ...asking, at: { versionId, contentHash } };
    const outcome = await this.corridor.run(request, { type: 'purge.proposed', ground, legalBasis, reason });
    return answered(reply, outcome) as unknown as PurgeStepAnswer;
  }

  /** A purge, what may happen to it next and why not, and everywhere that its text stands. */
  @Get(':purgeId')
  one(@Ask() asking: Asking, @Param('purgeId') id: string): Promise<PurgeView> {
    return this.reads.one(asking.token, idOrNone(id), asking.language);
  }

  /** Confirms it, by another hand and naming the hash, or takes it back. */
  @Post(':purgeId/events')
  @HttpCode(200)
  async act(
    @Ask() asking: Asking,
    @Param('purgeId') id: string,
    @Body() { type, contentHash, reason }: PurgeEventDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PurgeStepAnswer> {
    const request: PurgeRequest = { ...asking, at: idOrNone(id), ...(type === 'purge.done' && { contentHash: contentHash ?? null }) };
    return answered(reply, await this.corridor.run(request, { type, reason })) as unknown as PurgeStepAnswer;
  }
}
