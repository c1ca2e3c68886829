import { Injectable } from '@nestjs/common';
import { jsonAnswer, type Answer } from './http/answer.js';
import { wordsOf, type Reader } from './http/reader.js';
import { speaker } from './messages.js';
import { Renderer } from './renderer.js';
import { SearchReads } from './search.reads.js';
import { foundView } from './views/found.js';

const MOST = 100;

/** What the search over all public items answers with. */
@Injectable()
export class SearchPages {
  constructor(
    private readonly reads: SearchReads,
    private readonly renderer: Renderer,
  ) {}

  async items(question: string, reader: Reader | 'json'): Promise<Answer> {
    const words = wordsOf(question);
    const rows = await this.reads.items(words, MOST + 1);
    const found = rows.slice(0, MOST);
    const truncated = rows.length > MOST;
    if (reader === 'json') {
      return jsonAnswer({ items: found.map(({ item, catalogue }) => ({ ...item, catalogue })), nextCursor: null, truncated });
    }
    const say = speaker(reader.language);
    return this.renderer.page('search', reader, {
      title: question ? `${question} – ${say('search.title')}` : say('search.title'),
      path: '/open/search',
      query: { q: question },
      json: '/open/search.json',
      question,
      truncated,
      results: found.map((one) => foundView(one, words)),
    });
  }
}
