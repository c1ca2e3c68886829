import { DEMO_PEOPLE } from '../demo/people.js';
import type pg from 'pg';
import { queryable, seedPeople, signIn, TEST_KDF, TEST_PASSWORD } from '../../../test/factories/people.js';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';
import { seedDemo } from '../demo/seed.js';
import { newCredentials } from '../passwords/scrypt.js';
import { newToken } from '../session/token.js';
import { offerSetup } from './offer.js';

async function administrators(...roles: string[]) {
  const { salt, verifier } = await newCredentials(TEST_PASSWORD, TEST_KDF);
  return JSON.stringify(
    roles.map((role) => ({
      role,
      username: role.toLowerCase(),
      displayName: role,
      salt: salt.toString('hex'),
      verifier: verifier.toString('hex'),
      kdf: TEST_KDF,
    })),
  );
}
const THREE = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];

describe('the first start in production', () => {
  const people = usePeopleDatabase({ seed: false });
  let app: pg.Client;
  let token: string;
  beforeAll(() => ({ app } = people));
  const complete = async (given: string, ...roles: string[]) =>
    app.query('select setup_complete($1, $2)', [given, await administrators(...roles)]);

  it('offers a token once; the database keeps its hash only', async () => {
    token = (await offerSetup(queryable(app)))!;
    expect(token).toHaveLength(43);
    expect(await offerSetup(queryable(app))).toBeNull();
    const { rows } = await people.admin.query(`select token_hash = sha256(convert_to($1, 'UTF8')) as kept from setup_token`, [token]);
    expect(rows).toEqual([{ kept: true }]);
  });

  it('seeds no demonstration beside it', async () => {
    expect(await seedDemo(queryable(app), { kdf: TEST_KDF })).toBeNull();
    expect((await app.query('select id from account')).rows).toEqual([]);
  });

  it('refuses a wrong token, and anything but the three administrators', async () => {
    await expect(complete(newToken(), ...THREE)).rejects.toMatchObject({ code: 'MU403', message: 'setup.tokenRefused' });
    await expect(complete(token, ...THREE.slice(1))).rejects.toMatchObject({ code: 'MU400' });
    await expect(complete(token, ...THREE, 'compiler')).rejects.toMatchObject({ code: 'MU400' });
    await expect(complete(token, ...THREE.slice(1), THREE[1]!)).rejects.toMatchObject({ code: 'MU400' });
  });

  it('refuses a token that is a day old, and then offers another', async () => {
    await people.admin.query(`update setup_token set issued_at = now() - interval '25 hours'`);
    await expect(complete(token, ...THREE)).rejects.toMatchObject({ code: 'MU403' });
    const old = token;
    token = (await offerSetup(queryable(app)))!;
    expect(token).toHaveLength(43);
    await expect(complete(old, ...THREE)).rejects.toMatchObject({ code: 'MU403' });
  });

  it('takes the token once, of two requests at once too; the three can sign in', async () => {
    const clients = [app, await people.another()];
    const body = await administrators(...THREE);
    const outcomes = await Promise.allSettled(clients.map((client) => client.query('select setup_complete($1, $2)', [token, body])));
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(complete(token, ...THREE)).rejects.toMatchObject({ code: 'MU409', message: 'setup.done' });
    for (const role of THREE) await signIn(app, role.toLowerCase());
    expect(await offerSetup(queryable(app))).toBeNull();
    const { rows } = await app.query('select role from live_appointment order by role');
    expect(rows.map((row) => row.role)).toEqual([...THREE].sort());
  });
});

describe('the first start of the evaluation mode', () => {
  const people = usePeopleDatabase({ seed: false });

  it('makes everybody once, of two processes at once too, and nobody again', async () => {
    const clients = [people.app, await people.another()];
    const seeded = await Promise.all(clients.map((client) => seedDemo(queryable(client), { kdf: TEST_KDF })));
    const printed = seeded.filter((accounts) => accounts !== null);
    expect(printed).toHaveLength(1);
    expect(new Set(printed[0]!.map((account) => account.password)).size).toBe(DEMO_PEOPLE.length);
    for (const { username, password } of printed[0]!) await signIn(people.app, username, password);
    await seedPeople(people.app);
    expect((await people.app.query('select id from account')).rows).toHaveLength(DEMO_PEOPLE.length);
    await signIn(people.app, 'compiler', printed[0]!.find((account) => account.username === 'compiler')!.password);
  });

  it('offers no set-up token', async () => {
    expect(await offerSetup(queryable(people.app))).toBeNull();
  });

  it('knows the region tree: 1 + 12 + 103, and a second root with one city', async () => {
    const { rows } = await people.app.query(
      `select level, count(*)::int as count from region where code_system = 'GB/T 2260' group by level order by level`,
    );
    expect(Object.fromEntries(rows.map((row) => [row.level, row.count]))).toEqual({
      autonomousRegion: 1,
      bannerCounty: 103,
      leagueCity: 12,
      prefectureCity: 1,
      province: 1,
    });
    const lineage = await people.app.query(`select region_lineage('150523')`);
    expect(lineage.rows.map((row) => row.region_lineage)).toEqual(['150523', '150500', '150000']);
  });

  it('knows the functional zones by their statistical codes, each below its league-city', async () => {
    const { rows } = await people.app.query(
      `select code, parent_code, level from region where code_system = '统计用区划代码' order by code`,
    );
    expect(rows.map(({ code, parent_code }) => `${code} ${parent_code}`)).toEqual([
      '150172 150100',
      '150271 150200',
      '150571 150500',
      '152571 152500',
      '152971 152900',
    ]);
    expect(new Set(rows.map(({ level }) => level))).toEqual(new Set(['bannerCounty']));
    const lineage = await people.app.query(`select region_lineage('150271')`);
    expect(lineage.rows.map((row) => row.region_lineage)).toEqual(['150271', '150200', '150000']);
  });
});
