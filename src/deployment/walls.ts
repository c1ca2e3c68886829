import type pg from 'pg';

/**
 * What guards the data, as text: kind → name → definition, its parts divided by `; `. The same database gives the same text on every
 * PostgreSQL from 15 on.
 */
export type Walls = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The part of a client that reading needs. */
export type Reader = Pick<pg.ClientBase, 'query'>;

/** Makes the three columns kind, name, definition into walls, in the order given. */
export function wallsOf(rows: readonly { kind: string; name: string; definition: string }[]): Walls {
  const walls: Record<string, Record<string, string>> = {};
  for (const { kind, name, definition } of rows) (walls[kind] ??= {})[name] = definition;
  return walls;
}

const ROLES = `('mulu_owner', 'mulu_migrator', 'mulu_app', 'mulu_portal', 'mulu_auditor', 'mulu_checkpointer')`;
const SCHEMAS = (condition: string): string => `array(select oid from pg_namespace where nspname ${condition})`;
/** The schemas of the walls, and whatever else the owner made: what it owns could do all that the functions do. */
const OURS = (space: string, owner: string): string =>
  `(${space} = any (${SCHEMAS(`in ('mulu', 'open')`)}) or
    ${owner} = (select oid from pg_roles where rolname = 'mulu_owner') and ${space} <> all (${SCHEMAS(`~ '^(migration$|pg_)'`)}))`;
