import type pg from 'pg';
import type { Attack } from '../attack.js';
import type { World } from '../world.js';

type Login = 'app' | 'portal' | 'auditor' | 'checkpointer';

const HISTORY = [
  'appointment',
  'bar',
  'calendar_day',
  'calendar_edition',
  'catalogue',
  'catalogue_version',
  'checkpoint',
  'checkpoint_cosignature',
  'content_blob',
  'decision',
  'hidden_item',
  'hint_dismissal',
  'import',
  'item',
  'live_appointment',
  'log_check',
  'log_check_gap',
  'log_event',
  'log_leaf',
  'log_subtree',
  'log_word',
  'machine',
  'machine_in_force',
  'matter',
  'organization',
  'participation',
  'profile',
  'publication',
  'publication_item',
  'publication_record',
  'purge',
  'region',
  'revision',
  'sm_checkpoint',
  'sm_leaf',
  'sm_subtree',
  'standing_decision',
  'transition',
  'version_item',
].map((name) => `mulu.${name}`);
const PUBLIC = ['open.catalogue', 'open.document'];

/** All that each login may read; nobody may write anything. A table with columns in brackets is open in those only. */
const READABLE: Readonly<Record<Login, readonly string[]>> = {
  app: [...HISTORY, ...PUBLIC, 'mulu.account(active,created_at,display_name,id,must_change_password,username)'],
  portal: PUBLIC,
  auditor: [...HISTORY, 'mulu.account(display_name,id,username)'],
  checkpointer: [
    'mulu.checkpoint',
    'mulu.checkpoint_cosignature',
    'mulu.log_event',
    'mulu.log_leaf',
    'mulu.log_subtree',
    'mulu.log_word',
    'mulu.sm_checkpoint',
    'mulu.sm_leaf',
    'mulu.sm_subtree',
  ],
};

/** Every function that a login may call. */
const CALLABLE: Readonly<Record<Login, readonly string[]>> = {
  app: [
    'account_create',
    'account_set_active',
    'appointment_grant',
    'appointment_revoke',
    'calendar_set',
    'carry_overs',
    'catalogue_create',
    'command_facts',
    'commit_command',
    'commit_commands',
    'commit_due',
    'commit_matter',
    'commit_matter_due',
    'commit_purge',
    'composed_document',
    'consistency_proof',
    'contact_of',
    'contact_set',
    'coverage_items_told',
    'coverage_told',
    'day_here',
    'demo_seed',
    'evidence_read',
    'forget_lapsed',
    'freshness_list',
    'freshness_told',
    'hands_at',
    'import_keep',
    'inclusion_proof',
    'is_administrator',
    'log_check_end',
    'log_check_hold',
    'log_check_missed',
    'log_check_take',
    'matter_facts',
    'matter_told',
    'my_matters',
    'notifications_due',
    'notifications_failed',
    'notifications_moved',
    'notifications_note',
    'notifications_sent',
    'obligations_told',
    'organization_create',
    'password_change',
    'password_reset',
    'persons',
    'progress_moves',
    'progress_told',
    'purge_facts',
    'purgeable_texts',
    'rectifications_told',
    'referral_of',
    'region_lineage',
    'report_figures',
    'reports_told',
    'session_close',
    'session_hands',
    'session_open',
    'session_person',
    'session_salt',
    'session_touch',
    'session_view',
    'setup_complete',
    'setup_offer',
    'tasks_told',
    'territories_of',
    'version_at_work',
    'webhook_configure',
    'webhook_delivered',
    'webhook_failed',
    'webhook_release',
    'webhook_take',
    'worklist_facts',
  ],
  portal: ['composed_document', 'receipt', 'receipt_head'],
  auditor: ['consistency_proof', 'inclusion_proof'],
  checkpointer: [
    'checkpoint_keep',
    'checkpoint_note',
    'consistency_proof',
    'cosignature_keep',
    'cosignature_wanted',
    'inclusion_proof',
    'leaves_absorb',
    'publications_between',
    'sm_checkpoint_keep',
    'sm_grow',
    'tree_head',
  ],
};

const SCHEMAS: Readonly<Record<Login, readonly string[]>> = {
  app: ['mulu usage', 'open usage'],
  portal: ['open usage'],
  auditor: ['mulu usage'],
  checkpointer: ['mulu usage'],
};

const RELATIONS = `
  select n.nspname || '.' || c.relname || case when has_table_privilege(c.oid, 'select') then '' else
    '(' || (select string_agg(a.attname, ',' order by a.attname) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and has_column_privilege(c.oid, a.attnum, 'select')) || ')' end as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('mulu', 'open') and c.relkind in ('r', 'v') and has_any_column_privilege(c.oid, 'select') order by 1`;
