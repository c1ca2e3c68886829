import { Injectable } from '@nestjs/common';
import { afterCursor, pageOf, type Page } from '../platform/paging.js';
import { ProblemError } from '../platform/problems/index.js';
import { CatalogueReads } from './catalogue.reads.js';
import { jsonAnswer, type Answer } from './http/answer.js';
import { wordsOf, type Reader } from './http/reader.js';
import { speaker } from './messages.js';
import type { ListedCatalogue } from './public-document.js';
import { Renderer } from './renderer.js';
import { byRegion, territoryOf } from './views/groups.js';

const PAGE_SIZE = 200;

/** The lists of catalogues: all of them, and those of one region. */
@Injectable()
export class ListPages {
  constructor(
    private readonly reads: CatalogueReads,
    private readonly renderer: Renderer,
  ) {}

  async all({ question, cursor }: { question: string; cursor?: string }, reader: Reader | 'json'): Promise<Answer> {
    const page = await this.read(question, '', cursor);
    if (reader === 'json') return jsonAnswer(page);
    const say = speaker(reader.language);
    return this.renderer.page('list', reader, {
      title: question ? say('home.found', { q: question }) : say('page.home'),
      path: '/open',
      query: { q: question },
      json: '/open.json',
      heading: question ? say('home.found', { q: question }) : say('site.name'),
      lede: question ? '' : say('home.lede'),
      none: question ? say('home.noneFound', { q: question }) : say('home.none'),
      question,
      whole: question === '',
      groups: byRegion(page.items),
      next: page.nextCursor,
    });
  }

  /** @throws ProblemError 404 when nothing was published there: which regions there are the portal cannot know (I6) */
  async region(code: string, cursor: string | undefined, reader: Reader | 'json'): Promise<Answer> {
    const page = await this.read('', territoryOf(code), cursor);
    if (page.items.length === 0) throw new ProblemError({ status: 404, code: 'region.nothingPublished' });
    if (reader === 'json') return jsonAnswer(page);
    const say = speaker(reader.language);
    const name = page.items.find(({ region }) => region.code === code)?.region.name ?? say('region.byCode', { code });
    const path = `/open/regions/${code}`;
    return this.renderer.page('list', reader, {
      title: name,
      path,
      json: `${path}.json`,
      heading: name,
      lede: say('region.lede'),
      none: '',
      question: '',
      whole: false,
      groups: byRegion(page.items),
      next: page.nextCursor,
    });
  }

  private async read(question: string, territory: string, cursor: string | undefined): Promise<Page<ListedCatalogue>> {
    const rows = await this.reads.list(wordsOf(question), territory, afterCursor(cursor, 4), PAGE_SIZE + 1);
    return pageOf(rows, PAGE_SIZE, ({ region, organization, title, id }) => [region.code, organization.name, title, id]);
  }
}
