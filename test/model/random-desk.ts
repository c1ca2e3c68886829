import type { Answer } from '../factories/client.js';
import type { TestHouse } from '../factories/house.js';
import { anItemContent, must, type TestVersion } from '../factories/version.http.js';

/** A number that chooses: always less than `below`. */
export type Dice = (below: number) => number;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly contentHash: string;
}

type Act = () => Promise<Answer>;

const REASON = '见卷宗';
const OPEN = ['draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval'];

/** People at work on one catalogue over HTTP, doing something that is mostly possible: each step is chosen by dice among what the states suggest. */
export class RandomDesk {
  private words = 0;
  /** The version in force, while the next one is open. */
  private before: TestVersion | null = null;

  constructor(
    private readonly house: TestHouse,
    public version: TestVersion,
    private readonly dice: Dice,
  ) {}

  /** Does one thing; false when it was refused, which leaves nothing behind. Never anything but done or refused. */
  async step(): Promise<boolean> {
    const state = await this.version.state();
    const acts = state === 'draft' ? await this.inDraft() : OPEN.includes(state) ? await this.inReview(state) : this.closed();
    const { status, text } = await this.one(acts)();
    if (![200, 201, 400, 403, 404, 409, 422].includes(status)) throw new Error(`${status} ${text}`);
    return status < 300;
  }

  private one<T>(list: readonly T[]): T {
    return list[this.dice(list.length)]!;
  }

  private async rows(): Promise<Row[]> {
    return (await must((await this.house.as('auditor')).get(`${this.version.url}/items?limit=500`))).json.items;
  }

  private text(): Record<string, unknown> {
    this.words += 1;
    const contents = [
      { elements: [`第${this.words}次`] },
      { elements: [`联系人王某，电话138123456${10 + (this.words % 90)}`] },
      { category: 'OTHER', elements: ['审慎'] },
      { category: 'STATUTORY', elements: ['同样的话'] },
    ];
    return this.one(contents);
  }

  private async inDraft(): Promise<Act[]> {
    const rows = await this.rows();
    const submit = () => this.version.move('compiler', { type: 'submit' });
    const create = async () => {
      const body = {
        content: anItemContent(`事项${this.words}`, this.text()),
        number: String(this.words),
        after: this.dice(2) ? rows[0]?.id : undefined,
      };
      return (await this.house.as('compiler')).post(`${this.version.url}/items`, body);
    };
    if (rows.length === 0) return [create];
    const row = this.one(rows);
    const put = async (body: object) => (await this.house.as('compiler')).put(`${this.url(row)}/position`, body);
    return [
      submit,
      submit,
      create,
      () => this.edit(row),
      () => this.edit(row),
      () => this.dismissOne('compiler', row),
      async () => (await this.house.as('compiler')).delete(this.url(row), { contentHash: row.contentHash, reason: REASON }),
      () => put({ after: this.one([null, ...rows.filter(({ id }) => id !== row.id).map(({ id }) => id)]) }),
      () => put({ number: `${this.dice(100)}号` }),
      ...this.onThatInForce(),
    ];
  }

  private async inReview(state: string): Promise<Act[]> {
    const rows = await this.rows();
    const move = (by: string, event: { type: string; [parameter: string]: unknown }) => () => this.version.move(by, event);
    const onward = {
      confidentialityReview: move('officer', { type: 'concludeConfidentialityReview' }),
      riskAssessment: move('assessor', { type: 'concludeRiskAssessment' }),
      departmentApproval: move('leader', { type: 'approve', nothingPublic: true }),
    }[state]!;
    const open = rows.filter((row) => !['releasable', 'withheld', 'onApplication', 'setAside'].includes(row.state));
    const row = this.one(open.length > 0 && this.dice(4) > 0 ? open : rows);
    const decide = (by: string, event: object) => async () =>
      (await this.house.as(by)).post(`${this.url(row)}/events`, { contentHash: row.contentHash, ...event });
    const onItem = this.onItem(row, decide);
    return [
      onward,
      ...(open.length === 0 ? [onward, onward, onward] : [...onItem, ...onItem]),
      ...onItem,
      this.one([
        move(state === 'departmentApproval' ? 'leader' : 'officer', { type: 'return', reason: REASON }),
        move('compiler', { type: 'recall', reason: REASON }),
      ]),
      ...this.onThatInForce(),
    ];
  }

