import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { InjectOptions } from 'fastify';
import { barred, publishedCatalogue, takenDown, type PublishedCatalogue } from '../../test/factories/publication.js';
import { testApplication, useTestDatabase, type TestApplication } from '../../test/harness/index.js';
import { PortalModule } from './index.js';

const CANARY = 'canary7f3a';
let admin: pg.Client;
let house: TestApplication;
afterAll(async () => {
  await house?.app.close();
  await admin?.end();
}); // before the database goes
const database = useTestDatabase();
let changzhi: PublishedCatalogue;
let mongolia: PublishedCatalogue;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  changzhi = await publishedCatalogue(admin, {
    title: '长治市教育局主动公开事项目录',
    body: '长治市教育局',
    items: [
      {
        path: ['机构职能', '领导信息'],
        elements: ['机关职能'],
        bases: [
          {
            title: '《中华人民共和国政府信息公开条例》',
            clauses: [{ article: '第二十条', text: '' }],
            effectLevel: { code: 'OTHER', raw: CANARY },
          },
        ],
        category: 'OTHER',
        duty: CANARY,
        responsibleOffice: CANARY,
        channels: [{ code: 'WEBSITE' }],
      },
      {
        path: ['机构职能', '工作部门'],
        elements: ['内设机构 100%_真'],
        timeLimit: { text: '实时更新', rule: { kind: 'REALTIME' } },
        channels: [{ code: 'PRINT' }],
      },
    ],
    internal: CANARY,
  });
  mongolia = await publishedCatalogue(admin, {
    title: '教育厅主动公开事项目录',
    body: '内蒙古自治区教育厅',
    region: { code: '150000', name: '内蒙古自治区' },
    profile: 'NM-2024',
    items: [
      {
        path: ['教育督导'],
        elements: ['督导报告'],
        bases: [
          {
            title: `《义务教育法》${CANARY}`,
            documentNumber: CANARY,
            clauses: [{ article: CANARY, text: CANARY }],
            effectLevel: { code: 'LAW', raw: CANARY },
          },
        ],
        category: 'STATUTORY',
        duty: CANARY,
        responsibleOffice: '综合组',
        ...{ [CANARY]: CANARY },
      },
    ],
    internal: CANARY,
  });
  house = await testApplication(database, [PortalModule]);
});

