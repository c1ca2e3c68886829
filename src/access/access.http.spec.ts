import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testApplication } from '../../test/harness/index.js';
import { accountId, organizationId, TEST_PASSWORD } from '../../test/factories/people.js';
import { usePeopleDatabase } from '../../test/factories/people.database.js';
import { OrganizationsModule } from '../organizations/index.js';
import { AccessModule } from './index.js';

const people = usePeopleDatabase();
let app: NestFastifyApplication;
let compiler: string;
let sysadmin: string;
let secadmin: string;

beforeAll(async () => {
  ({ app } = await testApplication(people.database, [AccessModule, OrganizationsModule]));
  people.beforeDrop(() => app.close());
  [compiler, sysadmin, secadmin] = await Promise.all([cookieOf('compiler'), cookieOf('sysadmin'), cookieOf('secadmin')]);
});
beforeEach(() => people.admin.query('delete from sign_in_throttle'));

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
let keys = 0;

/** Every field that an answer here may have; which ones it has is what the tests look at. */
interface Answer {
  id: string;
  code: string;
  title: string;
  user: { username: string; mustChangePassword: boolean };
  appointments: unknown[];
  items: { code: string; name: string; username: string }[];
  nextCursor: string | null;
  requirements: { id: string }[];
}

interface Asked {
  cookie?: string;
  body?: unknown;
  headers?: object;
  key?: 'none';
}

async function ask(method: Method, url: string, { cookie = '', body, headers = {}, key }: Asked = {}) {
  const answer = await app.inject({
    method,
    url,
    headers: {
      cookie,
      'accept-language': 'en',
      ...(method !== 'GET' && key !== 'none' && { 'idempotency-key': `key-${(keys += 1)}` }),
      ...headers,
    },
    ...(body !== undefined && { payload: body as object }),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    json: (answer.body && /json/.test(String(answer.headers['content-type'])) ? answer.json() : null) as Answer,
    cookies: answer.cookies,
  };
}
const signIn = (username: string, password = TEST_PASSWORD, cookie = '') =>
  ask('POST', '/api/session', { body: { username, password }, cookie });
async function cookieOf(username: string, password?: string): Promise<string> {
  const { cookies } = await signIn(username, password);
  return `mulu=${cookies[0]!.value}`;
}

describe('POST /api/session', () => {
  it('answers who I am, what I hold, and a cookie that scripts cannot read', async () => {
    const { status, json, cookies, headers } = await signIn('compiler');
    expect(status).toBe(201);
    expect(json).toMatchObject({
      user: { id: await accountId(people.app, 'compiler'), username: 'compiler', displayName: '编制人甲', mustChangePassword: false },
      mode: 'evaluation',
    });
    expect(json.appointments).toHaveLength(2);
    expect(json.appointments).toContainEqual(
      expect.objectContaining({
        role: 'compiler',
        organizationId: await organizationId(people.app, '长治市教育局'),
        organizationName: '长治市教育局',
        regionCode: null,
        onBehalfOf: null,
      }),
    );
    expect(cookies).toEqual([{ name: 'mulu', value: expect.stringMatching(/^[\w-]{43}$/), path: '/', httpOnly: true, sameSite: 'Strict' }]);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('hands out a new token each time and ends the session that came along (fixation)', async () => {
    const planted = await cookieOf('compiler2');
    const { cookies } = await signIn('officer', TEST_PASSWORD, planted);
    expect(`mulu=${cookies[0]!.value}`).not.toBe(planted);
    expect((await ask('GET', '/api/session', { cookie: planted })).status).toBe(401);
    const invented = `mulu=${'A'.repeat(43)}`;
    const second = await signIn('officer', TEST_PASSWORD, invented);
    expect(`mulu=${second.cookies[0]!.value}`).not.toBe(invented);
  });

  it('says the same to a wrong password and to an unknown name', async () => {
    const [wrong, unknown] = [await signIn('compiler', 'guess'), await signIn('nobody', 'guess')];
    expect(wrong.status).toBe(401);
    expect(wrong.json).toEqual(unknown.json);
    expect(wrong.json).toMatchObject({ code: 'session.refused', status: 401 });
    expect(wrong.cookies).toEqual([]);
  });

  it('answers 429 with Retry-After after five, to both', async () => {
    for (const name of ['assessor', 'nobody']) {
      for (let i = 0; i < 5; i += 1) expect((await signIn(name, 'guess')).status).toBe(401);
      const blocked = await signIn(name);
      expect(blocked.status).toBe(429);
      expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(20);
      expect(blocked.json.code).toBe('session.throttled');
    }
  });

  it.each([
    ['no body', undefined],
    ['an array', [{ username: 'compiler', password: TEST_PASSWORD }]],
    ['a number', { username: 1, password: TEST_PASSWORD }],
    ['a field more', { username: 'compiler', password: TEST_PASSWORD, role: 'auditor' }],
    ['a password missing', { username: 'compiler' }],
    ['a NUL', { username: 'comp\0iler', password: TEST_PASSWORD }],
    ['a megabyte', { username: 'x'.repeat(1000), password: TEST_PASSWORD }],
  ])('refuses %s as malformed', async (_what, body) => {
    expect((await ask('POST', '/api/session', { body })).status).toBe(400);
  });

  it('refuses a request that another site caused', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    for (const method of ['POST', 'DELETE'] as const) {
      const body = method === 'POST' ? { username: 'compiler', password: TEST_PASSWORD } : undefined;
      expect((await ask(method, '/api/session', { body, headers })).status).toBe(403);
    }
  });
});

describe('GET and DELETE /api/session', () => {
  it('needs a session, and ends it', async () => {
    expect((await ask('GET', '/api/session')).status).toBe(401);
    const cookie = await cookieOf('leader');
    expect((await ask('GET', '/api/session', { cookie })).json.user.username).toBe('leader');
    const out = await ask('DELETE', '/api/session', { cookie });
    expect(out.status).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'mulu', value: '', maxAge: 0 });
    expect((await ask('GET', '/api/session', { cookie })).status).toBe(401);
    expect((await ask('DELETE', '/api/session', { cookie })).status).toBe(204);
  });

  it('is put off by no strange cookie', async () => {
    for (const cookie of [
      'mulu=',
      'mulu=x',
      `mulu=${'%00'.repeat(20)}`,
      `mulu=${'é'.repeat(43)}`,
      '=;;;',
      `__Host-mulu=${'A'.repeat(43)}`,
    ]) {
      expect((await ask('GET', '/api/session', { cookie })).status).toBe(401);
    }
  });
});

