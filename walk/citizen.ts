import type { List, PublicCatalogue } from './contract.js';
import type { Story } from './story.js';
import type { Answer, Visitor } from './visitor.js';

/** A reader of the portal: no account, no cookie. */
export class Citizen {
  constructor(
    private readonly visitor: Visitor,
    private readonly story: Story,
  ) {}

  reads(catalogue: string, expected = 200): Promise<Answer<PublicCatalogue>> {
    return this.story.step('公众      查看目录数据 · reads the catalogue as JSON', expected, () =>
      this.visitor.get<PublicCatalogue>(`/open/catalogues/${catalogue}.json`),
    );
  }

  readsPage(catalogue: string, expected = 200): Promise<Answer> {
    return this.story.step('公众      查看目录网页 · reads the catalogue as a page', expected, () =>
      this.visitor.get(`/open/catalogues/${catalogue}`, { accept: 'text/html' }),
    );
  }

  /** Asks again with the tag of the answer before. */
  asksAgain(catalogue: string, etag: string | undefined): Promise<Answer> {
    return this.story.step('公众      再次查看，内容未变 · asks again, nothing has changed', 304, () =>
      this.visitor.get(`/open/catalogues/${catalogue}.json`, { 'if-none-match': etag ?? '' }),
    );
  }

  /** The names of the items that the public sees, sorted. */
  async seesItems(catalogue: string): Promise<readonly string[]> {
    const { json } = await this.reads(catalogue);
    return json.items.map((item) => item.path.at(-1)!).sort();
  }

  /** The bytes of every public answer in which the catalogue, or one of the words, could appear. */
  async asksEverything(catalogue: string, region: string, words: readonly string[]): Promise<string> {
    const paths = [
      '/open',
      '/open.json',
      `/open/regions/${region}`,
      `/open/regions/${region}.json`,
      `/open/catalogues/${catalogue}`,
      `/open/catalogues/${catalogue}.json`,
      ...words.flatMap((word) => [`/open/search?q=${encodeURIComponent(word)}`, `/open/search.json?q=${encodeURIComponent(word)}`]),
    ];
    const answers: string[] = [];
    for (const path of paths) {
      for (const accept of ['text/html', 'application/json']) answers.push((await this.visitor.get(path, { accept })).text);
    }
    return answers.join('\n');
  }

  /** The page of a search, with the reader's own words taken out of it. */
  async searchPage(word: string): Promise<string> {
    const { text } = await this.visitor.get(`/open/search?q=${encodeURIComponent(word)}`, { accept: 'text/html' });
    return text.replaceAll(word, '…').replaceAll(encodeURIComponent(word), '…');
  }

  async finds(word: string): Promise<number> {
    const found = await this.visitor.get<List<unknown>>(`/open/search.json?q=${encodeURIComponent(word)}`);
    return found.json.items.length;
  }
}
