import { readFileSync } from 'node:fs';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { Client } from '../factories/client.js';

/** Bad input is refused with a 4xx and a problem document, on every endpoint that takes a body; nothing is written, nothing breaks. */
const house = useHouse({ MULU_BODY_MAX_BYTES: '262144', MULU_IMPORT_MAX_BYTES: '65536' });
let version: TestVersion;
let importId: string;

beforeAll(async () => {
  version = await (await TestVersion.draft(house, [anItemContent('甲')])).submitted();
  const draft = await TestVersion.draft(house, []);
  importId = (await must((await house.as('compiler')).upload(`${draft.url}/imports`, 'test/fixtures/annex2.tsv'), 201)).json.id;
});

const LONE = '\ud800';
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Bodies as bytes on the wire; JSON where they parse at all. */
const NASTY: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a text', '"clear"'],
  ['an array', '[]'],
  ['an array of events', '[{"type":"clear"},{"type":"clear"}]'],
  ['half an object', '{"type":'],
  ['two objects', '{} {}'],
  ['no JSON', '<xml/>'],
  ['a byte order mark', '\ufeff{"type":"clear"}'],
  ['a NUL', '{"type":"clear","reason":"\\u0000"}'],
  ['a lone surrogate', JSON.stringify({ type: 'clear', reason: LONE, title: LONE, content: { path: [LONE] } })],
  ['bidirectional marks', '{"type":"return","reason":"\u202eabc","content":{"path":["\u202eabc"]}}'],
  ['__proto__', '{"__proto__":{"type":"clear"},"type":"clear"}'],
  ['constructor', '{"constructor":{"prototype":{"x":1}},"type":"clear"}'],
  ['deep nesting', `{"type":"acceptRisk","level":"LOW","dimensions":${deep(5_000)},"content":${deep(5_000)}}`],
  ['floats', '{"type":"acceptRisk","level":"LOW","dimensions":{"a":1.5},"contentHash":1.5}'],
  ['huge numbers', '{"type":"acceptRisk","level":"LOW","dimensions":{"a":1e400},"limit":1e99}'],
  [
    'text that is not NFC',
    '{"type":"requireRedaction","reason":"e\u0301","fields":["e\u0301"],"measures":"e\u0301","dimensions":{"e\u0301":1}}',
  ],
  ['objects for texts', '{"type":{"$ne":null},"reason":{},"contentHash":{},"username":{},"password":{},"title":{},"content":"x"}'],
  ['lists for texts', '{"type":["clear"],"reason":["x"],"title":["x"],"username":["x"],"password":["x"],"content":[],"repairs":{}}'],
  ['booleans', '{"type":true,"reason":false,"title":true,"content":true,"repairs":true,"opinion":false}'],
  [
    'a long text',
    JSON.stringify({ type: 'return', reason: '长'.repeat(10_000), title: '长'.repeat(10_000), content: { path: ['长'.repeat(10_000)] } }),
  ],
  ['unknown fields', '{"type":"clear","role":"admin","content":{"secret":1},"organizationId":"x","isAdmin":true}'],
  ['impossible dates', '{"type":"setAside","reason":"x","reviewOn":"2027-02-30"}'],
  ['odd times', '{"type":"approve","publishAt":"2027-W05-1T10:00:00Z"}'],
  ['times of no calendar', '{"type":"approve","publishAt":"2027-01-01T10:00:00+99:99"}'],
  ['times without offset', '{"type":"approve","publishAt":"2027-01-01T10:00:00"}'],
  ['ids that are none', '{"type":"suspendItem","reason":"x","itemId":"1"}'],
  ['points that are none', '{"type":"return","reason":"x","points":[null,1,{"itemId":"x"},{"field":1}]}'],
  ['odd checklists', '{"type":"clear","checklist":{"a":"maybe"}}'],
  ['a list as checklist', '{"type":"clear","checklist":["yes"]}'],
  ['empty content', '{"content":{"path":[]}}'],
  [
    'content of wrong types',
    '{"content":{"path":[1],"elements":[{}],"bases":[[]],"timeLimit":7,"channels":["WEBSITE"],"audience":[],"category":"X"}}',
  ],
  ['repairs of wrong types', '{"repairs":[1,null,{}]}'],
];

/** Every endpoint of the contract that takes a body, as who may use it. */
function endpoints(): readonly (readonly [string, 'POST' | 'PATCH' | 'DELETE' | 'PUT', string])[] {
  const someone = '00000000-0000-4000-8000-000000000000';
  return [
    ['nobody', 'POST', '/api/session'],
    ['officer', 'PUT', '/api/session/password'],
    ['compiler', 'POST', '/api/catalogues'],
    ['compiler', 'POST', `/api/versions/${version.id}/imports`],
    ['compiler', 'POST', `/api/imports/${importId}/confirmation`],
    ['compiler', 'POST', `${version.url}/items`],
    ['compiler', 'PATCH', version.item(0)],
    ['compiler', 'DELETE', version.item(0)],
    ['officer', 'POST', `${version.item(0)}/events`],
    ['officer', 'POST', `${version.item(0)}/hints/some/dismissal`],
    ['officer', 'POST', `${version.url}/events`],
    ['secadmin', 'POST', '/api/appointments'],
    ['sysadmin', 'POST', '/api/accounts'],
    ['sysadmin', 'PUT', `/api/accounts/${someone}/password`],
    ['sysadmin', 'PUT', `/api/accounts/${someone}/active`],
    ['sysadmin', 'POST', '/api/organizations'],
    ['sysadmin', 'PUT', '/api/calendar/2027'],
    ['nobody', 'POST', '/api/setup'],
  ];
}