const ask = (options: InjectOptions | string) => house.app.inject(typeof options === 'string' ? { url: options } : options);
const page = (catalogue: PublishedCatalogue, end = '') => `/open/catalogues/${catalogue.id}${end}`;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a published catalogue', () => {
  it('is a page with its head and its table, without scripts, asked about each time', async () => {
    const answer = await ask(page(changzhi));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-language': 'zh-CN',
      vary: 'accept, accept-language, accept-encoding',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'self'/),
    });
    expect(answer.headers['content-security-policy']).not.toMatch(/script|unsafe/);
    for (const said of [
      '长治市教育局',
      '长治市</a>',
      '第 1 版',
      '2026年11月20日',
      '政府网站',
      '第二十条',
      '实时更新',
      '评估模式',
      `${changzhi.id}.json`,
    ]) {
      expect(answer.body).toContain(said);
    }
    expect(answer.body).not.toMatch(/<script|style=|<style/);
  });

  it('is JSON with exactly the stored bytes, by its address or by Accept', async () => {
    const stored = (await admin.query('select document from mulu.publication where version_id = $1', [changzhi.versionId])).rows[0]
      .document as Buffer;
    for (const wanted of [{ url: page(changzhi, '.json') }, { url: page(changzhi), headers: { accept: 'application/json' } }]) {
      const answer = await ask(wanted);
      expect(answer.rawPayload.equals(stored)).toBe(true);
      expect(answer.headers).toMatchObject({ etag: `"${sha256(stored)}"`, 'content-type': 'application/json; charset=utf-8' });
    }
  });

  it('has a tag for each of its forms, and is not sent again to who has it', async () => {
    const tags = await Promise.all(
      [page(changzhi), page(changzhi, '.json'), page(changzhi, '?lang=en')].map(async (url) => {
        const { headers, rawPayload } = await ask(url);
        expect(headers.etag).toBe(`"${sha256(rawPayload)}"`);
        for (const tag of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
          const again = await ask({ url, headers: { 'if-none-match': tag as string } });
          expect([again.statusCode, again.body, again.headers.etag, again.headers['cache-control']]).toEqual([
            304,
            '',
            headers.etag,
            'no-cache',
          ]);
        }
        expect((await ask({ url, headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
        return headers.etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it('is compressed for who takes it, under another tag, and either tag is known again', async () => {
    const whole = await ask(page(changzhi));
    const small = await ask({ url: page(changzhi), headers: { 'accept-encoding': 'br, gzip;q=0.8' } });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.headers.etag).not.toBe(whole.headers.etag);
    expect(gunzipSync(small.rawPayload).equals(whole.rawPayload)).toBe(true);
    for (const tag of [small.headers.etag, whole.headers.etag] as string[]) {
      expect((await ask({ url: page(changzhi), headers: { 'accept-encoding': 'gzip', 'if-none-match': tag } })).statusCode).toBe(304);
    }
    for (const encoding of ['gzip;q=0', 'gzip; q=0.0', 'br', 'x-gzip', '']) {
      expect((await ask({ url: page(changzhi), headers: { 'accept-encoding': encoding } })).headers['content-encoding']).toBeUndefined();
    }
  });

  it('speaks English by Accept-Language or ?lang=en, and links carry only what was chosen', async () => {
    const preferred = await ask({ url: page(changzhi), headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(preferred.body).toContain('20 November 2026');
    expect(preferred.body).toContain('Government website');
    expect(preferred.body).toContain('href="/open/regions/140400"');
    const chosen = await ask(page(changzhi, '?lang=en'));
    expect(chosen.headers['content-language']).toBe('en');
    expect(chosen.body).toContain('href="/open/regions/140400?lang=en"');
    expect((await ask({ url: page(changzhi, '?lang=zh'), headers: { 'accept-language': 'en' } })).headers['content-language']).toBe(
      'zh-CN',
    );
  });

  it('answers a repeated request with one query', async () => {
    await ask(page(changzhi));
    const asked = jest.spyOn(pg.Client.prototype, 'query');
    await ask(page(changzhi));
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });
});

describe('what is asked for and is not there', () => {
  it.each([
    '/open/catalogues/00000000-0000-4000-8000-0000000000ff',
    '/open/catalogues/1',
    "/open/catalogues/'%20or%201=1",
    '/open/catalogues/%00',
    '/open/regions/999999',
    '/open/regions/x',
    '/open/other',
    '/open/',
  ])('%s is a page in words, and a problem document for programs', async (url) => {
    const asPage = await ask(url);
    expect([asPage.statusCode, asPage.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(asPage.body).toContain('没有找到这个页面');
    expect(asPage.body).toContain('href="/open"');
    const asProblem = await ask({ url, headers: { accept: 'application/json' } });
    expect([asProblem.statusCode, asProblem.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});

describe('the list', () => {
  it('groups what is public by region', async () => {
    const answer = await ask('/open');
    expect(answer.body.indexOf('长治市教育局主动公开事项目录')).toBeGreaterThan(0);
    expect(answer.body.indexOf('内蒙古自治区教育厅')).toBeGreaterThan(answer.body.indexOf('长治市教育局'));
    const { items, nextCursor } = (await ask('/open.json')).json();
    expect(nextCursor).toBeNull();
    expect(items).toContainEqual({
      id: changzhi.id,
      title: changzhi.title,
      organization: { ...changzhi.organization, regionCode: '140400' },
      region: changzhi.region,
      version: 1,
      state: 'published',
      publishedAt: changzhi.publishedAt,
    });
  });

  it.each([
    ['教育厅', 1],
    ['教育', 2],
    ['长治 教育', 1],
    ['内蒙古', 1],
    ['%', 0],
    ['_', 0],
    ['\\', 0],
    ["' or true --", 0],
    ['\u0000教育厅', 1],
  ])('finds %j in titles, bodies and regions', async (q, n) => {
    const url = `/open?${new URLSearchParams({ q })}`;
    expect((await ask({ url, headers: { accept: 'application/json' } })).json().items).toHaveLength(n);
    expect((await ask(url)).body.match(/class="catalogue-title"/g) ?? []).toHaveLength(n);
  });

  it('has a page for each region, those below included', async () => {
    const codes = async (code: string) =>
      (await ask(`/open/regions/${code}.json`)).json().items.map(({ region }: { region: { code: string } }) => region.code);
    expect(await codes('140400')).toEqual(['140400']);
    expect(await codes('140000')).toEqual(['140400']);
    expect(await codes('150000')).toEqual(['150000']);
    expect((await ask('/open/regions/140400')).body).toContain('<h1>长治市</h1>');
    expect((await ask('/open/regions/150100')).statusCode).toBe(404);
  });

  it('goes on where the page before ended, and refuses a cursor that nobody was given', async () => {
    const key = Buffer.from(JSON.stringify(['140400', '长治市教育局', changzhi.title, changzhi.id])).toString('base64url');
    const { items } = (await ask(`/open.json?cursor=${key}`)).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([mongolia.id]);
    expect((await ask('/open.json?cursor=nonsense')).statusCode).toBe(400);
    expect((await ask('/open?cursor=nonsense')).statusCode).toBe(400);
  });
});

describe('the search', () => {
  const find = async (q: string) => (await ask(`/open/search.json?${new URLSearchParams({ q })}`)).json();

  it.each([
    ['职能', 2],
    ['工作部门', 1],
    ['督导', 1],
    ['督', 1],
    ['机构 部门', 1],
    ['条例》', 1],
    ['综合组', 1],
    ['100%_真', 1],
    ['100_真', 0],
    ['WEBSITE', 0],
    ['path', 0],
    ['clauses', 0],
    ['"', 0],
    ['%', 1],
    ['', 0],
    ['   ', 0],
  ])('finds %j in %d items', async (q, n) => {
    expect((await find(q)).items).toHaveLength(n);
  });

  it('names the catalogue of each item and marks the words', async () => {
    const { items, nextCursor, truncated } = await find('督导报告');
    expect([nextCursor, truncated]).toEqual([null, false]);
    expect(items[0]).toMatchObject({
      id: mongolia.items[0]?.id,
      path: ['教育督导'],
      catalogue: { id: mongolia.id, version: 1, organization: { name: '内蒙古自治区教育厅' } },
    });
    const answer = await ask('/open/search?q=督导报告');
    expect(answer.body).toContain('<mark>督导报告</mark>');
    expect(answer.body).toContain(`href="/open/catalogues/${mongolia.id}#item-${mongolia.items[0]?.id}"`);
  });

  it('shows what was typed as text, and only a hundred items', async () => {
    for (const hostile of ['"><script>alert(1)</script>', "'-/.*+?^${}()|[]\\", '职-能', '职 ( [ \\']) {
      const answer = await ask(`/open/search?${new URLSearchParams({ q: hostile })}`);
      expect([answer.statusCode, answer.body.includes('<script')]).toEqual([200, false]);
    }
    const many = await publishedCatalogue(admin, { items: Array.from({ length: 101 }, (_, i) => ({ path: [`众多事项${i}`] })) });
    const { items, truncated } = await find('众多');
    expect([items.length, truncated, items[0].path]).toEqual([100, true, ['众多事项0']]);
    await takenDown(admin, many);
  });
});

describe('what must not be seen', () => {
  it('shows no internal field anywhere', async () => {
    const crawled = new Set([
      '/open',
      '/open.json',
      `/open/search.json?q=${CANARY}`,
      '/open/search?q=%E7%9D%A3',
      '/open/search.json?q=%E8%81%8C%E8%83%BD',
    ]);
    for (const url of crawled) {
      const answer = await ask(url);
      expect([200, 410]).toContain(answer.statusCode);
      expect([url, answer.body.includes(CANARY)]).toEqual([url, false]);
      for (const [, href = ''] of answer.body.matchAll(/href="([^"#]+)/g)) crawled.add(href.replaceAll('&amp;', '&'));
    }
    expect([...crawled]).toEqual(
      expect.arrayContaining([
        page(changzhi),
        page(changzhi, '.json'),
        page(mongolia),
        page(mongolia, '.json'),
        page(mongolia, '?lang=en'),
      ]),
    );
    const { items } = (await ask(`/open/search.json?q=${CANARY}`)).json();
    expect(items).toEqual([]);
    expect((await ask(page(mongolia))).body).not.toMatch(/公开依据|对应职责|事项类别/);
    expect((await ask(page(changzhi))).body).toMatch(/公开依据/);
  });

  it('hides a barred item from the next request on, and changes the tags', async () => {
    const catalogue = await publishedCatalogue(admin, { items: [{ path: ['甲事项'] }, { path: ['乙事项'] }] });
    const before = await ask(page(catalogue));
    expect(before.body).toContain('甲事项');
    const json = await ask(page(catalogue, '.json'));
    await barred(admin, catalogue, 0);
    const after = await ask({ url: page(catalogue), headers: { 'if-none-match': before.headers.etag as string } });
    expect([after.statusCode, after.body.includes('甲事项'), after.body.includes('乙事项')]).toEqual([200, false, true]);
    const jsonAfter = await ask({ url: page(catalogue, '.json'), headers: { 'if-none-match': json.headers.etag as string } });
    expect(jsonAfter.json().items.map((item: { path: string[] }) => item.path)).toEqual([['乙事项']]);
    expect((await ask('/open/search.json?q=甲事项')).json().items).toEqual([]);
    await barred(admin, catalogue, 1);
    expect((await ask(page(catalogue))).body).toContain('目前没有可公开的事项');
  });

  it('replaces a catalogue that was taken down by a notice at once', async () => {
    const catalogue = await publishedCatalogue(admin, { title: '某某目录', items: [{ path: ['丙事项'] }] });
    const tag = (await ask(page(catalogue))).headers.etag as string;
    await takenDown(admin, catalogue);
    const notice = await ask({ url: page(catalogue), headers: { 'if-none-match': tag } });
    expect([notice.statusCode, notice.headers['content-type'], notice.headers['cache-control'], notice.headers.etag]).toEqual([
      410,
      'text/html; charset=utf-8',
      'no-store',
      undefined,
    ]);
    expect(notice.body).toContain('这份目录已撤下');
    expect(notice.body).toContain('《某某目录》');
    expect(notice.body).not.toContain('丙事项');
    for (const wanted of [{ url: page(catalogue, '.json') }, { url: page(catalogue), headers: { accept: 'application/json' } }]) {
      const problem = await ask(wanted);
      expect([problem.statusCode, problem.headers['content-type'], problem.json().code]).toEqual([
        410,
        'application/problem+json; charset=utf-8',
        'catalogue.takenDown',
      ]);
    }
    expect((await ask('/open/search.json?q=丙事项')).json().items).toEqual([]);
    expect((await ask('/open?q=某某')).body).toContain('已撤下');
  });
});

describe('the stylesheet', () => {
  it('is kept for a year under the address that the pages name', async () => {
    const href = /href="(\/open\/portal\.css\?v=[0-9a-f]{16})"/.exec((await ask('/open')).body)?.[1] as string;
    const answer = await ask(href);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await ask('/open/portal.css')).headers['cache-control']).toBe('no-cache');
    expect(answer.body).not.toMatch(/:has\(|@container|url\((?!'\/assets\/fonts\/)|@import/);
  });
});
