import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { RoleCode } from '../../machines/people.facts.js';
import type { MatterMachineId } from '../../machines/registry.js';
import type { MatterChange } from '../../src/commands/matter-store.js';
import { begin, move, type Beginning, type Taker } from '../../src/matters/steps.js';
import { canonicalJson, sha256Hex } from '../../src/content/canonical.js';
import { organizationId } from './people.js';
import { actor, type Actor, type Facts } from './versions.js';

type Sql = Pick<pg.ClientBase, 'query'>;

/** What is sent through the door for matters. */
export interface MatterPlan {
  readonly expect?: Readonly<Record<string, number>>;
  readonly key?: string;
  readonly requestHash?: string;
  readonly answer?: object;
  readonly changes: readonly MatterChange[];
}

/** A matter as its plans need it. */
export interface Matter {
  readonly id: string;
  readonly machine: MatterMachineId;
  readonly state: string;
  readonly seq: number;
  readonly dueOn: string | null;
}

const WORDS = {
  number: '内政数字〔2024〕128号',
  title: '关于编制主动公开事项目录的通知',
  text: '编制并公开主动公开事项目录',
  requirements: [],
};
/** Words for whatever step needs some. */
export const WHATEVER = { reason: '理由', text: '已整改', address: 'https://www.nmg.gov.cn/' };
/** A deadline that lies ahead of any day on which this runs. */
export const DUE = '2099-03-31';
export const fixed = (dueOn: string = DUE) => ({ dueOn, dueRule: { kind: 'FIXED', dueOn } as const, dueProvisional: false });
/** Verdicts that every requirement of any step is among. */
const VERDICTS = Object.fromEntries(
  [
    ...['rolePermits', 'reasonGiven', 'laterDeadline', 'textGiven', 'deadlineAhead', 'dayPassed', 'addressGiven', 'evidenceGiven'],
    ...['reportWritten', 'publishedSince', 'nothingInForce', 'deadlinePassed', 'reminderDue', 'escalationDue', 'deadlineChanged'],
  ].map((id) => [id, true]),
);

function taker(by: Actor | null): Taker {
  if (by === null) return { person: null, hand: null, key: null };
  const persons = by.principal ? ([by.id, by.principal] as const) : ([by.id] as const);
  return { person: by.id, hand: { role: by.role as RoleCode, persons }, key: null };
}

/** One step of a matter; `by` null is the system. */
export function step(matter: Matter, type: string, to: string, by: Actor | null, facts: Facts = {}, words?: object): MatterChange[] {
  const said = { machine: matter.machine, type, from: matter.state, to, verdicts: VERDICTS, facts };
  return move(matter.id, { ...said, ...(words && { words: { ...words } }) }, taker(by));
}

/** A matter that comes into being, as `by` says it. */
export function birthOf(of: Partial<Beginning> & Pick<Beginning, 'machine'>, by: Actor | null, text: object | null = WORDS, to = 'issued') {
  const empty = { purpose: 'publishCatalogue', organizationId: null, regionCode: '150000', officeRegion: '150000', parentId: null };
  const type = of.machine === 'progressReport' ? 'open' : 'issue';
  return begin({ ...empty, ...of }, { type, to, verdicts: VERDICTS, ...(text && { text }) }, taker(by));
}

/** The same changes, their events saying something else; `facts` are laid over theirs. */
export function sayingOf(
  changes: readonly MatterChange[],
  { facts, ...part }: { facts?: Facts } & Record<string, unknown>,
): MatterChange[] {
  return changes.map((change) => {
    if (change.op === 'store') return change;
    const body = JSON.parse(change.body);
    return { ...change, body: canonicalJson({ ...body, ...part, facts: { ...body.facts, ...facts } }) };
  });
}

/** A plan under a key, which its first event names, as the application writes it. */
export function keyed(
  changes: readonly MatterChange[],
  expect: Readonly<Record<string, number>> = {},
  key: string = randomUUID(),
): MatterPlan {
  const first = changes.findIndex(({ op }) => op !== 'store');
  const named = changes.map((change, index) =>
    index === first && change.op !== 'store'
      ? { ...change, body: canonicalJson({ ...JSON.parse(change.body), idempotencyKey: key }) }
      : change,
  );
  return { expect, key, requestHash: sha256Hex(key), answer: {}, changes: named };
}

/** Makes matters quickly and honestly, through the application's own door with the application's own login. */
export class MatterDesk {
  /** Over the whole of Inner Mongolia and of Shanxi, as whoever gives something to the bodies there. */
  office!: Actor;
  /** Over Hohhot only: gives, covers, and is the one that a report is about. */
  hohhot!: Actor;
  /** Of the bodies 内蒙古自治区教育厅 and 长治市教育局. */
  compiler!: Actor;
  bodies!: Readonly<Record<'region' | 'hohhot' | 'xincheng' | 'changzhi', string>>;

