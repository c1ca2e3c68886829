import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { partsOf } from '../support/office.js';
import { DEMO_PEOPLE } from '../../src/access/demo/people.js';

/** What the desk and the files ask the server for, asked by everybody: a text, a reason or a path comes before nobody whom it is not for. */
const house = useHouse();

const READERS = ['compiler', 'compiler2', 'officer', 'officer2', 'assessor', 'leader', 'auditor'];
const OUTSIDERS = ['stranger', 'sysadmin', 'secadmin', 'auditadmin'];
/** Six files are made for each reader: on a busy machine that takes its time. */
const MANY_FILES = 240_000;
const SOMEBODY = '00000000-0000-4000-8000-000000000000';

/** Every question about a version that can be asked with GET. */
function questions(version: TestVersion): string[] {
  const files = ['xlsx', 'docx', 'json'].flatMap((format) => [
    `${version.url}/export?format=${format}`,
    `${version.url}/export?format=${format}&audience=public`,
  ]);
  const ofItems = version.items.flatMap((id, index) => [
    version.item(index),
    `${version.item(index)}/similar`,
    `${version.item(index)}/review-form`,
    `${version.url}/history?itemId=${id}&limit=500`,
  ]);
  return [
    version.url,
    `${version.url}/items?limit=500`,
    `${version.url}/history?limit=500`,
    `${version.url}/diff?against=${version.id}`,
    `${version.url}/audit`,
  ]
    .concat(`${version.url}/register`, files, ofItems)
    .concat('/api/worklist', '/api/catalogues?limit=500', `/api/catalogues/${version.catalogue}`);
}

/** All that the answers say, files unpacked. */
async function saidTo(name: string | null, version: TestVersion): Promise<{ status: number[]; words: string }> {
  const client = name ? await house.as(name) : house.nobody;
  const answers = await Promise.all(questions(version).map((path) => client.get(path)));
  const words = answers.flatMap(({ text, bytes }) => (bytes.subarray(0, 2).toString() === 'PK' ? [...partsOf(bytes).values()] : [text]));
  return { status: answers.map(({ status }) => status), words: words.join('\n') };
}

/** Which of these words each of them comes to read; who reads none is not named. */
async function heard(
  names: readonly (string | null)[],
  version: TestVersion,
  canaries: readonly string[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of names) {
    const { words } = await saidTo(name, version);
    const read = canaries.filter((canary) => words.includes(canary));
    if (read.length > 0) found[name ?? 'nobody'] = read;
  }
  return found;
}

/** Two rows that say nearly the same, so that one turns up beside the other. */
const twin = (name: string, more: object = {}) => anItemContent(name, { category: 'OTHER', ...more });

describe('a sealed text', () => {
  it(
    'is told to nobody but its keeper, by no question and in no file; neither is the reason',
    async () => {
      const version = await (
        await TestVersion.draft(house, [twin('金丝雀路径', { elements: ['金丝雀要素'] }), twin('金丝雀旁边的')])
      ).submitted();
      await must(version.decide('officer', { type: 'refer', reason: '金丝雀理由' }));
      const others = DEMO_PEOPLE.map(({ username }) => username).filter((name) => name !== 'officer');
      expect(await heard([...others, null], version, ['金丝雀路径', '金丝雀要素', '金丝雀理由'])).toEqual({});
      expect(await heard(['officer'], version, ['金丝雀要素'])).toEqual({ officer: ['金丝雀要素'] });
      const search = `${version.url}/items?q=${encodeURIComponent('金丝雀要素')}`;
      for (const name of READERS) expect((await must((await house.as(name)).get(search))).json.items).toEqual([]);
    },
    MANY_FILES,
  );

  it(
    'takes what was said about it along, also where another version had it before',
    async () => {
      const first = await (
        await TestVersion.draft(house, [anItemContent('甲', { elements: ['金丝雀旧文'] }), anItemContent('乙')])
      ).submitted();
      await must(first.decide('officer', { type: 'refer', reason: '金丝雀提请' }));
      await must(first.decide('officer', { type: 'determine', documentNumber: '国密〔2026〕2号', outcome: 'withhold' }));
      await must(first.move('compiler', { type: 'recall', reason: '改' }));
      await must(first.edit('compiler', { elements: ['可以公开的'] }));
      await first.published();
      const second = await first.revised();
      await must(second.edit('compiler', { elements: ['金丝雀旧文'] }));
      expect((await second.seen()).state).toBe('referred');
      const names = ['compiler', 'officer2', 'leader', 'auditor'];
      for (const version of [first, second]) expect(await heard(names, version, ['金丝雀旧文', '金丝雀提请'])).toEqual({});
    },
    MANY_FILES,
  );
});

