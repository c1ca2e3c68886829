import pg from 'pg';
import { useTestDatabase } from '../../test/harness/index.js';

let portal: pg.Client;
let admin: pg.Client;
afterAll(() => Promise.all([portal?.end(), admin?.end()])); // before the database goes
const database = useTestDatabase();

beforeAll(async () => {
  portal = new pg.Client({ connectionString: database.portalUrl });
  admin = new pg.Client({ connectionString: database.adminUrl });
  await Promise.all([portal.connect(), admin.connect()]);
});

const OURS = `nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%'`;
const codeOf = (statement: string) =>
  portal.query(statement).then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

/** The statements that were not refused, one after the other. */
async function allowed(statements: readonly { name: string; statement: string }[]): Promise<string[]> {
  const names: string[] = [];
  for (const { name, statement } of statements) {
    if ((await codeOf(statement)) !== '42501') names.push(name);
  }
  return names.sort();
}

/** I6, over the catalogue of the database: what a migration adds later is refused as well, or this notices. */
describe('the login of the portal', () => {
  it('reads the two views of the schema open and no other relation', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${OURS}`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(await allowed(rows.map(({ name }) => ({ name, statement: `select 1 from ${name} limit 1` })))).toEqual([
      'open.catalogue',
      'open.document',
    ]);
  });

  it('writes nothing, not even through the views', async () => {
    const never = ['42501', '55000']; // no right, or a view into which nobody can write
    for (const table of ['open.catalogue', 'open.document', 'mulu.bar', 'mulu.publication']) {
      expect(never).toContain(await codeOf(`delete from ${table}`));
      expect(never).toContain(await codeOf(`insert into ${table} default values`));
    }
    const making = ['create schema mine', ...['public', 'open', 'mulu'].map((schema) => `create table ${schema}.mine (a int)`)];
    const becoming = ['set role mulu_owner', 'set role mulu_app', 'set session_replication_role = replica'];
    expect(await allowed([...making, ...becoming].map((statement) => ({ name: statement, statement })))).toEqual([]);
  });

  it('calls the function behind its view, those of the receipts, and no other', async () => {
    const { rows } = await admin.query<{ name: string; statement: string }>(
      `select format('%I.%I', nspname, proname) as name,
         format('%s %I.%I(%s)', case prokind when 'p' then 'call' else 'select' end, nspname, proname,
           (select string_agg('null::' || format_type(t, null), ', ' order by position) from unnest(proargtypes) with ordinality arguments (t, position))) as statement
       from pg_proc join pg_namespace n on n.oid = pronamespace where ${OURS}`,
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(await allowed(rows)).toEqual(['open.composed_document', 'open.receipt', 'open.receipt_head']);
  });

  it('is given nothing of a version that is not in force', async () => {
    const { rows } = await portal.query(`select open.composed_document('00000000-0000-4000-8000-000000000001') as document`);
    expect(rows[0].document).toBeNull();
    const { rows: receipts } = await portal.query(
      `select open.receipt(id) as receipt, open.receipt_head(id) as head from gen_random_uuid() id`,
    );
    expect(receipts).toEqual([{ receipt: null, head: null }]);
  });
});
