import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answered } from '../catalogues/index.js';
import { Ask, idOrNone, MatterCorridor, type Asking } from '../commands/index.js';
import { MEDIA_TYPES, sendAttachment } from '../exports/index.js';
import { beginningAt, MatterSurroundings } from '../matters/index.js';
import { Addressees } from './addressees.js';
import { issueRectification } from './issue-rectification.js';
import { Papers } from './papers/papers.js';
import { RectificationReads } from './rectification.reads.js';
import { AddresseeQuery, NewRectificationDto, RectificationsQuery } from './urging.dto.js';
import { AddresseeView, RectificationIssued, RectificationPage } from './urging.views.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Urging (督办): notices to bodies that are to be answered by a day. Steps on one go through /api/matters. */
@ApiTags('urging')
@Controller('api/rectifications')
export class UrgingController {
  constructor(
    private readonly corridor: MatterCorridor,
    private readonly reads: RectificationReads,
    private readonly addressees: Addressees,
    private readonly papers: Papers,
    private readonly around: MatterSurroundings,
  ) {}

  /** Notices of my territory, and those to my body; my turn first. */
  @Get()
  page(@Ask() asking: Asking, @Query() query: RectificationsQuery): Promise<RectificationPage> {
    return this.reads.page(asking.token, query);
  }

  /** A body to which I may send a notice, and in whose name. 404 for any other. */
  @Get('addressee')
  addressee(@Ask() asking: Asking, @Query() { organization, obligation }: AddresseeQuery): Promise<AddresseeView> {
    return this.addressees.one(asking.token, organization, obligation);
  }

  /** Sends a notice to a body. Leading-group office of a territory that covers it. */
  @Post()
  async issue(
    @Ask() asking: Asking,
    @Body() notice: NewRectificationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RectificationIssued> {
    const at = await this.addressees.placeOf(asking.token, notice.organizationId);
    const request = beginningAt(asking, at);
    const command = issueRectification(request, at, notice, {
      calendar: () => this.around.calendar(),
      owes: async (obligationId) => (await this.addressees.obligation(notice.organizationId, obligationId)) !== null,
    });
    return answered(reply, await this.corridor.run(request, command)) as unknown as RectificationIssued;
  }

  /** The notice as a letter, as it was sent (docx). */
  @Get(':rectificationId/notice')
  @ApiProduces(MEDIA_TYPES.docx)
  @ApiOkResponse(BINARY)
  async notice(@Ask() asking: Asking, @Param('rectificationId') id: string, @Res() reply: FastifyReply) {
    return sendAttachment(reply, await this.papers.notice(asking.token, idOrNone(id)));
  }

  /** What was demanded, every step, the answer and what the office says to it (docx). */
  @Get(':rectificationId/record')
  @ApiProduces(MEDIA_TYPES.docx)
  @ApiOkResponse(BINARY)
  async record(@Ask() asking: Asking, @Param('rectificationId') id: string, @Res() reply: FastifyReply) {
    return sendAttachment(reply, await this.papers.record(asking.token, idOrNone(id)));
  }
}
