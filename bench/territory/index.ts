import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { newToken } from '../../src/access/session/token.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';
import { loadProfiles } from '../../src/profiles/index.js';
import { legalSteps } from './legal-steps.js';
import { DEPARTMENTS, REASON, TASK, templates } from './words.js';

export interface TerritoryOptions {
  /** The same seed and the same day make the same territory. */
  readonly seed?: string;
  /** Bodies, spread over the 116 regions; 3,600 are all of them. Each has a catalogue with three versions. */
  readonly bodies?: number;
  /** Items of each version; at most 1,000. */
  readonly items?: number;
  /** So many times each version went through its review, and so many times more often deadlines were put off. */
  readonly history?: number;
  /**
   * Whether every step and decision on an item is there, and the public's rows with them. Without them the territory is made several times faster
   * and can be counted, not audited.
   */
  readonly itemSteps?: boolean;
  /** The day on which it is looked at, `2026-11-21`; the present one in Hohhot unless said. */
  readonly today?: string;
  /** The key of everybody in it, as accounts store it; without it nobody can sign in. */
  readonly credentials?: { readonly salt: Buffer; readonly verifier: Buffer; readonly kdf: object };
  /** One line of progress. */
  readonly say?: (line: string) => void;
}

/** What there is to ask for in it. */
export interface Territory {
  readonly task: string;
  readonly bodies: number;
}

export const WHOLE = { bodies: 3600, items: 100 } as const;

/** Bodies whose steps are made at once, by one of two connections. */
const PART = 120;
const WORKERS = 2;

/**
 * Fills a database that the migrations made and that nobody uses yet with the whole territory: docs/performance.md says what is in it. It sets every
 * trigger aside, so it is for measuring and tests only; what it writes is nevertheless what the house would have written, chains and all.
 * @param adminUrl the superuser's, in that database
 * @throws Error when there are bodies already
 */
export async function makeTerritory(adminUrl: string, options: TerritoryOptions = {}): Promise<Territory> {
  const { bodies = WHOLE.bodies, say = () => undefined } = options;
  const settings = settingsOf(options);
  const first = await connect(adminUrl, settings);
  try {
    const { rowCount } = await first.query('select from mulu.organization limit 1');
    if (rowCount) throw new Error('The territory is made in a database without bodies.');
    await prepare(first);
    await run(first, 'places');
    await first.query('set session_replication_role = origin');
    await run(first, 'catalogues');
    await first.query('set session_replication_role = replica');
    say(`${bodies} bodies with their people and catalogues…`);
    const dropped = await dropIndexes(first);
    await inParts(adminUrl, settings, bodies, say);
    await inTransaction(first, ['matters', 'log', 'matter-rows']);
    await run(first, 'finish');
    say('indexes…');
    for (const definition of dropped) await first.query(definition);
    const { rows } = await first.query<{ task: string }>(`select territory.id('task', 1) as task`);
    await first.query('drop schema territory cascade');
    await first.query('vacuum (analyze)');
    say('made.');
    return { task: rows[0]!.task, bodies };
  } finally {
    await first.end();
  }
}

/** Somebody of the territory signs in without a password: answers the token of a session that was put there. */
export async function enter(admin: Pick<pg.ClientBase, 'query'>, username: string): Promise<string> {
  const token = newToken();
  const { rowCount } = await admin.query(
    `insert into mulu.session (token_hash, account_id, idle_expires_at, expires_at)
     select $1, id, now() + interval '12 hours', now() + interval '12 hours' from mulu.account where username = $2`,
    [createHash('sha256').update(token).digest(), username],
  );
  if (rowCount !== 1) throw new Error(`${username} is not there`);
  return token;
}

type Settings = Readonly<Record<string, string>>;

function settingsOf(options: TerritoryOptions): Settings {
  const { seed = 'nei-menggu', bodies = WHOLE.bodies, items = WHOLE.items, history = 1, itemSteps = true, today, credentials } = options;
  const digest = createHash('sha256').update(seed).digest();
  const { salt, verifier, kdf } = credentials ?? { salt: digest, verifier: digest, kdf: { name: 'none' } };
  const territory = {
    seed,
    bodies,
    items,
    rounds: history,
    item_steps: itemSteps,
    today: today ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    profile: profile().profile.version,
    templates: templates(profile().profile).length,
    salt: salt.toString('hex'),
    verifier: verifier.toString('hex'),
    kdf: JSON.stringify(kdf),
    task: TASK,
    reason: REASON,
  };
  return Object.fromEntries(Object.entries(territory).map(([name, value]) => [`territory.${name}`, String(value)]));
}

const profile = () => loadProfiles().get('NM-2024');

async function connect(adminUrl: string, settings: Settings): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'mulu territory' });
  await client.connect();
  const session = {
    session_replication_role: 'replica',
    synchronous_commit: 'off',
    search_path: 'pg_catalog',
    timezone: 'UTC',
    jit: 'off',
    work_mem: '512MB',
    temp_buffers: '256MB',
    maintenance_work_mem: '512MB',
    ...settings,
  };
  for (const [name, value] of Object.entries(session)) await client.query('select set_config($1, $2, false)', [name, value]);
  return client;
}

async function run(client: pg.Client, name: string): Promise<void> {
  await client.query(readFileSync(join(PROJECT_ROOT, 'bench/territory', `${name}.sql`), 'utf8'));
}

async function inTransaction(client: pg.Client, names: readonly string[]): Promise<void> {
  await client.query('begin');
  for (const name of names) await run(client, name);
  await client.query('commit');
}

async function prepare(client: pg.Client): Promise<void> {
  await run(client, 'scratch');
  await client.query(
    `insert into territory.step select machine_id, from_state, type, to_state, machine, guards from jsonb_populate_recordset(null::territory.step, $1)`,
    [JSON.stringify(legalSteps())],
  );
  await client.query(
    `insert into territory.department select k, above, below from jsonb_populate_recordset(null::territory.department, $1)`,
    [JSON.stringify(DEPARTMENTS)],
  );
  await client.query(
    `insert into territory.template
     select t.k, t.category, t.bytes, mulu.public_content(t.bytes::jsonb -> 'content', p.body)::text, t.findings
     from jsonb_populate_recordset(null::territory.template, $1) t join mulu.profile p on p.id = 'NM-2024' and p.version = $2`,
    [JSON.stringify(templates(profile().profile)), profile().profile.version],
  );
  await client.query(`insert into mulu.content_blob (hash, bytes) values (sha256($1), $1)`, [Buffer.from(REASON)]);
}

/** Indexes that no constraint needs are made anew afterwards, which costs a fraction of keeping them. Answers how. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any ('{mulu.log_event,mulu.revision,mulu.version_item,mulu.decision,mulu.publication_item}'::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid) and not i.indisunique`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function inParts(adminUrl: string, settings: Settings, bodies: number, say: (line: string) => void): Promise<void> {
  const parts = Array.from({ length: Math.ceil(bodies / PART) }, (_, index) => index * PART + 1);
  const total = parts.length;
  const work = async () => {
    const client = await connect(adminUrl, settings);
    try {
      for (let from = parts.shift(); from !== undefined; from = parts.shift()) {
        await client.query(`select set_config('territory.from', $1, false), set_config('territory.until', $2, false)`, [from, from + PART]);
        await inTransaction(client, ['texts', 'steps', 'log', 'rows']);
        if (parts.length % 10 === 0) say(`${total - parts.length} of ${total} parts`);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all(Array.from({ length: Math.min(WORKERS, total) }, work));
}