async function send(who: string, method: string, url: string, payload: string | Buffer, headers: Record<string, string> = {}) {
  const cookie = who === 'nobody' ? '' : (await house.as(who)).credentials;
  const answer = await house.app.inject({
    method: method as 'POST',
    url,
    payload,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `nasty-${Math.random()}`,
      'if-match': await version.etag(),
      ...(cookie && { cookie }),
      ...headers,
    },
  });
  return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), text: answer.body };
}

async function written(): Promise<unknown> {
  const { rows } = await house.people.admin.query(
    `select (select count(*) from log_event where type not like 'session.%') as events, (select count(*) from decision) as decisions,
       (select count(*) from revision) as revisions, (select count(*) from catalogue) as catalogues, (select count(*) from account) as accounts`,
  );
  return rows[0];
}

it.each(NASTY)('refuses %s everywhere', async (_, payload) => {
  const before = await written();
  for (const [who, method, url] of endpoints()) {
    const answer = await send(who, method, url, payload);
    const bad = answer.status >= 400 && answer.status < 500;
    expect({ method, url, bad, ...answer }).toEqual({ method, url, bad: true, ...answer, type: 'application/problem+json; charset=utf-8' });
  }
  expect(await written()).toEqual(before);
});

it('refuses other content types with 415', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'image/png', '']) {
    for (const [who, method, url] of endpoints()) {
      expect({ url, type, status: (await send(who, method, url, 'type=clear', { 'content-type': type })).status }).toEqual({
        url,
        type,
        status: 415,
      });
    }
  }
});

it('refuses a body that is too large with 413', async () => {
  const large = JSON.stringify({ type: 'return', reason: 'a'.repeat(300_000) });
  for (const [who, method, url] of endpoints())
    expect({ url, status: (await send(who, method, url, large)).status }).toEqual({ url, status: 413 });
});

describe('a file', () => {
  const upload = async (name: string, bytes: Buffer) =>
    (await house.as('compiler')).upload(`/api/versions/${(await draft()).id}/imports`, name, { name, bytes });
  let made: TestVersion | undefined;
  const draft = async () => (made ??= await TestVersion.draft(house, []));

  it.each([
    ['is too large', 'catalogue.xlsx', Buffer.alloc(70_000, 1), 413],
    ['is empty', 'catalogue.xlsx', Buffer.alloc(0), 422],
    ['is not what it claims', 'catalogue.xlsx', Buffer.from('%PDF-1.7 nothing'), 415],
    ['has no header that can be recognised', 'catalogue.tsv', Buffer.from('甲\t乙\n1\t2\n'), 422],
  ])('that %s is refused, and nothing is saved', async (_, name, bytes, status) => {
    await draft();
    const before = await written();
    const answer = await upload(name, bytes);
    expect([answer.status, answer.json.code]).toEqual([status, expect.any(String)]);
    expect(await written()).toEqual(before);
  });

  it('must come as `file` of a multipart form', async () => {
    const url = `/api/versions/${(await draft()).id}/imports`;
    const compiler = await house.as('compiler');
    expect(await compiler.post(url, {})).toMatchObject({ status: 415, json: { code: 'import.notMultipart' } });
    const boundary = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await compiler.post(url, Buffer.from('--x--\r\n'), { headers: boundary })).status).toBe(400);
    expect(
      (
        await compiler.post(url, Buffer.from('--x\r\ncontent-disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n'), {
          headers: boundary,
        })
      ).status,
    ).toBe(400);
    expect((await compiler.post(url, Buffer.from('--x\r\ncontent-disp'), { headers: boundary })).status).toBe(400);
  });

  it('is taken once: the same key gives the same reading, another file under it is refused', async () => {
    const url = `/api/versions/${(await draft()).id}/imports`;
    const compiler = await house.as('compiler');
    const bytes = readFileSync('test/fixtures/annex2.tsv');
    const once = await must(compiler.upload(url, 'annex2.tsv', { bytes, key: 'file' }), 201);
    expect((await must(compiler.upload(url, 'annex2.tsv', { bytes, key: 'file' }), 201)).json.id).toBe(once.json.id);
    expect(await compiler.upload(url, 'annex2.tsv', { bytes: Buffer.concat([bytes, bytes]), key: 'file' })).toMatchObject({ status: 422 });
    const confirm = (key: string) => compiler.post(`/api/imports/${once.json.id}/confirmation`, { repairs: 'all' }, { key });
    const confirmed = await must(confirm('confirm'));
    expect((await must(confirm('confirm'))).json).toEqual(confirmed.json);
    expect(await confirm('confirm-again')).toMatchObject({ status: 409 });
  });
});

it.each([
  'limit=0',
  'limit=501',
  'limit=x',
  'limit=1e3',
  'state=nowhere',
  'cursor=zzz',
  'cursor=',
  'cursor=1.',
  'q=%00',
  'q=%ff',
  `q=${'x'.repeat(101)}`,
  'limit[]=1',
  'limit=1&limit=2',
  'unknown=1',
  '__proto__[x]=1',
])('answers the question ?%s with a 4xx or a list, never a defect', async (query) => {
  const auditor = await house.as('auditor');
  for (const path of [
    '/api/catalogues',
    `${version.url}/items`,
    `${version.url}/history`,
    `${version.url}/diff`,
    '/api/organizations',
    '/api/regions',
    '/api/calendar',
    '/api/calendar/deadline',
    '/open',
    '/open/search',
  ]) {
    const { status } = await auditor.get(`${path}?${query}`);
    expect({ path, status, known: [200, 400, 404].includes(status) }).toMatchObject({ known: true });
  }
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"context":"defect"'))).toEqual([]);
});

it('keeps a stranger out in the same words, with or without a body', async () => {
  const stranger = Client.stranger(house.app);
  expect((await stranger.post(`${version.url}/events`, { type: 'submit' })).json.code).toBe('session.absent');
});
