import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../platform/problems/index.js';
import { CataloguePages } from './catalogue-pages.js';
import { deliver, REVALIDATE } from './http/answer.js';
import { cursorOf, questionOf, readerOf, wantsJson } from './http/reader.js';
import { ListPages } from './list-pages.js';
import { PortalFilter } from './portal.filter.js';
import { Renderer } from './renderer.js';
import { SearchPages } from './search-pages.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REGION = /^\d{6}(\d{3}){0,2}$/;
const A_YEAR = 'public, max-age=31536000, immutable';

/** What everybody may read, without signing in: HTML, and JSON by `Accept` or an address that ends in `.json`. */
@ApiTags('portal')
@ApiProduces('text/html', 'application/json')
@Controller()
@UseFilters(PortalFilter)
export class PortalController {
  constructor(
    private readonly catalogues: CataloguePages,
    private readonly lists: ListPages,
    private readonly searches: SearchPages,
    private readonly renderer: Renderer,
  ) {}

  /** All catalogues that are published or were taken down, by region; `q` looks in title, body and region. */
  @Get(['open', 'open.json'])
  @ApiQuery({ name: 'q', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  async all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wanted = { question: questionOf(request), cursor: cursorOf(request) };
    deliver(request, reply, await this.lists.all(wanted, wantsJson(request) ? 'json' : readerOf(request)));
  }

  /** The stylesheet of every page; its address carries its hash. */
  @Get('open/portal.css')
  @ApiExcludeEndpoint()
  stylesheet(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const exact = (request.query as { v?: unknown }).v === this.renderer.stylesheetVersion;
    deliver(request, reply, this.renderer.stylesheet, exact ? A_YEAR : REVALIDATE);
  }

  /** The catalogues of a region and of those below it. */
  @Get('open/regions/:code')
  @ApiParam({ name: 'code' })
  @ApiQuery({ name: 'cursor', required: false })
  async region(@Param('code') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const code = given.replace(/\.json$/, '');
    if (!REGION.test(code)) throw new ProblemError({ status: 404, code: 'region.nothingPublished' });
    deliver(request, reply, await this.lists.region(code, cursorOf(request), wantsJson(request) ? 'json' : readerOf(request)));
  }

  /** One catalogue as it is in force now. JSON is exactly what was stored when it was published, less what was barred since. */
  @Get('open/catalogues/:id')
  @ApiParam({ name: 'id' })
  async catalogue(@Param('id') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = given.replace(/\.json$/, '');
    if (!UUID.test(id)) throw new ProblemError({ status: 404, code: 'catalogue.notPublished' });
    deliver(request, reply, await this.catalogues.current(id.toLowerCase(), wantsJson(request) ? 'json' : readerOf(request)));
  }

  /** What proves that this version was published, and what it said: whoever keeps it can have it verified without us (docs/verification.md). */
  @Get(['open/catalogues/:id/receipt', 'open/catalogues/:id/receipt.json'])
  @ApiParam({ name: 'id' })
  @ApiProduces('application/json')
  async receipt(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!UUID.test(id)) throw new ProblemError({ status: 404, code: 'catalogue.notPublished' });
    deliver(request, reply, await this.catalogues.receipt(id.toLowerCase()));
  }

  /** Items of all published catalogues that contain every word of `q`; 100 at most. */
  @Get(['open/search', 'open/search.json'])
  @ApiQuery({ name: 'q', required: false })
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    deliver(request, reply, await this.searches.items(questionOf(request), wantsJson(request) ? 'json' : readerOf(request)));
  }

  /** Whatever else is asked for here does not exist, in words. */
  @Get('open/*')
  @ApiExcludeEndpoint()
  nothing(): never {
    throw new ProblemError({ status: 404, code: 'request.notFound' });
  }
}
