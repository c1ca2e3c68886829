import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Change } from '../../src/commands/changes.js';
import { machineOf } from '../../src/commands/machines.js';
import { accountId, organizationId, signIn } from './people.js';
import { birth, carryOver, command, decision, event, placing, versionStep, type Actor, type Facts, type Item } from './plans.js';

export * from './plans.js';

export const BODY = '长治市教育局';

type Sql = Pick<pg.ClientBase, 'query'>;

export async function actor(sql: Sql, name: string, role: string, principal?: string): Promise<Actor> {
  return { id: await accountId(sql, name), token: await signIn(sql, name), role, ...(principal && { principal }) };
}

/** Builds versions quickly and honestly, through the application's own door with the application's own login. */
export class Desk {
  compiler!: Actor;
  compiler2!: Actor;
  officer!: Actor;
  officer2!: Actor;
  assessor!: Actor;
  leader!: Actor;
  auditor!: Actor;
  body!: string;

  constructor(readonly sql: Sql) {}

  /** @param sql a connection of the application's login, with the people of the evaluation mode there */
  static async open(sql: Sql): Promise<Desk> {
    const desk = new Desk(sql);
    desk.body = await organizationId(sql, BODY);
    desk.compiler = await actor(sql, 'compiler', 'compiler');
    desk.compiler2 = await actor(sql, 'compiler2', 'compiler');
    desk.officer = await actor(sql, 'officer', 'confidentialityOfficer');
    desk.officer2 = await actor(sql, 'officer2', 'confidentialityOfficer');
    desk.assessor = await actor(sql, 'assessor', 'riskAssessor');
    desk.leader = await actor(sql, 'leader', 'departmentLeader');
    desk.auditor = await actor(sql, 'auditor', 'auditor');
    return desk;
  }

  async send(by: Actor, changes: readonly Change[], lock: readonly string[] = [], sql: Sql = this.sql): Promise<Record<string, unknown>> {
    const { rows } = await sql.query('select mulu.commit_command($1, $2) as outcome', [by.token, JSON.stringify(command(changes, lock))]);
    return rows[0].outcome;
  }

  async catalogue(profile = 'SX-CZ'): Promise<string> {
    const id = randomUUID();
    const key = randomUUID();
    const facts = { catalogueId: id, organizationId: this.body, profile, kind: 'PROACTIVE_DISCLOSURE' };
    const said = event('', 'catalogue.created', this.compiler, { facts, idempotencyKey: key });
    await this.sql.query(`select mulu.catalogue_create($1, $2, $3, $4, 'PROACTIVE_DISCLOSURE', '目录', $5, $6, sha256('x'))`, [
      this.compiler.token,
      id,
      this.body,
      profile,
      said.body,
      key,
    ]);
    return id;
  }

  /** A first draft with an item for each text; answers the version's id. */
  async draft(catalogue: string, texts: readonly { bytes: string; hash: string }[]): Promise<string> {
    const id = randomUUID();
    await this.send(this.compiler, [this.opening(id, catalogue, null), ...versionStep(id, null, 'create', 'draft', this.compiler)]);
    if (texts.length > 0)
      await this.send(
        this.compiler,
        texts.flatMap((said) => birth(id, this.compiler, randomUUID(), said)),
        [id],
      );
    return id;
  }

  opening(version: string, catalogue: string, predecessor: string | null, profileId = 'SX-CZ', profileVersion = 1): Change {
    return { op: 'open', version, catalogue, profileId, profileVersion, predecessor };
  }

  /** The version's items in their order. */
  async items(version: string, sql: Sql = this.sql): Promise<Item[]> {
    const { rows } = await sql.query<Item>(
      `select item_id as id, state, revision_id as revision, encode(content_hash, 'hex') as hash from mulu.version_item where version_id = $1 order by position`,
      [version],
    );
    return rows;
  }

  async state(version: string, sql: Sql = this.sql): Promise<string> {
    return (await sql.query('select state from mulu.catalogue_version where id = $1', [version])).rows[0].state;
  }

