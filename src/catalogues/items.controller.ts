import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsEvidence } from '../access/index.js';
import { Ask, commandOn, Corridor, idOrNone, refuse, type Asking } from '../commands/index.js';
import { arrangeItem, type Arrangement } from './arrange-item.js';
import { ArrangeItemDto, CreateItemDto, DismissHintDto, EditItemDto, ItemListDto, RemoveItemDto } from './catalogues.dto.js';
import { newContentOf, patchOf } from './content-patch.js';
import { decideItem } from './decide-item.js';
import { dismissHint } from './dismiss-hint.js';
import { createItem, editItem, removeItem } from './edit-item.js';
import { ItemEventDto } from './events.dto.js';
import { ItemQueries } from './item.queries.js';
import { ItemReads } from './item.reads.js';
import { proposalOf } from './proposal.js';
import { InstantDto } from './replay/instant.js';
import { PastItemReads } from './replay/past-items.reads.js';
import { SimilarReads } from './similar.reads.js';
import { answered } from './versions.controller.js';
import { SimilarItems } from './views/check.views.js';
import { ItemPage, ItemView } from './views/item.views.js';
import { EventAnswer } from './views/offer.views.js';

@ApiTags('items')
@Controller('api/versions/:versionId/items')
export class ItemsController {
  constructor(
    private readonly corridor: Corridor,
    private readonly reads: ItemReads,
    private readonly queries: ItemQueries,
    private readonly alike: SimilarReads,
    private readonly past: PastItemReads,
  ) {}

  /** The items of a version in their order, now or at a moment of its log; texts that the reader may not see are left out. */
  @Get()
  @ReadsEvidence('replay', 'past')
  list(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() { at, ...filter }: ItemListDto): Promise<ItemPage> {
    const wanted = { ...filter, limit: filter.limit ?? 100 };
    if (at === undefined) return this.reads.list(asking.token, idOrNone(versionId), wanted);
    if (filter.q !== undefined) throw refuse.malformed('q');
    return this.past.list(asking.token, idOrNone(versionId), { ...wanted, at });
  }

  /** One item with its text, what may happen to it, hints, decisions and the texts before it. At a moment of the past nothing may happen, and nothing is before it. */
  @Get(':itemId')
  @ReadsEvidence('replay', 'past')
  one(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Param('itemId') itemId: string,
    @Query() { at }: InstantDto,
  ): Promise<ItemView> {
    if (at === undefined) return this.reads.one(asking.token, idOrNone(versionId), idOrNone(itemId), asking.language);
    return this.past.one(asking.token, idOrNone(versionId), idOrNone(itemId), at, asking.language);
  }

  /** Items of the same version that say nearly the same, with where they differ; the nearest first. */
  @Get(':itemId/similar')
  similar(@Ask() asking: Asking, @Param('versionId') versionId: string, @Param('itemId') itemId: string): Promise<SimilarItems> {
    return this.alike.of(asking.token, idOrNone(versionId), idOrNone(itemId));
  }

  /** A new row in a draft. */
  @Post()
  async create(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Body() body: CreateItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const request = commandOn(asking, versionId);
    return answered(
      reply,
      await this.corridor.run(request, createItem(request, newContentOf(body.content), arrangementOf(body), this.queries)),
    );
  }

  /** Moves a row of a draft behind another one, or gives it another number. The order is not text: nothing is voided. */
  @Put(':itemId/position')
  async arrange(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Param('itemId') itemId: string,
    @Body() body: ArrangeItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const arrangement = arrangementOf(body);
    if (Object.keys(arrangement).length === 0) throw refuse.malformed('after');
    const request = commandOn(asking, versionId, { itemId });
    return answered(reply, await this.corridor.run(request, arrangeItem(request, arrangement, this.queries)));
  }

  /** Changes fields of an item: any item of a draft, and a returned one under review. */
  @Patch(':itemId')
  async edit(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Param('itemId') itemId: string,
    @Body() body: EditItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const request = commandOn(asking, versionId, { itemId, contentHash: body.contentHash });
    return answered(reply, await this.corridor.run(request, editItem(request, patchOf(body.content), this.queries)));
  }

  /** Removes an item from a draft; one that was public becomes a removal to be reviewed. */
  @Delete(':itemId')
  async remove(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Param('itemId') itemId: string,
    @Body() body: RemoveItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const { contentHash, reason, receivingBody, legalCitation } = body;
    const request = commandOn(asking, versionId, { itemId, contentHash });
    const removal = { reason: reason ?? '', ...(receivingBody && { receivingBody }), ...(legalCitation && { legalCitation }) };
    return answered(reply, await this.corridor.run(request, removeItem(request, removal, this.queries)));
  }

  /** Acts on one item, for exactly the text whose hash is sent. There is no way to act on many (一事一审). */
  @Post(':itemId/events')
  @HttpCode(200)
  async act(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Param('itemId') itemId: string,
    @Body() body: ItemEventDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const { contentHash, proposal, ...event } = body;
    if (proposal && event.type !== 'requireRedaction') throw refuse.malformed('proposal');
    const decision = { ...event, ...(proposal && { proposal: proposalOf(proposal) }) };
    const request = commandOn(asking, versionId, { itemId, contentHash });
    return answered(reply, await this.corridor.run(request, decideItem(request, decision, this.queries)));
  }

  /** Says, with a reason, why a hint on this very text does not matter. */
  @Post(':itemId/hints/:hintId/dismissal')
  @HttpCode(200)
  async dismiss(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Param('itemId') itemId: string,
    @Param('hintId') hintId: string,
    @Body() body: DismissHintDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    if (!body.reason?.trim()) throw refuse.malformed('reason');
    const request = commandOn(asking, versionId, { itemId });
    return answered(reply, await this.corridor.run(request, dismissHint(request, hintId, body.reason, this.queries)));
  }
}

function arrangementOf({ after, number }: ArrangeItemDto): Arrangement {
  return { ...(after !== undefined && { after: after?.toLowerCase() ?? null }), ...(typeof number === 'string' && { number }) };
}