describe('PUT /api/session/password', () => {
  const change = (cookie: string, currentPassword: string, newPassword: string) =>
    ask('PUT', '/api/session/password', { cookie, body: { currentPassword, newPassword } });

  it('changes one’s own; the old sessions end, this browser goes on', async () => {
    const [here, elsewhere] = [await cookieOf('auditadmin'), await cookieOf('auditadmin')];
    const changed = await change(here, TEST_PASSWORD, 'a wholly new phrase');
    expect(changed.status).toBe(200);
    const next = `mulu=${changed.cookies[0]!.value}`;
    const seen = await Promise.all([here, elsewhere, next].map(async (cookie) => (await ask('GET', '/api/session', { cookie })).status));
    expect(seen).toEqual([401, 401, 200]);
    expect((await signIn('auditadmin')).status).toBe(401);
    expect((await signIn('auditadmin', 'a wholly new phrase')).status).toBe(201);
  });

  it('refuses a wrong present one, and names everything that a new one lacks', async () => {
    const wrong = await change(compiler, 'guess', 'a wholly new phrase');
    expect([wrong.status, wrong.json.code]).toEqual([422, 'password.currentWrong']);
    const unfit = await change(compiler, 'aaa', 'aaa');
    expect(unfit.status).toBe(422);
    expect(unfit.json.requirements.map((requirement) => requirement.id)).toEqual(['passwordLongEnough', 'passwordVaried', 'passwordNew']);
    expect((await change('', TEST_PASSWORD, 'a wholly new phrase')).status).toBe(401);
  });
});