  /** The changes of a submission: drafting and returned items enter review. */
  submission(version: string, items: readonly Item[], by: Actor = this.compiler): Change[] {
    return [
      ...versionStep(version, 'draft', 'submit', 'confidentialityReview', by),
      ...items
        .filter(({ state }) => state === 'drafting' || state === 'returned')
        .flatMap((item) => decision(version, item, 'enterReview', 'awaitingReview', null)),
    ];
  }

  async submit(version: string, by: Actor = this.compiler): Promise<void> {
    await this.send(by, this.submission(version, await this.items(version), by), [version]);
  }

  async decide(version: string, item: Item, type: string, to: string, by: Actor = this.officer, facts: Facts = {}): Promise<void> {
    await this.send(by, decision(version, item, type, to, by, facts), [version]);
  }

  async clearAll(version: string): Promise<void> {
    for (const item of await this.items(version))
      if (item.state === 'awaitingReview') await this.decide(version, item, 'clear', 'releasable');
  }

  conclusion(version: string): Change[] {
    return versionStep(version, 'confidentialityReview', 'concludeConfidentialityReview', 'departmentApproval', this.officer);
  }

  /** A version of these texts that waits for the leader, everything cleared. */
  async ready(catalogue: string, texts: readonly { bytes: string; hash: string }[]): Promise<string> {
    const version = await this.draft(catalogue, texts);
    await this.submit(version);
    await this.clearAll(version);
    await this.send(this.officer, this.conclusion(version), [version]);
    return version;
  }

  /** The changes of an approval that publishes at once, `before` being the version in force. */
  approval(version: string, before: string | null = null, by: Actor = this.leader): Change[] {
    const [said, moved] = versionStep(version, 'departmentApproval', 'approve', 'published', by) as [Change, Change];
    return [said, ...(before ? versionStep(before, 'published', 'supersede', 'revised', null) : []), moved];
  }

  async approve(version: string, before: string | null = null, sql: Sql = this.sql): Promise<Record<string, unknown>> {
    return this.send(this.leader, this.approval(version, before), before ? [version, before] : [version], sql);
  }

  async published(catalogue: string, texts: readonly { bytes: string; hash: string }[]): Promise<string> {
    const version = await this.ready(catalogue, texts);
    await this.approve(version);
    return version;
  }

  /** The changes of a revision: the next draft with every item, and the carry-overs named. */
  revision(
    next: string,
    before: { id: string; catalogue: string; state: string },
    items: readonly Item[],
    carried: ReadonlyMap<string, number>,
  ): Change[] {
    const changes = [
      event(before.id, 'revise', this.compiler, { machine: machineOf('catalogueVersion'), from: before.state, to: before.state }),
      { op: 'version', version: before.id, state: before.state } as const,
      this.opening(next, before.catalogue, before.id),
      ...versionStep(next, null, 'create', 'draft', this.compiler),
    ];
    for (const item of items) {
      changes.push(...placing(next, item, this.compiler));
      const restsOn = carried.get(item.id);
      if (restsOn !== undefined) changes.push(...carryOver(next, item, restsOn));
    }
    return changes;
  }

  /** Opens the next draft with all that carries over; answers its id. */
  async revise(before: string): Promise<string> {
    const next = randomUUID();
    const { rows } = await this.sql.query('select catalogue_id as catalogue, state from mulu.catalogue_version where id = $1', [before]);
    const carried = await this.carriedFrom(before);
    await this.send(this.compiler, this.revision(next, { id: before, ...rows[0] }, await this.items(before), carried), [before]);
    return next;
  }

  async carriedFrom(before: string, sql: Sql = this.sql): Promise<Map<string, number>> {
    const { rows } = await sql.query('select item_id, decision_id from mulu.carry_overs($1, 12)', [before]);
    return new Map(rows.map((row) => [row.item_id, Number(row.decision_id)]));
  }

  /** The changes of a leak response to one item that a version shows. */
  suspension(version: string, state: string, item: Item, by: Actor = this.leader): Change[] {
    return [
      ...versionStep(version, state, 'suspendItem', state, by, { itemId: item.id }),
      { op: 'bar', version, item: item.id, hash: item.hash },
    ];
  }
}
