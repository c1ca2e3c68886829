import type { Answer } from './client.js';
import type { TestHouse } from './house.js';

/** A complete statutory item of Changzhi's form; `name` makes it another one. */
export function anItemContent(name: string, more: object = {}): Record<string, unknown> {
  return {
    path: ['法定主动公开内容', name],
    elements: [`${name}的内容`],
    bases: [{ title: '《中华人民共和国政府信息公开条例》', clauses: [{ article: '第二十条', text: '主动公开' }] }],
    timeLimit: { text: '自该信息形成或者变更之日起20个工作日内' },
    disclosingBodies: [{ text: '市教育局' }],
    category: 'STATUTORY',
    channels: [{ code: 'WEBSITE' }],
    audience: { kind: 'PUBLIC' },
    method: 'PROACTIVE',
    ...more,
  };
}

interface Event {
  readonly type: string;
  readonly [parameter: string]: unknown;
}

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly contentHash: string;
}

/** A version as a test acts on it over HTTP: each act as the named person, on what stands at that moment. */
export class TestVersion {
  private constructor(
    private readonly house: TestHouse,
    readonly catalogue: string,
    readonly id: string,
    /** Ids in the order in which the items were made. */
    readonly items: readonly string[],
  ) {}

  /** A draft of `compiler` with an item for each content. */
  static async draft(
    house: TestHouse,
    contents: readonly object[] = [anItemContent('事项一')],
    body = '长治市教育局',
    profile = 'SX-CZ',
    kind = 'PROACTIVE_DISCLOSURE',
  ): Promise<TestVersion> {
    const compiler = await house.as('compiler');
    const found = await compiler.get(`/api/organizations?q=${encodeURIComponent(body)}`);
    const wanted = { organizationId: found.json.items[0].id, profile, title: '目录', kind };
    const catalogue = await must(compiler.post('/api/catalogues', wanted), 201);
    const draft = await must(compiler.post(`/api/catalogues/${catalogue.json.id}/versions`, {}), 201);
    const items: string[] = [];
    for (const content of contents) {
      items.push((await must(compiler.post(`/api/versions/${draft.json.id}/items`, { content }), 201)).json.id);
    }
    return new TestVersion(house, catalogue.json.id, draft.json.id, items);
  }

  get url(): string {
    return `/api/versions/${this.id}`;
  }

  item(index: number): string {
    return `${this.url}/items/${this.items[index]}`;
  }

  async etag(): Promise<string> {
    return (await (await this.house.as('auditor')).get(this.url)).etag!;
  }

  async state(): Promise<string> {
    return (await (await this.house.as('auditor')).get(this.url)).json.state;
  }

  async seen(index = 0): Promise<Seen> {
    const list = await (await this.house.as('auditor')).get(`${this.url}/items?limit=500`);
    return list.json.items.find((item: Seen) => item.id === this.items[index]);
  }

  async move(username: string, event: Event): Promise<Answer> {
    return (await this.house.as(username)).post(`${this.url}/events`, event, { ifMatch: await this.etag() });
  }

  async decide(username: string, event: Event, index = 0): Promise<Answer> {
    const { contentHash } = await this.seen(index);
    return (await this.house.as(username)).post(`${this.item(index)}/events`, { contentHash, ...event });
  }

  async edit(username: string, content: object, index = 0): Promise<Answer> {
    const { contentHash } = await this.seen(index);
    return (await this.house.as(username)).patch(this.item(index), { content, contentHash });
  }

  async remove(username: string, removal: object, index = 0): Promise<Answer> {
    const { contentHash } = await this.seen(index);
    return (await this.house.as(username)).delete(this.item(index), { contentHash, ...removal });
  }

  /** The same item of the version that `revise` opened. */
  async revised(by = 'compiler'): Promise<TestVersion> {
    const { json } = await must(this.move(by, { type: 'revise' }));
    return new TestVersion(this.house, this.catalogue, json.id, this.items);
  }

  async submitted(by = 'compiler'): Promise<this> {
    await must(this.move(by, { type: 'submit' }));
    return this;
  }

  /** Submitted, and every item cleared by `officer`. */
  async cleared(): Promise<this> {
    await this.submitted();
    for (const index of this.items.keys()) {
      if ((await this.seen(index)).state === 'awaitingReview') await must(this.decide('officer', { type: 'clear' }, index));
    }
    return this;
  }

  async awaitingApproval(): Promise<this> {
    await this.cleared();
    await must(this.move('officer', { type: 'concludeConfidentialityReview' }));
    return this;
  }

  async published(): Promise<this> {
    await this.awaitingApproval();
    await must(this.move('leader', { type: 'approve' }));
    return this;
  }
}

/** The answer, when it has the status; otherwise the test ends with what came instead. */
export async function must(answering: Promise<Answer>, status = 200): Promise<Answer> {
  const answer = await answering;
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status} ${answer.text.slice(0, 1000)}`);
  return answer;
}