describe('a version that was taken down', () => {
  it('has no table for the public', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('金丝雀撤下')])).published();
    await must(version.move('leader', { type: 'takeDown', reason: '误发', texts: 'all' }));
    const auditor = await house.as('auditor');
    for (const format of ['xlsx', 'docx', 'json']) {
      const { bytes, text } = await must(auditor.get(`${version.url}/export?format=${format}&audience=public`));
      const words = format === 'json' ? text : [...partsOf(bytes).values()].join('\n');
      expect({ format, told: words.includes('金丝雀撤下') }).toEqual({ format, told: false });
    }
    expect(await heard(['office', ...OUTSIDERS, null], version, ['金丝雀撤下'])).toEqual({});
  });
});

describe('the leading-group office', () => {
  it('hears of a draft, a proposal, a return, a measure and an opinion only what belongs to the text that it is asked about', async () => {
    const version = await (
      await TestVersion.draft(house, [twin('金丝雀甲', { elements: ['金丝雀一稿'] }), twin('金丝雀乙', { elements: ['金丝雀二稿'] })])
    ).submitted();
    await must(
      version.decide('officer', {
        type: 'requireRedaction',
        reason: '金丝雀理由',
        fields: ['elements'],
        proposal: { elements: ['金丝雀建议'] },
      }),
    );
    expect(await heard(['office'], version, ['金丝雀一稿', '金丝雀二稿', '金丝雀理由', '金丝雀建议', '金丝雀甲'])).toEqual({});
    expect(await heard(['auditor'], version, ['金丝雀建议'])).toEqual({ auditor: ['金丝雀建议'] });
    await must(version.edit('compiler', { elements: ['金丝雀改稿'] }));
    await must(version.decide('compiler', { type: 'amend' }));
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.decide('officer', { type: 'clear', opinion: '金丝雀意见' }, 1));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH', measures: '金丝雀措施' }));
    expect(await heard(['office'], version, ['金丝雀改稿'])).toEqual({ office: ['金丝雀改稿'] });
    expect(await heard(['office'], version, ['金丝雀一稿', '金丝雀二稿', '金丝雀理由', '金丝雀建议', '金丝雀乙', '金丝雀意见'])).toEqual(
      {},
    );
  });
});

describe('somebody outside', () => {
  it('finds nothing there, whatever is asked, and nobody is asked to sign in first', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('金丝雀门外')])).submitted();
    const general = 3; // the worklist, the list of catalogues: one's own
    for (const name of OUTSIDERS) {
      const { status, words } = await saidTo(name, version);
      expect({ name, told: words.includes('金丝雀门外') }).toEqual({ name, told: false });
      expect({ name, status: new Set(status.slice(0, -general)) }).toEqual({ name, status: new Set([404]) });
      const client = await house.as(name);
      for (const asked of [
        client.post(`${version.url}/checks`, { content: anItemContent('x') }),
        client.put(`${version.item(0)}/position`, { after: null }),
        client.post(`/api/imports/${version.id}/reading`, { repairs: 'all' }),
      ])
        expect((await asked).status).toBe(404);
    }
    const { status } = await saidTo(null, version);
    expect(new Set(status)).toEqual(new Set([401]));
    for (const path of ['/api/profiles', '/api/profiles/SX-CZ', '/api/lifecycles/itemReview'])
      expect((await house.nobody.get(path)).status).toBe(401);
  });

  it('gets no item through another version', async () => {
    const mine = await TestVersion.draft(house, [anItemContent('甲')]);
    const other = await TestVersion.draft(house, [anItemContent('金丝雀他处')], '内蒙古自治区教育厅', 'NM-2024');
    const compiler = await house.as('compiler');
    const crossed = `${mine.url}/items/${other.items[0]}`;
    for (const path of [crossed, `${crossed}/similar`, `${crossed}/review-form`]) expect((await compiler.get(path)).status).toBe(404);
    expect((await compiler.get(`${mine.url}/history?itemId=${other.items[0]}`)).json.items).toEqual([]);
    expect((await compiler.put(`${crossed}/position`, { after: null })).status).toBe(404);
    expect((await compiler.put(`${mine.item(0)}/position`, { after: other.items[0] })).status).toBe(422);
  });
});

