import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { useHouse } from '../../../test/factories/house.js';
import { must } from '../../../test/factories/version.http.js';
import { TEST_PASSWORD } from '../../../test/factories/people.js';
import { DEMO_PEOPLE } from '../demo/people.js';
import { keepDemoAccounts } from '../demo/kept-accounts.js';

const dataDir = mkdtempSync(join(tmpdir(), 'mulu-personas-'));
const file = join(dataDir, 'demo-accounts.json');
afterAll(() => rmSync(dataDir, { recursive: true }));

const enter = (app: NestFastifyApplication, username: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/session/persona', payload: { username }, headers });

describe('the switch of roles', () => {
  const house = useHouse({ MULU_DATA_DIR: dataDir });
  const keep = (password = TEST_PASSWORD) =>
    keepDemoAccounts(
      dataDir,
      DEMO_PEOPLE.map(({ username }) => ({ username, password })),
    );
  beforeEach(() => keep());

  it('keeps the passwords in a file that only its owner reads', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ officer: TEST_PASSWORD });
  });

  it('lists the parts to be taken, without a session and without a password', async () => {
    const { json, text } = await must(house.nobody.get('/api/personas'));
    expect(json.items).toHaveLength(DEMO_PEOPLE.length);
    expect(json.items[2]).toEqual({
      username: 'officer',
      displayName: '保密审查员甲',
      role: 'confidentialityOfficer',
      roleLabel: '保密审查员',
      organizations: ['长治市教育局', '内蒙古自治区教育厅'],
    });
    expect(json.items[6]).toMatchObject({ username: 'office', organizations: ['山西省', '内蒙古自治区'] });
    expect(text).not.toContain(TEST_PASSWORD);
    const english = await must(house.nobody.get('/api/personas', { 'accept-language': 'en' }));
    expect(english.json.items[2].roleLabel).toBe('Confidentiality officer');
  });

  it('signs in through the ordinary door: checked by the database, logged, the session before is over', async () => {
    const first = await enter(house.app, 'compiler');
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ user: { username: 'compiler' }, mode: 'evaluation' });
    const cookie = `mulu=${first.cookies[0]!.value}`;
    const second = await enter(house.app, 'officer', { cookie });
    expect(second.json()).toMatchObject({ user: { username: 'officer' } });
    expect((await house.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
    const { rows } = await house.people.admin.query(
      `select a.username from log_event e join account a on a.id = e.actor_id where e.type = 'session.opened' order by e.seq desc limit 2`,
    );
    expect(rows.map(({ username }) => username)).toEqual(['officer', 'compiler']);
  });

  it('opens nothing when the password is no longer the one that was kept', async () => {
    keep('another password');
    const answer = await enter(house.app, 'leader');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'session.refused']);
    expect(answer.body).not.toContain('another password');
  });

  it('knows nobody else, and obeys the gate', async () => {
    for (const name of ['nobody', 'constructor', '__proto__']) expect((await enter(house.app, name)).statusCode).toBe(404);
    for (const name of [undefined, ['officer'], 5]) expect((await enter(house.app, name)).statusCode).toBe(400);
    expect((await enter(house.app, 'officer', { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect((await enter(house.app, 'officer', { host: 'rebound.example' })).statusCode).toBe(421);
  });

  it.each([
    ['no file', () => rmSync(file)],
    ['a damaged file', () => writeFileSync(file, '{"officer": ')],
    ['a file of something else', () => writeFileSync(file, '["officer"]')],
    ['a file that says null', () => writeFileSync(file, 'null')],
  ])('is empty with %s', async (_, make) => {
    make();
    expect((await must(house.nobody.get('/api/personas'))).json.items).toEqual([]);
    expect((await enter(house.app, 'officer')).statusCode).toBe(404);
  });
});

describe('the switch of roles with a password that the operator chose', () => {
  const house = useHouse({ MULU_DATA_DIR: join(dataDir, 'older'), MULU_DEMO_PASSWORD: TEST_PASSWORD });

  it('needs no file', async () => {
    expect((await must(house.nobody.get('/api/personas'))).json.items).toHaveLength(DEMO_PEOPLE.length);
    expect((await enter(house.app, 'assessor')).statusCode).toBe(201);
  });
});

describe('production', () => {
  const house = useHouse({ MULU_MODE: 'production', MULU_DATA_DIR: dataDir });

  it('has no such room, whatever lies in the data folder', async () => {
    keepDemoAccounts(dataDir, [{ username: 'officer', password: TEST_PASSWORD }]);
    expect((await house.nobody.get('/api/personas')).status).toBe(404);
    expect((await enter(house.app, 'officer')).statusCode).toBe(404);
    expect(house.app.getHttpAdapter().getInstance().hasRoute({ method: 'POST', url: '/api/session/persona' })).toBe(false);
  });
});