  private onItem(row: Row, decide: (by: string, event: object) => Act): Act[] {
    const ground = 'ART16_INTERNAL';
    const assess = (event: object) => decide('assessor', event);
    switch (row.state) {
      case 'awaitingReview':
        return [
          decide('officer', { type: 'clear' }),
          decide('officer', { type: 'clear', assess: true }),
          () => this.dismissOne('officer', row),
          this.one([
            decide('officer', { type: 'return', reason: REASON }),
            decide('officer', { type: 'requireRedaction', reason: REASON, fields: ['elements'], proposal: { elements: ['已脱敏'] } }),
            decide('officer', { type: 'withhold', reason: REASON, ground }),
            decide('officer', { type: 'discloseOnApplication', reason: REASON, ground }),
            decide('officer', { type: 'refer', reason: REASON }),
            decide('officer', { type: 'defer', reason: REASON }),
          ]),
        ];
      case 'returned':
        return [() => this.edit(row), decide('compiler', { type: 'amend', reply: REASON }), () => this.dismissOne('compiler', row)];
      case 'referred':
        return [
          decide('officer', { type: 'determine', documentNumber: '保函1号', outcome: this.one(['open', 'withhold']) }),
          decide('officer', { type: 'setAside', reason: REASON, reviewOn: '2027-01-01' }),
        ];
      case 'deferred':
        return [
          decide('officer', { type: 'resume', reason: REASON }),
          decide('officer', { type: 'setAside', reason: REASON, reviewOn: '2027-01-01', predecessor: this.one(['keep', 'drop']) }),
        ];
      case 'cleared':
        return [
          assess({ type: 'acceptRisk', level: 'LOW' }),
          assess({ type: 'acceptRisk', level: 'MEDIUM', measures: ['加强监测'] }),
          assess({ type: 'acceptRisk', level: 'HIGH' }),
          this.one([
            assess({ type: 'requireMitigation', reason: REASON }),
            assess({ type: 'rejectRisk', reason: REASON, ground: 'ART14_SECURITY_STABILITY' }),
          ]),
        ];
      case 'awaitingEndorsement':
        return [decide('leader', { type: 'endorse' }), decide('office', { type: 'requireMitigation', reason: REASON })];
      default:
        return [decide('officer', { type: 'reopen', reason: REASON })];
    }
  }

  private closed(): Act[] {
    const revise = async () => {
      const next = await this.version.revised();
      this.before = this.version;
      this.version = next;
      return { status: 200 } as Answer;
    };
    return [revise, revise, revise, () => this.leak(this.version)];
  }

  private onThatInForce(): Act[] {
    const { before } = this;
    return before && this.dice(6) === 0 ? [() => this.leak(before)] : [];
  }

  private async leak(version: TestVersion): Promise<Answer> {
    const items = (await must((await this.house.as('auditor')).get(`${version.url}/items?limit=500`))).json.items as Row[];
    if (items.length === 0 || this.dice(5) === 0)
      return version.move('leader', { type: 'takeDown', reason: REASON, texts: this.one(['none', 'all']) });
    return version.move('officer', { type: 'suspendItem', reason: REASON, itemId: this.one(items).id });
  }

  private url({ id }: Row): string {
    return `${this.version.url}/items/${id}`;
  }

  private async edit(row: Row): Promise<Answer> {
    return (await this.house.as('compiler')).patch(this.url(row), { content: this.text(), contentHash: row.contentHash });
  }

  /** One of the hints on the item, if there are any. */
  private async dismissOne(by: string, row: Row): Promise<Answer> {
    const client = await this.house.as(by);
    const hints = ((await client.get(this.url(row))).json.hints ?? []) as { id: string }[];
    if (hints.length === 0) return { status: 404, text: '' } as Answer;
    return client.post(`${this.url(row)}/hints/${encodeURIComponent(this.one(hints).id)}/dismissal`, { reason: REASON });
  }
}