describe('accounts and appointments', () => {
  const account = { username: 'Newcomer', displayName: '新人', password: 'only for the first time' };

  it('lead from a new account to a working colleague', async () => {
    const bureau = await organizationId(people.app, '长治市教育局');
    const created = await ask('POST', '/api/accounts', { cookie: sysadmin, body: account });
    expect(created.status).toBe(201);
    const { id } = created.json;

    const first = await cookieOf('newcomer', account.password);
    expect((await ask('GET', '/api/session', { cookie: first })).json.user.mustChangePassword).toBe(true);
    const early = await ask('GET', '/api/regions', { cookie: first });
    expect([early.status, early.json.code]).toEqual([403, 'session.passwordDue']);
    const changed = await ask('PUT', '/api/session/password', {
      cookie: first,
      body: { currentPassword: account.password, newPassword: 'mine and nobody else’s' },
    });
    const cookie = `mulu=${changed.cookies[0]!.value}`;
    expect((await ask('GET', '/api/regions', { cookie })).status).toBe(200);

    const granted = await ask('POST', '/api/appointments', {
      cookie: secadmin,
      body: {
        accountId: id,
        role: 'departmentLeader',
        organizationId: bureau,
        principalId: await accountId(people.app, 'leader'),
        endsAt: '2999-01-01T00:00:00+08:00',
      },
    });
    expect(granted.status).toBe(201);
    const me = await ask('GET', '/api/session', { cookie });
    expect(me.json.appointments).toEqual([
      expect.objectContaining({
        role: 'departmentLeader',
        onBehalfOf: { id: await accountId(people.app, 'leader'), displayName: '部门负责人' },
      }),
    ]);

    expect((await ask('DELETE', `/api/appointments/${granted.json.id}`, { cookie: secadmin })).status).toBe(200);
    expect((await ask('GET', '/api/session', { cookie })).json.appointments).toEqual([]);
    expect((await ask('PUT', `/api/accounts/${id}/active`, { cookie: sysadmin, body: { active: false } })).json).toEqual({
      id,
      active: false,
    });
    expect((await ask('GET', '/api/session', { cookie })).status).toBe(401);
    const listed = await ask('GET', `/api/appointments?accountId=${id}`, { cookie: secadmin });
    expect(listed.json.items).toEqual([expect.objectContaining({ id: granted.json.id, revokedAt: expect.any(String) })]);
  });

  it('are made once by a repeated request; the same key with another body is refused', async () => {
    const headers = { 'idempotency-key': 'twice' };
    const body = { ...account, username: 'once' };
    const [first, second] = [
      await ask('POST', '/api/accounts', { cookie: sysadmin, body, headers }),
      await ask('POST', '/api/accounts', { cookie: sysadmin, body, headers }),
    ];
    expect(second.json).toEqual(first.json);
    for (const other of [
      { ...body, displayName: '他人' },
      { ...body, password: 'another first one' },
    ]) {
      const refused = await ask('POST', '/api/accounts', { cookie: sysadmin, body: other, headers });
      expect([refused.status, refused.json.code]).toEqual([422, 'idempotencyKey.reused']);
    }
  });

  it('never answer with a secret', async () => {
    const { json } = await ask('GET', '/api/accounts?q=comp', { cookie: secadmin });
    expect(json.items.map((item) => item.username)).toEqual(['compiler', 'compiler.xincheng', 'compiler2']);
    expect(Object.keys(json.items[0]!).sort()).toEqual(['active', 'createdAt', 'displayName', 'id', 'mustChangePassword', 'username']);
    expect((await ask('GET', '/api/accounts?q=%25', { cookie: secadmin })).json.items).toEqual([]);
  });

  it('come page by page', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const url: string = `/api/accounts?limit=5${cursor ? `&cursor=${cursor}` : ''}`;
      const { items, nextCursor } = (await ask('GET', url, { cookie: sysadmin })).json;
      names.push(...items.map((item) => item.username));
      cursor = nextCursor;
    } while (cursor);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.length).toBeGreaterThanOrEqual(12);
    expect((await ask('GET', '/api/accounts?cursor=nonsense', { cookie: sysadmin })).status).toBe(400);
    expect((await ask('GET', '/api/accounts?limit=201', { cookie: sysadmin })).status).toBe(400);
  });

  // product.md: 400 malformed · 401 not signed in · 404 absent · 403 not your role · 428 precondition missing · 409 · 422
  const ABSENT = '00000000-0000-4000-8000-000000000000';
  const fresh = { ...account, username: 'fresh' };
  type Case = [status: number, what: string, cookie: () => string, method: Method, url: string, body: unknown, key?: 'none'];
  const cases: Case[] = [
    [400, 'malformed and not signed in', () => '', 'POST', '/api/accounts', {}],
    [400, 'an unknown role', () => secadmin, 'POST', '/api/appointments', { accountId: ABSENT, role: 'king' }],
    [
      400,
      'a compiler over a region',
      () => secadmin,
      'POST',
      '/api/appointments',
      { accountId: ABSENT, role: 'compiler', regionCode: '150000' },
    ],
    [
      400,
      'a moment without offset',
      () => secadmin,
      'POST',
      '/api/appointments',
      { accountId: ABSENT, role: 'auditAdministrator', startsAt: '2999-01-01' },
    ],
    [401, 'not signed in', () => '', 'POST', '/api/accounts', fresh],
    [401, 'not signed in, reading', () => '', 'GET', '/api/accounts', undefined],
    [404, 'an account that is absent', () => sysadmin, 'PUT', `/api/accounts/${ABSENT}/active`, { active: false }],
    [404, 'an appointment that is absent', () => secadmin, 'DELETE', `/api/appointments/${ABSENT}`, undefined],
    [403, 'another’s role', () => secadmin, 'POST', '/api/accounts', fresh],
    [403, 'no administrator, reading', () => compiler, 'GET', '/api/accounts', undefined],
    [403, 'no administrator and no key', () => compiler, 'POST', '/api/accounts', fresh, 'none'],
    [428, 'no key', () => sysadmin, 'POST', '/api/accounts', fresh, 'none'],
    [409, 'a name that is taken', () => sysadmin, 'POST', '/api/accounts', { ...account, username: 'officer2' }],
    [422, 'a weak password', () => sysadmin, 'POST', '/api/accounts', { ...fresh, password: 'weak' }],
  ];
  it.each(cases.map((row) => [row[0], row[1], row] as const))('answer %i to %s', async (status, _what, row) => {
    const [, , cookie, method, url, body, key] = row;
    expect((await ask(method, url, { cookie: cookie(), body, key })).status).toBe(status);
  });

  it('refuse two families of administrators in words', async () => {
    const body = { accountId: await accountId(people.app, 'compiler'), role: 'auditAdministrator' };
    const refused = await ask('POST', '/api/appointments', { cookie: secadmin, body });
    expect([refused.status, refused.json.code]).toEqual([422, 'appointment.incompatible']);
    expect(refused.json.title).toMatch(/exclude/);
  });
});