  constructor(readonly sql: Sql) {}

  static async open(sql: Sql): Promise<MatterDesk> {
    const desk = new MatterDesk(sql);
    desk.office = await actor(sql, 'office', 'givingOffice');
    desk.hohhot = await actor(sql, 'office.hohhot', 'givingOffice');
    desk.compiler = await actor(sql, 'compiler', 'compiler');
    desk.bodies = {
      region: await organizationId(sql, '内蒙古自治区教育厅'),
      hohhot: await organizationId(sql, '呼和浩特市教育局'),
      xincheng: await organizationId(sql, '新城区教育局'),
      changzhi: await organizationId(sql, '长治市教育局'),
    };
    return desk;
  }

  async matter(id: string, sql: Sql = this.sql): Promise<Matter> {
    const { rows } = await sql.query<Matter>(
      `select m.id, m.machine_id as machine, m.state, to_char(m.due_on, 'YYYY-MM-DD') as "dueOn",
         (select max(e.seq)::int from mulu.log_event e where e.stream = m.id) as seq from mulu.matter m where m.id = $1`,
      [id],
    );
    return rows[0]!;
  }

  /** Sends a plan: somebody's with their token, the clock's through its own door. Answers what the database says. */
  async send(by: Actor | null, plan: MatterPlan, sql: Sql = this.sql): Promise<{ answer?: object; conflict?: true; prior?: object }> {
    const { rows } = by
      ? await sql.query('select mulu.commit_matter($1, $2) as outcome', [by.token, JSON.stringify(plan)])
      : await sql.query('select mulu.commit_matter_due($1) as outcome', [JSON.stringify(plan)]);
    return rows[0].outcome;
  }

  /** Makes a matter, and answers it. */
  async begin(
    of: Partial<Beginning> & Pick<Beginning, 'machine'>,
    by: Actor | null,
    to = 'issued',
    text: object | null = WORDS,
  ): Promise<Matter> {
    const { id, changes } = birthOf(of, by, text, to);
    await this.send(by, by ? keyed(changes) : { expect: {}, changes });
    return this.matter(id);
  }

  /** Takes a step on a matter that is there. */
  async take(id: string, type: string, to: string, by: Actor | null, facts: Facts = {}, words: object = WHATEVER): Promise<Matter> {
    const matter = await this.matter(id);
    const changes = step(matter, type, to, by, facts, by ? words : undefined);
    const plan = { [id]: matter.seq };
    const outcome = await this.send(by, by ? keyed(changes, plan) : { expect: plan, changes });
    if (!outcome.answer) throw new Error(`${type} was answered ${JSON.stringify(outcome)}`);
    return this.matter(id);
  }

  /** The changes of a task for these bodies, each with its region, and the ids that it will have. */
  task(bodies: readonly (readonly [body: string, region: string])[], by: Actor = this.office, more: Partial<Beginning> = {}) {
    const region = more.regionCode ?? '150000';
    const place = { regionCode: region, officeRegion: region };
    const own = birthOf({ machine: 'compilationTask', ...place }, by);
    const below = bodies.map(([organizationId, regionCode]) =>
      birthOf(
        { machine: 'obligation', ...place, ...fixed(), since: '2024-09-18', ...more, organizationId, regionCode, parentId: own.id },
        null,
        null,
        'open',
      ),
    );
    return { task: own.id, obligations: below.map(({ id }) => id), changes: [own, ...below].flatMap(({ changes }) => changes) };
  }

  /** A task with its obligations, in the order of the bodies. */
  async issued(...of: Parameters<MatterDesk['task']>): Promise<{ task: string; obligations: string[] }> {
    const { changes, ...ids } = this.task(...of);
    await this.send(of[1] ?? this.office, keyed(changes));
    return ids;
  }

  /** The changes by which a task is withdrawn with everything below it, and what they rest on. */
  async withdrawal(task: string, by: Actor = this.office, sql: Sql = this.sql): Promise<MatterPlan> {
    const own = await this.matter(task, sql);
    const { rows } = await sql.query<{ id: string }>(
      `select id from mulu.matter where parent_id = $1 and state not in ('withdrawn', 'accepted')`,
      [task],
    );
    const below: Matter[] = [];
    for (const { id } of rows) below.push(await this.matter(id, sql));
    return keyed(
      [
        ...step(own, 'withdraw', 'withdrawn', by, {}, { reason: '理由' }),
        ...below.flatMap((matter) =>
          matter.machine === 'obligation'
            ? step(matter, 'cancel', 'withdrawn', null)
            : step(matter, 'withdraw', 'withdrawn', by, {}, { reason: '理由' }),
        ),
      ],
      Object.fromEntries([own, ...below].map(({ id, seq }) => [id, seq])),
    );
  }
}