const WRITABLE = `
  select p.privilege || ' ' || c.relname as name
  from pg_class c cross join unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p (privilege)
  where c.relnamespace::regnamespace::text in ('mulu', 'open') and c.relkind in ('r', 'v')
    and (has_table_privilege(c.oid, p.privilege) or p.privilege in ('insert', 'update', 'references') and has_any_column_privilege(c.oid, p.privilege))
  union all
  select 'sequence ' || c.relname from pg_class c
  where case when c.relkind = 'S' and c.relnamespace::regnamespace::text in ('mulu', 'open') then has_sequence_privilege(c.oid, 'usage, select, update') else false end
  union all
  select 'create in ' || nspname from pg_namespace where nspname in ('mulu', 'open', 'public') and has_schema_privilege(oid, 'create')
  union all
  select privilege || ' in the database' from unnest(array['create', 'temporary']) privilege where has_database_privilege(current_database(), privilege)`;
const FUNCTIONS = `
  select distinct p.proname::text as name from pg_proc p
  where p.pronamespace::regnamespace::text in ('mulu', 'open') and has_function_privilege(p.oid, 'execute') order by 1`;
const USABLE = `
  select n.nspname || ' usage' as name from pg_namespace n where n.nspname in ('mulu', 'open') and has_schema_privilege(n.oid, 'usage') order by 1`;

const logins: readonly Login[] = ['app', 'portal', 'auditor', 'checkpointer'];

function exactly(what: string, sql: string, expected: (login: Login) => readonly string[]): Attack[] {
  return logins.map((login) => ({
    what: `the login ${login} ${what}`,
    refused: 'taken',
    run: async (world) => {
      const { rows } = await (world[login] as pg.Client).query<{ name: string }>(sql);
      const found = rows.map(({ name }) => name);
      const wanted = [...expected(login)].sort();
      const wrong = [
        ...found.filter((name) => !wanted.includes(name)),
        ...wanted.filter((name) => !found.includes(name)).map((name) => `not ${name}`),
      ];
      if (wrong.length > 0) throw new Error(wrong.join(', '));
    },
  }));
}

/** Something that the public's login, or nobody, must be able to do. */
function refusedTo(login: Login, what: string, sql: (world: World) => string): Attack {
  return { what: `the login ${login} ${what}`, refused: '42501', run: (world) => (world[login] as pg.Client).query(sql(world)) };
}

/** I6: the public's login reads what was published, and no login writes anything by itself. */
export const I6: readonly Attack[] = [
  ...exactly('reads exactly what it is given', RELATIONS, (login) => READABLE[login]),
  ...exactly('writes nothing', WRITABLE, () => []),
  ...exactly('calls exactly what it is given', FUNCTIONS, (login) => CALLABLE[login]),
  ...exactly('enters exactly what it is given', USABLE, (login) => SCHEMAS[login]),
  refusedTo('portal', 'reads texts', () => 'select * from mulu.content_blob'),
  refusedTo('portal', 'reads the rows behind what is public', () => 'select * from mulu.publication_item'),
  refusedTo('portal', 'acts', () => `select mulu.commit_command('', '{}')`),
  refusedTo('auditor', 'reads keys', () => 'select verifier from mulu.account'),
  refusedTo('checkpointer', 'reads texts', () => 'select * from mulu.content_blob'),
  ...logins.map((login) => refusedTo(login, 'becomes the owner', () => 'set role mulu_owner')),
  {
    // PostgreSQL before 18 runs it as whoever commits, and a login may call next to nothing.
    what: 'what is looked at when a transaction ends is looked at in the name of the owner',
    refused: 'taken',
    run: async ({ admin }) => {
      const { rows } = await admin.query<{ name: string }>(
        `select t.tgname as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgdeferrable and not t.tgisinternal and not p.prosecdef`,
      );
      if (rows.length > 0) throw new Error(rows.map(({ name }) => name).join(', '));
    },
  },
  {
    what: 'the public sees the version in force, without internal columns, and a tombstone without texts',
    refused: 'taken',
    run: async ({ portal, scenes }) => {
      const { rows } = await portal.query<{ version: string; document: string }>(
        `select version_id as version, convert_from(document, 'UTF8') as document from open.document`,
      );
      const seen = new Map(rows.map(({ version, document }) => [version, document]));
      const expected = [scenes.shown.id, scenes.second.id];
      if ([...seen.keys()].sort().join() !== expected.sort().join()) throw new Error(`it sees ${[...seen.keys()].join()}`);
      const names = JSON.parse(seen.get(scenes.shown.id)!).items.map((item: { path: string[] }) => item.path[0]);
      if (names.join() !== 'kept,public') throw new Error(`it reads ${names.join()}`);
      if ([...seen.values()].some((document) => document.includes('internal'))) throw new Error('it reads internal columns');
    },
  },
];
