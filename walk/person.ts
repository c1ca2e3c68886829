import type { Item, ItemContent, ItemRow, List, Outcome, Problem, Reading, Reference, Version } from './contract.js';
import type { Story } from './story.js';
import type { Answer, House, Visitor } from './visitor.js';

/** An event of the contract: its type and whatever it brings along. */
export interface Event {
  readonly type: string;
  readonly [parameter: string]: unknown;
}

/** Somebody who has signed in and works on versions: each method is one thing a person does at the desk. */
export class Person {
  private constructor(
    readonly called: string,
    private readonly visitor: Visitor,
    private readonly story: Story,
  ) {}

  static async signIn(house: House, story: Story, username: string): Promise<Person> {
    return new Person(username, await house.signIn(username), story);
  }

  async createsCatalogue(organization: string, profile: string, title: string): Promise<string> {
    const found = await this.visitor.get<List<Reference>>(`/api/organizations?q=${encodeURIComponent(organization)}`);
    const body = { organizationId: found.json.items[0]?.id, profile, title, kind: 'PROACTIVE_DISCLOSURE' };
    const made = await this.does<Reference>(`建立目录《${title}》 · creates the catalogue`, 201, () =>
      this.visitor.post('/api/catalogues', body),
    );
    return made.json.id;
  }

  async opensFirstDraft(catalogue: string): Promise<string> {
    const opened = await this.does<Reference>('新建首个版本 · opens the first draft', 201, () =>
      this.visitor.post(`/api/catalogues/${catalogue}/versions`, {}),
    );
    return opened.json.id;
  }

  async imports(version: string, house: House, file: string): Promise<Reading> {
    const read = await this.does<Reading>(`上传 ${file} · uploads the file`, 201, () =>
      this.visitor.upload(`/api/versions/${version}/imports`, house.fixture(file)),
    );
    return read.json;
  }

  async confirmsRepairs(reading: Reading): Promise<void> {
    await this.does('确认全部修正 · confirms every repair', 200, () =>
      this.visitor.post(`/api/imports/${reading.id}/confirmation`, { repairs: 'all' }),
    );
  }

  /** The version as this person sees it now, with the ETag to act on it. */
  sees(version: string): Promise<Answer<Version>> {
    return this.visitor.get(`/api/versions/${version}`);
  }

  async seesItems(version: string, state?: string): Promise<readonly ItemRow[]> {
    const query = state ? `&state=${state}` : '';
    return (await this.visitor.get<List<ItemRow>>(`/api/versions/${version}/items?limit=500${query}`)).json.items;
  }

  /** Opens one item and reads it, as everybody does before acting on it. */
  async reads(version: string, item: string): Promise<Item> {
    return (await this.visitor.get<Item>(`/api/versions/${version}/items/${item}`)).json;
  }

  /** Acts on the version, on the state of it that was just seen. */
  async moves(version: string, event: Event, what: string): Promise<Outcome> {
    const { etag } = await this.sees(version);
    const moved = await this.does<Outcome>(what, 200, () => this.visitor.post(`/api/versions/${version}/events`, event, { ifMatch: etag }));
    return moved.json;
  }

  /** Tries to act on the version and is refused for reasons. */
  async isRefused(version: string, event: Event, what: string): Promise<Problem> {
    const { etag } = await this.sees(version);
    const refused = await this.does<Problem>(what, 422, () =>
      this.visitor.post(`/api/versions/${version}/events`, event, { ifMatch: etag }),
    );
    return refused.json;
  }

  /** Reads one item, then acts on exactly the text that was read. */
  async signs(version: string, item: string, event: Event, what: string): Promise<string> {
    const read = await this.reads(version, item);
    const name = read.content?.path.at(-1) ?? item;
    const signed = await this.does<Outcome>(`${name}：${what}`, 200, () =>
      this.visitor.post(`/api/versions/${version}/items/${item}/events`, { contentHash: read.contentHash, ...event }),
    );
    return signed.json.state;
  }

  async edits(version: string, item: string, change: (content: ItemContent) => Partial<ItemContent>, what: string): Promise<void> {
    const read = await this.reads(version, item);
    const body = { content: change(read.content!), contentHash: read.contentHash };
    await this.does(`${read.content!.path.at(-1)}：${what}`, 200, () => this.visitor.patch(`/api/versions/${version}/items/${item}`, body));
  }

  async removes(version: string, item: string, removal: { reason: string; receivingBody?: string }, what: string): Promise<void> {
    const { contentHash, content } = await this.reads(version, item);
    await this.does(`${content?.path.at(-1)}：${what}`, 200, () =>
      this.visitor.delete(`/api/versions/${version}/items/${item}`, { ...removal, contentHash }),
    );
  }

  /** Answers every personal-data hint on the text with a reason. */
  async dismissesHints(version: string, item: string, reason: string): Promise<void> {
    const { hints } = await this.reads(version, item);
    for (const hint of hints.filter(({ kind }) => kind === 'personalData')) {
      const path = `/api/versions/${version}/items/${item}/hints/${encodeURIComponent(hint.id)}/dismissal`;
      await this.does(`${hint.message}：说明理由 · a hint is answered with a reason`, 200, () => this.visitor.post(path, { reason }));
    }
  }

  /** Any other question of the contract. */
  asks<Body>(path: string, what: string, expected = 200): Promise<Answer<Body>> {
    return this.does<Body>(what, expected, () => this.visitor.get(path));
  }

  private does<Body>(what: string, expected: number, ask: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    return this.story.step(`${this.called.padEnd(9)} ${what}`, expected, ask);
  }
}