describe('bad input', () => {
  const LONG = 'x'.repeat(1_000_000);
  const DEEP = JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`);
  const BAD: readonly unknown[] = [
    null, 7, 'x', [], true, [[]], { after: 7 }, { after: [] }, { after: {} }, { after: 'x' }, { after: '\u0000' }, { number: 7 }, { number: ['1'] },
    { number: LONG }, { number: '\u0000' }, { number: '\ud800' }, { number: '\u202e1' }, { __proto__: null }, { content: null }, { content: [] },
    { content: 'x' }, { repairs: 7 }, { repairs: [7] }, { repairs: [null] }, { repairs: {} }, { repairs: 'some' }, { repairs: LONG }, { repairs: [DEEP] },
    { username: 7 }, { username: LONG }, { username: '\u0000' }, { username: ['officer'] }, { username: DEEP },
    JSON.parse('{"__proto__":{"after":null},"constructor":{"prototype":{}}}'),
  ]; // prettier-ignore
  const FAULTY: readonly unknown[] = [
    { content: { path: DEEP } }, { content: { path: '\ud800', elements: ['\u0000'] } }, { content: { elements: [LONG] } },
    { content: { path: 7, elements: {}, bases: [7, null, { clauses: [[]] }], timeLimit: [], channels: [{ code: {} }], audience: 7, duty: DEEP } },
    { content: JSON.parse('{"__proto__":{"path":["x"]},"constructor":1,"toString":1}') }, { content: { bases: Array(5000).fill({}) } },
  ]; // prettier-ignore

  it('is refused with a code by everything that takes a body, and is no defect', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲')]);
    const compiler = await house.as('compiler');
    const read = await must(compiler.upload(`${version.url}/imports`, 'test/fixtures/annex2.tsv'), 201);
    const doors: readonly (readonly ['put' | 'post', string])[] = [
      ['put', `${version.item(0)}/position`],
      ['post', `${version.url}/checks`],
      ['post', `/api/imports/${read.json.id}/reading`],
      ['post', '/api/session/persona'],
    ];
    for (const [method, path] of doors) {
      for (const [index, body] of BAD.entries()) {
        const { status, json } = await compiler[method](path, JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
        expect({ path, index, status, refused: status >= 400 && status < 500, code: typeof json?.code }).toMatchObject({
          refused: true,
          code: 'string',
        });
      }
    }
    for (const [index, body] of FAULTY.entries()) {
      const { status } = await compiler.post(`${version.url}/checks`, JSON.stringify(body), {
        headers: { 'content-type': 'application/json' },
      });
      expect({ index, status, known: [200, 400, 413].includes(status) }).toMatchObject({ known: true });
    }
  });

  it.each(['x', '%00', SOMEBODY, '..%2f..', '%ff', '[object%20Object]', `${SOMEBODY}'`, '%F0%9F%98%80', 'x'.repeat(3000)])(
    'as an id %s is not there',
    async (id) => {
      const version = await TestVersion.draft(house, [anItemContent('甲')]);
      const auditor = await house.as('auditor');
      const paths = [
      `/api/profiles/${id}`, `/api/lifecycles/${id}`, `/api/versions/${id}/export?format=json`, `/api/versions/${id}/register`,
      `${version.url}/items/${id}/similar`, `${version.url}/items/${id}/review-form`, `/api/imports/${id}`,
    ]; // prettier-ignore
      for (const path of paths) {
        const { status, json } = await auditor.get(path);
        expect({ path, status, absent: [400, 404, 414].includes(status), code: typeof json?.code }).toMatchObject({
          absent: true,
          code: 'string',
        });
      }
    },
  );

  it.each([
    'format=pdf',
    'format=json&format=xlsx',
    'format[]=json',
    'format=json&audience=all',
    'format=json&audience=public&audience=internal',
    '',
    'version=x',
    'itemId=x',
    'itemId=%00',
    `itemId=${SOMEBODY}&itemId=${SOMEBODY}`,
    'type=%00',
    'type[]=x',
    '__proto__[x]=1',
  ])('as a question ?%s is no defect', async (query) => {
    const version = await TestVersion.draft(house, [anItemContent('甲')]);
    const auditor = await house.as('auditor');
    for (const path of [
      `${version.url}/export`,
      `${version.url}/history`,
      `/api/profiles/SX-CZ`,
      '/api/lifecycles/itemReview',
      '/api/worklist',
      '/api/profiles',
    ]) {
      const { status } = await auditor.get(`${path}?${query}`);
      expect({ path, status, known: [200, 400, 404].includes(status) }).toMatchObject({ known: true });
    }
  });
});

