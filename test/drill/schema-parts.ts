import type pg from 'pg';

/** One part of the schema that can be missing, and the statement that takes it away (or gives what must not be given). */
export interface Mutation {
  readonly kind: 'trigger' | 'constraint' | 'index' | 'not null' | 'grant' | 'revoke';
  readonly what: string;
  readonly sql: string;
  /** What makes it whole again, where one statement does; otherwise the copy of the database is thrown away. */
  readonly undo?: string;
}

const UNDOABLE: ReadonlySet<Mutation['kind']> = new Set(['grant', 'revoke']);

function inverse(sql: string): string {
  return sql.startsWith('grant')
    ? sql.replace(/^grant/, 'revoke').replace(/ to (\S+)$/, ' from $1')
    : sql.replace(/^revoke/, 'grant').replace(/ from (\S+)$/, ' to $1');
}

const LOGINS = ['mulu_app', 'mulu_portal', 'mulu_auditor', 'mulu_checkpointer'];
const SCHEMAS = `('mulu', 'open')`;

/** Each answers kind, what and sql, in this order. Internal triggers belong to foreign keys, indexes of constraints to those. */
const SOURCES = [
  `select 'trigger' as kind, tgname || ' on ' || c.relname as what, format('drop trigger %I on %s', tgname, c.oid::regclass) as sql
   from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace::regnamespace::text in ${SCHEMAS}`,
  `select 'constraint', conname || ' on ' || conrelid::regclass, format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
   from pg_constraint where contype in ('c', 'f', 'u', 'p', 'x') and conrelid <> 0 and connamespace::regnamespace::text in ${SCHEMAS}`,
  `select 'index', i.indexrelid::regclass::text, format('drop index %s', i.indexrelid::regclass)
   from pg_index i join pg_class c on c.oid = i.indexrelid
   where i.indisunique and c.relnamespace::regnamespace::text in ${SCHEMAS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  `select 'not null', a.attname || ' of ' || c.relname, format('alter table %s alter column %I drop not null', c.oid::regclass, a.attname)
   from pg_attribute a join pg_class c on c.oid = a.attrelid
   where a.attnotnull and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and c.relkind = 'r' and c.relnamespace::regnamespace::text in ${SCHEMAS}
     and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey))`,
  // What each login holds, taken away.
  `select 'revoke', a.privilege_type || ' on ' || c.oid::regclass || ' from ' || r.rolname, format('revoke %s on %s from %I', a.privilege_type, c.oid::regclass, r.rolname)
   from pg_class c cross join lateral aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
   where c.relnamespace::regnamespace::text in ${SCHEMAS} and r.rolname = any ($1)`,
  `select 'revoke', 'select (' || k.attname || ') on ' || c.oid::regclass || ' from ' || r.rolname, format('revoke select (%I) on %s from %I', k.attname, c.oid::regclass, r.rolname)
   from pg_class c join pg_attribute k on k.attrelid = c.oid cross join lateral aclexplode(k.attacl) a join pg_roles r on r.oid = a.grantee
   where c.relnamespace::regnamespace::text in ${SCHEMAS} and r.rolname = any ($1)`,
  `select 'revoke', 'execute on ' || p.oid::regprocedure || ' from ' || r.rolname, format('revoke execute on function %s from %I', p.oid::regprocedure, r.rolname)
   from pg_proc p cross join lateral aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
   where p.pronamespace::regnamespace::text in ${SCHEMAS} and r.rolname = any ($1)`,
  `select 'revoke', 'usage on schema ' || n.nspname || ' from ' || r.rolname, format('revoke usage on schema %I from %I', n.nspname, r.rolname)
   from pg_namespace n cross join lateral aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee where n.nspname in ${SCHEMAS} and r.rolname = any ($1)`,
  // What no login may hold, given to one of them, or to everybody.
  `select 'grant', p.privilege || ' on ' || c.oid::regclass || ' to ' || r.rolname, format('grant %s on %s to %I', p.privilege, c.oid::regclass, r.rolname)
   from pg_class c cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p (privilege) join pg_roles r on r.rolname = any ($1)
   where c.relkind in ('r', 'v') and c.relnamespace::regnamespace::text in ${SCHEMAS} and not has_table_privilege(r.oid, c.oid, p.privilege)`,
  `select 'grant', 'execute on ' || p.oid::regprocedure || ' to ' || w.who, format('grant execute on function %s to %s', p.oid::regprocedure, w.who)
   from pg_proc p cross join (select 'public' as who union all select unnest($1::text[])) w
   where p.pronamespace::regnamespace::text in ${SCHEMAS} and not has_function_privilege(w.who, p.oid, 'execute')`,
  `select 'grant', p.privilege || ' on schema ' || n.nspname || ' to ' || r.rolname, format('grant %s on schema %I to %I', p.privilege, n.nspname, r.rolname)
   from pg_namespace n cross join unnest(array['usage', 'create']) p (privilege) join pg_roles r on r.rolname = any ($1)
   where n.nspname in ${SCHEMAS} and not has_schema_privilege(r.oid, n.oid, p.privilege)`,
];

/** Every part of the schemas mulu and open, read from the catalogues. */
export async function schemaParts(admin: Pick<pg.ClientBase, 'query'>): Promise<Mutation[]> {
  const found: Mutation[] = [];
  for (const source of SOURCES) {
    const { rows } = await admin.query<[Mutation['kind'], string, string]>({
      text: source,
      values: source.includes('$1') ? [LOGINS] : [],
      rowMode: 'array',
    });
    found.push(...rows.map(([kind, what, sql]) => ({ kind, what, sql, ...(UNDOABLE.has(kind) && { undo: inverse(sql) }) })));
  }
  return found;
}
