import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { useTestDatabase } from '../../test/harness/index.js';
import { PROJECT_ROOT } from '../platform/project.js';
import { expectedWalls } from './expected.js';
import { databaseDifferences, requireWalls } from './guard.js';
import { readWalls } from './walls.js';

/** What somebody with a superuser's powers did to the database, and what the guard must say, in its English words. */
const TAMPERED: readonly (readonly [what: string, sql: string, said: RegExp])[] = [
  ['a dropped trigger', 'drop trigger log_event_chain on mulu.log_event', /^Trigger log_event_chain on mulu\.log_event is missing/],
  [
    'a disabled trigger',
    'alter table mulu.session disable trigger all; alter table mulu.decision disable trigger decision_guard',
    /^Trigger decision_guard on mulu\.decision is not what it should be: .* it is DISABLED CREATE TRIGGER/m,
  ],
  [
    "a foreign key's triggers, disabled",
    'alter table mulu.session disable trigger all',
    /^Constraint session_account_id_fkey on mulu\.session .* it is FOREIGN KEY .* DISABLED$/,
  ],
  [
    'a trigger of somebody else',
    'create trigger other before insert on mulu.bar for each row execute function mulu.deny_change()',
    /^Trigger other on mulu\.bar should not be there/,
  ],
  [
    'a replaced function body',
    `create or replace function mulu.deny_change() returns trigger language plpgsql set search_path = mulu, pg_temp as 'begin return new; end'`,
    /^Function mulu\.deny_change\(\) is not what it should be/,
  ],
  [
    'a function that looks for names elsewhere',
    'alter function mulu.session_person(text) reset search_path',
    /^Function mulu\.session_person\(text\) is not what it should be/,
  ],
  [
    'a function of the owner in a schema of its own',
    `create schema side authorization mulu_owner; set local role mulu_owner;
     create function side.door() returns int language sql security definer as 'select 1'; reset role; revoke execute on function side.door() from public`,
    /^Function side\.door\(\) should not be there/,
  ],
  [
    'an extra right of the application',
    'grant insert on mulu.decision to mulu_app',
    /^Right relation mulu\.decision to mulu_app .* it is INSERT, SELECT$/,
  ],
  [
    'an extra right of the portal',
    'grant select on mulu.content_blob to mulu_portal',
    /^Right relation mulu\.content_blob to mulu_portal should not be there/,
  ],
  [
    'a right of everybody',
    'grant execute on function mulu.session_person(text) to public',
    /^Right function mulu\.session_person\(text\) to PUBLIC should not be/,
  ],
  [
    'a column shown',
    'grant select (verifier) on mulu.account to mulu_app',
    /^Right column mulu\.account\.verifier to mulu_app should not be there/,
  ],
  ['a right taken away', 'revoke select on mulu.transition from mulu_app', /^Right relation mulu\.transition to mulu_app is missing/],
  [
    'a dropped constraint',
    'alter table mulu.content_blob drop constraint content_blob_bytes_match',
    /^Constraint content_blob_bytes_match .* is missing/,
  ],
  ['a dropped unique index', 'drop index mulu.log_event_idempotency', /^Unique index mulu\.log_event_idempotency is missing/],
  [
    'an empty column allowed',
    'alter table mulu.decision alter column content_hash drop not null',
    /^Column mulu\.decision\.content_hash is not what/,
  ],
  [
    'a rule that swallows rows',
    'create rule swallow as on insert to mulu.log_event do instead nothing',
    /^Rule swallow on mulu\.log_event should not be/,
  ],
  [
    'a view that shows more',
    `create or replace view mulu.hidden_item as select i.version_id, i.item_id from mulu.publication_item i where false`,
    /^Table or view mulu\.hidden_item is not what it should be/,
  ],
  ['a barrier lowered', 'alter view open.document reset (security_barrier)', /^Table or view open\.document is not what it should be/],
  ['a role that passes every wall', 'alter role mulu_portal superuser', /^Role mulu_portal is not what it should be: .* it is SUPERUSER$/],
  ['an owner who may sign in', 'alter role mulu_owner login', /^Role mulu_owner is not what it should be/],
  ['a login made a member of the owner', 'grant mulu_owner to mulu_app', /^Membership mulu_app in mulu_owner should not be there/],
  ['triggers off for a session', 'set local session_replication_role = replica', /^Setting session_replication_role .* it is replica$/],
  [
    'triggers off for a login',
    'alter role mulu_app set session_replication_role = replica',
    /^Role mulu_app is not what it should be: .* session_replication_role=replica/,
  ],
  [
    'a changed profile',
    `set local session_replication_role = replica; update mulu.profile set body = body || '{"name": {"zh": "另一个", "en": "Another"}}' where id = 'SX-CZ';
     set local session_replication_role = origin`,
    /^Profile SX-CZ \d+ is not what it should be: .* though it says/,
  ],
  [
    'a profile that the program does not have',
    `insert into mulu.profile select 'XX', version, hash, body from mulu.profile where id = 'SX-CZ'`,
    /^Profile XX \d+ should not be there/,
  ],
  [
    'an extra transition',
    `insert into mulu.transition values ('catalogueVersion', '0', 'draft', 'publish', 'published', '{system}', '{}')`,
    /^Transition catalogueVersion 0: draft – publish → published should not be there: it is by system$/,
  ],
  [
    'a transition taken away',
    `set local session_replication_role = replica; delete from mulu.transition where from_state = 'scheduled' and to_state = 'published';
     set local session_replication_role = origin`,
    /^Transition catalogueVersion 0: scheduled – \w+ → published is missing/,
  ],
];

describe('the guard of the database', () => {
  const database = useTestDatabase();

  async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return work(client).finally(() => client.end());
  }

  it('expects what the migrations make (npm run walls writes it anew, for review)', async () => {
    expect(await as(database.appUrl, readWalls)).toEqual(expectedWalls());
  });

  it('lets an untouched database pass', async () => {
    await expect(requireWalls(database.appUrl)).resolves.toBeUndefined();
  });

  // Roles belong to the whole server: what is done to them here is never committed.
  it.each(TAMPERED)('notices %s', async (_, sql, said) => {
    const found = await as(database.adminUrl, async (admin) => {
      await admin.query(`begin; ${sql}`);
      return databaseDifferences(admin);
    });
    expect(found.map(({ en }) => en)).toContainEqual(expect.stringMatching(said));
    for (const { zh } of found) expect(zh).toMatch(/\p{Script=Han}.*：(缺少|多出|不一致)，/u);
  });

  it('keeps the program from serving, with every difference in words and status 1', async () => {
    const env = {
      PATH: process.env.PATH,
      MULU_PORT: '0',
      MULU_LOG_LEVEL: 'warn',
      DATABASE_URL: database.appUrl,
      MULU_PORTAL_URL: database.portalUrl,
    };
    await as(database.adminUrl, (admin) => admin.query('drop trigger item_immutable on mulu.item; grant truncate on mulu.item to public'));
    const { status, stderr } = spawnSync(process.execPath, ['--import', './scripts/typescript-hook.mjs', 'src/main.ts'], {
      cwd: PROJECT_ROOT,
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(stderr).toContain('触发器 item_immutable on mulu.item：缺少，应为 CREATE TRIGGER');
    expect(stderr).toContain('Trigger item_immutable on mulu.item is missing: it should be CREATE TRIGGER');
    expect(stderr).toContain('Right relation mulu.item to PUBLIC should not be there: it is TRUNCATE');
    expect(stderr).not.toMatch(/\bat \S+:\d+/);
    expect(status).toBe(1);
  });
});