describe('a file', () => {
  const NASTY = '"]]>&amp;<w:p/>=1+1';

  it('keeps formulas and markup as text', async () => {
    const version = await TestVersion.draft(house, [
      anItemContent(`=HYPERLINK("http://x","y")`, {
        elements: [`+cmd|' /C calc'!A0`, '@SUM(1)', '-1+1', NASTY],
        timeLimit: { text: '<script>1</script>]]>' },
      }),
    ]);
    const compiler = await house.as('compiler');
    await must(compiler.put(`${version.item(0)}/position`, { number: '=1+1' }));
    for (const path of ['export?format=xlsx', 'export?format=xlsx&audience=public', 'export?format=docx', 'register']) {
      const parts = [...partsOf((await must(compiler.get(`${version.url}/${path}`))).bytes)];
      const markup = parts.map(([, part]) => part).join('\n');
      expect({
        path,
        formula: /<f[ >]/.test(markup),
        script: markup.includes('<script>'),
        field: markup.includes('<w:instrText'),
      }).toMatchObject({
        formula: false,
        script: false,
      });
      expect({
        path,
        foreign: parts.filter(([name, part]) => name.endsWith('.rels') && part.includes('TargetMode="External"')).map(([name]) => name),
      }).toEqual({ path, foreign: [] });
    }
  });

  it.each([
    '甲"; filename="x.exe',
    'a/../../b\\c',
    '=1+1',
    'x'.repeat(200),
    '😀'.repeat(60),
    '…. .',
    '甲\r\nset-cookie: a=b',
    "a'b(c)*d%0d%0a",
  ])('under the title %s has one name, in one line', async (title) => {
    const compiler = await house.as('compiler');
    const { json } = await must(compiler.get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`));
    const catalogue = await must(compiler.post('/api/catalogues', { organizationId: json.items[0].id, profile: 'SX-CZ', title }), 201);
    const draft = await must(compiler.post(`/api/catalogues/${catalogue.json.id}/versions`), 201);
    for (const format of ['json', 'docx', 'xlsx']) {
      const { headers } = await must(compiler.get(`/api/versions/${draft.json.id}/export?format=${format}`));
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9.-]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it.each(['甲\u202egpj.exe', '甲\u0000'])('cannot be called %j: such a title is refused', async (title) => {
    const compiler = await house.as('compiler');
    const { json } = await must(compiler.get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`));
    expect((await compiler.post('/api/catalogues', { organizationId: json.items[0].id, profile: 'SX-CZ', title })).status).toBe(400);
  });
});

describe('moving rows', () => {
  it('is done once for one key, and another request under it is refused', async () => {
    const version = await TestVersion.draft(
      house,
      ['甲', '乙', '丙'].map((name) => anItemContent(name)),
    );
    const compiler = await house.as('compiler');
    const move = (body: object, index = 2) => compiler.put(`${version.item(index)}/position`, body, { key: 'the-move' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => move({ after: null })));
    expect([...new Set(answers.map(({ status, text }) => `${status} ${text}`))]).toHaveLength(1);
    expect(answers[0]!.status).toBe(200);
    const history = await must(compiler.get(`${version.url}/history?type=items.arranged`));
    expect(history.json.items).toHaveLength(1);
    expect((await move({ after: version.items[0] })).status).toBe(422);
    expect((await move({ after: null }, 1)).status).toBe(422);
  });

  it('survives a crowd: an order without doubles, that the log tells too', async () => {
    const version = await TestVersion.draft(
      house,
      ['甲', '乙', '丙', '丁'].map((name) => anItemContent(name)),
    );
    const hands = [await house.as('compiler'), await house.as('compiler2')];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        hands[i % 2]!.put(`${version.item(i % 4)}/position`, { after: version.items[(i + 1 + (i % 3)) % 4] }),
      ),
    );
    for (const { status } of answers) expect([200, 409, 422]).toContain(status);
    const auditor = await house.as('auditor');
    const { json } = await must(auditor.get(`${version.url}/items?limit=500`));
    expect(json.items.map(({ id }: { id: string }) => id).sort()).toEqual([...version.items].sort());
    expect(new Set(json.items.map(({ position }: { position: number }) => position)).size).toBe(4);
    expect((await auditor.get(`${version.url}/audit`)).json).toMatchObject({ valid: true, replayMatches: true });
  });
});

describe('asking what a file says', () => {
  it('changes nothing, at any moment, and ends with the confirmation', async () => {
    const version = await TestVersion.draft(house, []);
    const compiler = await house.as('compiler');
    const read = await must(compiler.upload(`${version.url}/imports`, 'test/fixtures/annex2.tsv'), 201);
    const ask = (repairs: unknown) => compiler.post(`/api/imports/${read.json.id}/reading`, { repairs });
    const before = (await compiler.get(version.url)).etag;
    const answers = await Promise.all([...Array.from({ length: 8 }, () => ask('all')), ask([]), ask(['none of them'])]);
    for (const { status } of answers) expect([200, 400, 422]).toContain(status);
    expect((await compiler.get(version.url)).etag).toBe(before);
    const [confirmed, ...asked] = await Promise.all([
      compiler.post(`/api/imports/${read.json.id}/confirmation`, { repairs: 'all' }),
      ...Array.from({ length: 8 }, () => ask('all')),
    ]);
    expect(confirmed.status).toBe(200);
    for (const { status } of asked) expect([200, 409]).toContain(status);
    expect((await ask('all')).status).toBe(409);
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
