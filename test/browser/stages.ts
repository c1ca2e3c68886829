import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { makeCheckpoint } from '../../src/evidence/checkpointer.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';
import { publicBytesOf } from '../../verifier/note.js';
import type { Client } from '../factories/client.js';
import type { TestHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly contentHash: string;
  readonly content: { readonly path: string[]; readonly bases: unknown[]; readonly disclosingBodies: unknown[] };
}

interface Event {
  readonly type: string;
  readonly [parameter: string]: unknown;
}

export const FIXTURES = join(PROJECT_ROOT, 'test', 'fixtures');
export const TITLE = '长治市教育局主动公开事项目录';
/** Prudential items; the rest of this catalogue is statutory. */
const PRUDENTIAL = ['社会救助和社会福利领域', '教育领域'];
const BASIS = {
  title: '《中华人民共和国政府信息公开条例》',
  clauses: [{ article: '第二十条', text: '行政机关应当主动公开本行政机关的政府信息。' }],
};

/** The real catalogue of Changzhi (seeds/001) as far on its way as a spec needs it: what the browser is not there to try is done over HTTP. */
export class Stage {
  private constructor(
    private readonly house: TestHouse,
    readonly catalogue: string,
    readonly version: string,
  ) {}

  /** An empty draft. */
  static async empty(house: TestHouse, title = TITLE, profile = 'SX-CZ', body = '长治市教育局'): Promise<Stage> {
    const compiler = await house.as('compiler');
    const found = await compiler.get(`/api/organizations?q=${encodeURIComponent(body)}`);
    const wanted = { organizationId: found.json.items[0].id, profile, title, kind: 'PROACTIVE_DISCLOSURE' };
    const catalogue = await must(compiler.post('/api/catalogues', wanted), 201);
    const draft = await must(compiler.post(`/api/catalogues/${catalogue.json.id}/versions`, {}), 201);
    return new Stage(house, catalogue.json.id, draft.json.id);
  }

  get path(): string {
    return `/versions/${this.version}`;
  }

  /** The file's 28 items with every repair; categories and some elements are still to be filled in. */
  async imported(file = 'changzhi.xlsx'): Promise<this> {
    const compiler = await this.house.as('compiler');
    const read = await must(compiler.upload(`/api/versions/${this.version}/imports`, join(FIXTURES, file)), 201);
    await must(compiler.post(`/api/imports/${read.json.id}/confirmation`, { repairs: 'all' }));
    return this;
  }

  /** Nothing is missing any more. */
  async completed(): Promise<this> {
    const compiler = await this.house.as('compiler');
    for (const { id, contentHash, content } of await this.rows()) {
      const change = {
        category: PRUDENTIAL.includes(content.path[content.path.length - 1]!) ? 'OTHER' : 'STATUTORY',
        ...(content.bases.length === 0 && { bases: [BASIS] }),
        ...(content.disclosingBodies.length === 0 && { disclosingBodies: [{ text: '市教育局' }] }),
      };
      await must(compiler.patch(`/api/versions/${this.version}/items/${id}`, { content: change, contentHash }));
    }
    return this;
  }

  async submitted(): Promise<this> {
    return this.moved('compiler', { type: 'submit' });
  }

  /** Every item cleared but those of the given states; three of them are something else. */
  async reviewed(): Promise<this> {
    for (const [index, row] of (await this.rows()).entries()) {
      if (row.state !== 'awaitingReview') continue;
      await this.decided('officer', row, index === 5 ? WITHHOLD : { type: 'clear' });
    }
    return this.moved('officer', { type: 'concludeConfidentialityReview' });
  }

  async assessed(): Promise<this> {
    for (const row of (await this.rows()).filter((one) => one.state === 'cleared'))
      await this.decided('assessor', row, { type: 'acceptRisk', level: 'LOW' });
    return this.moved('assessor', { type: 'concludeRiskAssessment' });
  }

  async published(): Promise<this> {
    return this.moved('leader', { type: 'approve' });
  }

  /** The draft of the next version. */
  async revised(): Promise<Stage> {
    const compiler = await this.house.as('compiler');
    const { etag } = await compiler.get(`/api/versions/${this.version}`);
    const next = await must(compiler.post(`/api/versions/${this.version}/events`, { type: 'revise' }, { ifMatch: etag! }));
    return new Stage(this.house, this.catalogue, next.json.id);
  }

  async decided(username: string, { id, contentHash }: Pick<Row, 'id' | 'contentHash'>, event: Event): Promise<void> {
    await must((await this.house.as(username)).post(`/api/versions/${this.version}/items/${id}/events`, { contentHash, ...event }));
  }

  async moved(username: string, event: Event): Promise<this> {
    const person = await this.house.as(username);
    const { etag } = await person.get(`/api/versions/${this.version}`);
    await must(person.post(`/api/versions/${this.version}/events`, event, { ifMatch: etag! }));
    return this;
  }

  /** The rows as they stand. */
  async rows(as: Promise<Client> = this.house.as('auditor')): Promise<Row[]> {
    return (await (await as).get(`/api/versions/${this.version}/items?limit=500`)).json.items;
  }

  /** The events so far, the oldest first. */
  async log(): Promise<readonly { readonly seq: number; readonly type: string }[]> {
    return (await (await this.house.as('auditor')).get(`/api/versions/${this.version}/history?limit=500`)).json.items;
  }

  async state(): Promise<string> {
    return (await (await this.house.as('auditor')).get(`/api/versions/${this.version}`)).json.state;
  }
}

/** A catalogue in force of the autonomous region's education department, one item for each field that is named. */
export async function publishedInFields(house: TestHouse, fields: readonly (string | undefined)[]): Promise<void> {
  const effectLevel = { code: 'ADMIN_REGULATION', raw: '行政法规' };
  const bases = [{ ...BASIS, effectLevel }];
  const contents = fields.map((field, index) => anItemContent(`事项${index + 1}`, { bases, ...(field && { field }) }));
  await (await TestVersion.draft(house, contents, '内蒙古自治区教育厅', 'NM-2024')).published();
}

/** A key holder, for as long as the tests run. */
const { privateKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
export const LOG_KEY = { name: SIGNER.name, publicKey: publicBytesOf(privateKey) };

/** A checkpoint over everything so far. */
export async function checkpointed(house: TestHouse): Promise<void> {
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  await login.end();
}

const WITHHOLD = { type: 'withhold', ground: 'ART16_INTERNAL', reason: '属内部管理信息' };