describe('regions and organizations', () => {
  it('lead down the hierarchy', async () => {
    const at = async (parent: string) =>
      (await ask('GET', `/api/regions${parent && `?parent=${parent}`}`, { cookie: compiler })).json.items;
    expect((await at('')).map((region) => region.code)).toEqual(['140000', '150000']);
    expect(await at('150000')).toHaveLength(12);
    expect((await at('150500')).map((region) => region.name)).toContain('开鲁县');
    expect(await at('150523')).toEqual([]);
    expect((await at('150200')).find((region) => region.code === '150271')).toEqual({
      code: '150271',
      name: '包头稀土高新技术产业开发区',
      level: 'bannerCounty',
      parentCode: '150200',
      codeSystem: '统计用区划代码',
    });
    expect((await at('140000'))[0]).toEqual({
      code: '140400',
      name: '长治市',
      level: 'prefectureCity',
      parentCode: '140000',
      codeSystem: 'GB/T 2260',
    });
  });

  it('are searched by name and territory', async () => {
    const search = async (query: string) =>
      (await ask('GET', `/api/organizations?${query}`, { cookie: compiler })).json.items.map((body) => body.name);
    expect(await search(`q=${encodeURIComponent('长治市教育局')}`)).toEqual(['长治市教育局']);
    expect(await search('region=150500')).toEqual(['通辽市教育局', '开鲁县教育局']);
    expect(await search('region=140000&limit=1')).toEqual(['山西省教育厅']);
    expect(await search('q=%25')).toEqual([]);
  });

  it('need a session, and the system administrator to enter a body', async () => {
    expect((await ask('GET', '/api/regions')).status).toBe(401);
    expect((await ask('GET', '/api/organizations')).status).toBe(401);
    const body = { name: '包头市教育局', kind: 'department', regionCode: '150200' };
    expect((await ask('POST', '/api/organizations', { cookie: compiler, body })).status).toBe(403);
    expect((await ask('POST', '/api/organizations', { cookie: sysadmin, body })).status).toBe(201);
    expect((await ask('POST', '/api/organizations', { cookie: sysadmin, body })).status).toBe(409);
    expect((await ask('POST', '/api/organizations', { cookie: sysadmin, body: { ...body, regionCode: '999999' } })).status).toBe(404);
  });
});