/** The list of applied migrations lies beside the walls: only who may touch it counts. */
const GRANTED = (space: string, owner: string): string => `(${OURS(space, owner)} or ${space} = any (${SCHEMAS(`= 'migration'`)}))`;
const OWNED_BY = (owner: string): string => `'owner ' || pg_get_userbyid(${owner})`;
const SHA256 = (text: string): string => `'sha256 ' || encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
/** A foreign key is carried out by triggers of PostgreSQL's own, which a superuser can switch off like any other. */
const FIRES = (enabled: string): string =>
  `case ${enabled} when 'O' then null when 'D' then 'DISABLED' when 'R' then 'FOR REPLICAS ONLY' else 'ALWAYS' end`;

/**
 * Each answers kind, name, definition, for a connection whose search path is pg_catalog alone, so that every name is written
 * in full. Left out because versions disagree or operators may choose: NOT NULL as a constraint (it is told with its column), MAINTAIN,
 * indexes that are not unique, storage parameters of tables, rights of other logins to connect.
 */
const SOURCES = [
  `select 'trigger' as kind, tgname || ' on ' || tgrelid::regclass as name, concat_ws(' ', ${FIRES('tgenabled')}, pg_get_triggerdef(t.oid)) as definition
   from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and ${OURS('c.relnamespace', 'c.relowner')}`,

  `select 'function', p.oid::regprocedure::text, concat_ws('; ',
     'returns ' || pg_get_function_result(p.oid), 'takes (' || pg_get_function_arguments(p.oid) || ')', l.lanname, ${OWNED_BY('proowner')},
     case when prosecdef then 'security definer' end, array_to_string(proconfig, ', '), 'volatility ' || provolatile::text, 'parallel ' || proparallel::text,
     case when proisstrict then 'strict' end, case when proleakproof then 'leakproof' end, ${SHA256('prosrc || coalesce(pg_get_function_sqlbody(p.oid), $$$$)')})
   from pg_proc p join pg_language l on l.oid = p.prolang where ${OURS('pronamespace', 'proowner')}`,

  // Versions qualify the columns in a view's text differently: the text counts without qualifiers, and beside it what it reads.
  `select 'relation', c.oid::regclass::text, concat_ws('; ',
     case relkind when 'r' then 'table' when 'v' then 'view' when 'S' then 'sequence' else 'kind ' || relkind::text end, ${OWNED_BY('relowner')},
     case when relpersistence <> 'p' then 'not permanent' end, case when relrowsecurity then 'row security' end,
     case when exists (select from pg_inherits where inhparent = c.oid) then 'has children' end,
     case relkind when 'v' then concat_ws('; ', array_to_string(reloptions, ', '), 'reads ' || (
       select string_agg(distinct d.refobjid::regclass || '.' || a.attname, ', ')
       from pg_rewrite w join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid and a.attnum > 0 where w.ev_class = c.oid and d.refobjid <> c.oid),
       ${SHA256(String.raw`regexp_replace(pg_get_viewdef(c.oid), '\m[a-z_]+\.(?=[a-z_])|\s+', '', 'g')`)}) end)
   from pg_class c where relkind not in ('i', 'I', 't', 'c') and ${OURS('relnamespace', 'relowner')}`,

  `select 'rule', r.rulename || ' on ' || r.ev_class::regclass, concat_ws(' ', ${FIRES('ev_enabled')}, pg_get_ruledef(r.oid))
   from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${OURS('c.relnamespace', 'c.relowner')}`,

  `select 'column', c.oid::regclass || '.' || attname, concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
     case attidentity when 'a' then 'identity always' when 'd' then 'identity by default' end, case when attgenerated <> '' then 'generated' end,
     'default ' || pg_get_expr(d.adbin, d.adrelid))
   from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = attnum
   where relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS('relnamespace', 'relowner')}`,

  `select 'constraint', conname || ' on ' || conrelid::regclass,
     concat_ws(' ', pg_get_constraintdef(k.oid), (select string_agg(distinct ${FIRES('tgenabled')}, ' ') from pg_trigger where tgconstraint = k.oid))
   from pg_constraint k join pg_class c on c.oid = conrelid where contype in ('c', 'f', 'p', 'u', 'x') and ${OURS('c.relnamespace', 'c.relowner')}`,

  `select 'index', i.indexrelid::regclass::text, concat_ws(' ', case when not indisvalid then 'INVALID' end, pg_get_indexdef(i.indexrelid))
   from pg_index i join pg_class c on c.oid = i.indrelid
   where indisunique and ${OURS('c.relnamespace', 'c.relowner')} and c.relkind <> 't' and not exists (select from pg_constraint where conindid = i.indexrelid)`,

  `select 'grant', what || ' to ' || coalesce(nullif(pg_get_userbyid(grantee), 'unknown (OID=0)'), 'PUBLIC'),
     string_agg(distinct privilege_type || case when is_grantable then ' with grant option' else '' end, ', ')
   from (
     select 'relation ' || oid::regclass as what, relacl as acl, relowner as owner from pg_class where ${GRANTED('relnamespace', 'relowner')}
     union all
     select 'column ' || c.oid::regclass || '.' || attname, attacl, relowner from pg_class c join pg_attribute on attrelid = c.oid
     where attacl is not null and ${GRANTED('relnamespace', 'relowner')}
     union all
     select 'function ' || oid::regprocedure, coalesce(proacl, acldefault('f', proowner)), proowner from pg_proc where ${GRANTED('pronamespace', 'proowner')}
     union all
     select 'schema ' || nspname, nspacl, nspowner from pg_namespace where ${GRANTED('oid', 'nspowner')}
     union all
     select 'database', coalesce(datacl, acldefault('d', datdba)), datdba from pg_database where datname = current_database()
   ) o cross join lateral aclexplode(acl)
   where grantee <> owner and privilege_type <> 'MAINTAIN' and (what <> 'database' or grantee = 0 or pg_get_userbyid(grantee) in ${ROLES})
   group by what, grantee`,

  `select 'role', rolname::text, concat_ws('; ', case when rolcanlogin then 'login' else 'nologin' end, case when rolinherit then 'inherit' end,
     case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end, case when rolcreaterole then 'CREATEROLE' end,
     case when rolcreatedb then 'CREATEDB' end, case when rolreplication then 'REPLICATION' end,
     (select string_agg(distinct setting, '; ') from pg_db_role_setting s cross join unnest(setconfig) setting
      where s.setrole in (0, r.oid) and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        and setting ~ '^(search_path|session_replication_role)='))
   from pg_roles r where rolname in ${ROLES}`,

  // Whoever administers the server's roles can make itself a member at any time; nobody else may be one.
  `select 'membership', m.rolname || ' in ' || g.rolname, concat_ws('; ', 'member', case when bool_or(a.admin_option) then 'admin' end,
     case when bool_or(coalesce((to_jsonb(a) ->> 'inherit_option')::boolean, m.rolinherit)) then 'inherits' end)
   from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
   where m.rolname in ${ROLES} or g.rolname in ${ROLES} and not (m.rolsuper or m.rolcreaterole)
   group by m.rolname, g.rolname`,

  `select 'setting', name, current_setting(name) from (values ('session_replication_role')) s (name)`,
];

/**
 * Reads the walls out of the catalogues, which every login may read. Changes the connection's search path.
 */
export async function readWalls(client: Reader): Promise<Walls> {
  await client.query('set search_path = pg_catalog');
  const { rows } = await client.query<{ kind: string; name: string; definition: string }>(
    `${SOURCES.join('\nunion all\n')}\norder by 1, 2`,
  );
  return wallsOf(rows);
}
