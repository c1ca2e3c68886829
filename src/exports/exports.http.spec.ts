import { useHouse } from '../../test/factories/house.js';
import { publishedCatalogue } from '../../test/factories/publication.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { partsOf, tablesOf, wordsOf } from '../../test/support/office.js';
import { canonicalJson } from '../content/index.js';

const house = useHouse();
const FORMATS = ['xlsx', 'docx', 'json'] as const;

const exported = async (version: { url: string }, format: string, more = '', as = 'compiler') =>
  (await house.as(as)).get(`${version.url}/export?format=${format}${more}`);

/** Everything that a file says, in whatever part of it. */
const everything = (bytes: Buffer): string =>
  bytes.subarray(0, 2).toString() === 'PK' ? [...partsOf(bytes).values()].join('\n') : bytes.toString('utf8');

describe('the table of a version', () => {
  it.each([
    ['test/fixtures/changzhi.xlsx', 'SX-CZ', 28],
    ['test/fixtures/annex2.xlsx', 'NM-2024', 2],
  ])('of %s goes out and comes in again as the same items', async (file, profile, count) => {
    const compiler = await house.as('compiler');
    const taken = async (path: string, bytes?: Buffer) => {
      const version = await TestVersion.draft(house, [], '长治市教育局', profile);
      const reading = await must(compiler.upload(`${version.url}/imports`, path, { bytes }), 201);
      await must(compiler.post(`/api/imports/${reading.json.id}/confirmation`, { repairs: 'all' }));
      const { items } = (await compiler.get(`${version.url}/items?limit=500`)).json;
      return {
        version,
        items: items.map(({ number, content }: { number: string; content: object }) => canonicalJson({ number, content })),
      };
    };
    const first = await taken(file);
    const answer = await must(exported(first.version, 'xlsx'));
    const second = await taken('again.xlsx', answer.bytes);
    expect(second.items).toHaveLength(count);
    expect(second.items).toEqual(first.items);
  });

  it('takes along what the form has no column for, so that nothing is lost on the way', async () => {
    const compiler = await house.as('compiler');
    const more = { responsibleOffice: '综合组', duty: '统筹协调。', phases: ['DECISION', 'RESULT'] };
    const first = await TestVersion.draft(house, [anItemContent('甲', more), anItemContent('乙', { category: 'OTHER' })]);
    const answer = await must(exported(first, 'xlsx'));
    const [table] = tablesOf(answer.bytes, 'a.xlsx');
    expect(table![2]!.at(-1)).toBe('表外栏目');
    expect(table![3]!.slice(-4)).toEqual(['事项类别', '五公开', '责任处室', '对应职责']);
    const second = await TestVersion.draft(house, []);
    const reading = await must(compiler.upload(`${second.url}/imports`, 'again.xlsx', { bytes: answer.bytes }), 201);
    await must(compiler.post(`/api/imports/${reading.json.id}/confirmation`, { repairs: 'all' }));
    const contents = async ({ url }: TestVersion) =>
      (await compiler.get(`${url}/items`)).json.items.map(({ content }: { content: object }) => canonicalJson(content));
    expect(await contents(second)).toEqual(await contents(first));
    expect(wordsOf((await must(exported(first, 'docx'))).bytes)).not.toContain('表外栏目');
  });

  it('has the official look: groups over their columns, merged parents, header on each page, one page wide', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')]);
    const parts = partsOf((await must(exported(version, 'xlsx'))).bytes);
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(parts.get('xl/workbook.xml')).toMatch(/Print_Titles[^<]*>[^<]*\$3:\$4</);
    const [table] = tablesOf((await must(exported(version, 'docx'))).bytes, 'a.docx');
    expect(table!.slice(0, 2)).toEqual([
      ['序号', '公开事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体', '公开对象', '公开方式'],
      ['一级事项', '二级事项', '三级事项', '全社会', '特定群众'],
    ]);
    const document = partsOf((await must(exported(version, 'docx'))).bytes).get('word/document.xml')!;
    expect(document).toContain('w:orient="landscape"');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(4);
  });

  it('is sent as a file with a Chinese name that no cache keeps', async () => {
    const version = await TestVersion.draft(house);
    const { headers } = await must(exported(version, 'json'));
    const disposition = String(headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="catalogue-v1\.json"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("''")[1]!)).toBe('目录（第1版）.json');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('keeps a text that looks like a formula as text', async () => {
    const version = await TestVersion.draft(house, [anItemContent('=HYPERLINK("http://x","y")', { elements: ['+1', '-2', '@A'] })]);
    const parts = partsOf((await must(exported(version, 'xlsx'))).bytes);
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]|t="str"/);
    expect(parts.get('xl/sharedStrings.xml')).toContain('=HYPERLINK(');
  });

  it('as JSON says what the version holds', async () => {
    const version = await TestVersion.draft(house);
    const { json } = await must(exported(version, 'json'));
    expect(json).toMatchObject({ id: version.id, title: '目录', organization: '长治市教育局', version: 1, state: 'draft' });
    const { id, state, contentHash } = await version.seen();
    expect(json.items).toEqual([
      { id, number: '', state, contentHash, content: expect.objectContaining({ path: ['法定主动公开内容', '事项一'] }) },
    ]);
  });

  it('is refused in the usual order: 400, 401, 404', async () => {
    const version = await TestVersion.draft(house);
    for (const path of ['export?format=xlsx', 'register', `items/${version.items[0]}/review-form`]) {
      expect((await house.nobody.get(`${version.url}/${path}`)).status).toBe(401);
      for (const who of ['stranger', 'sysadmin']) expect((await (await house.as(who)).get(`${version.url}/${path}`)).status).toBe(404);
    }
    expect((await exported(version, 'pdf')).status).toBe(400);
    expect((await exported(version, 'xlsx', '&audience=all')).status).toBe(400);
    expect((await exported({ url: '/api/versions/x' }, 'xlsx')).status).toBe(404);
    expect((await (await house.as('compiler')).get(`${version.url}/items/x/review-form`)).status).toBe(404);
  });
});

describe('what a reader may not see', () => {
  it('a sealed text leaves in no file, not even for the one who sealed it', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('可见'), anItemContent('CANARYSEALED')])).submitted();
    await must(version.decide('officer', { type: 'refer', reason: 'CANARYREASON' }, 1));
    for (const who of ['officer', 'compiler', 'auditor', 'leader']) {
      const client = await house.as(who);
      const files = await Promise.all([
        ...FORMATS.flatMap((format) => [exported(version, format, '', who), exported(version, format, '&audience=public', who)]),
        client.get(`${version.url}/register`),
      ]);
      for (const file of files) {
        expect(file.status).toBe(200);
        expect(everything(file.bytes)).not.toMatch(/CANARY/);
        expect(everything(file.bytes)).toContain('可见');
      }
      expect(await client.get(`${version.item(1)}/review-form`)).toMatchObject({ status: 403, json: { code: 'text.sealed' } });
    }
    expect(wordsOf((await exported(version, 'docx')).bytes)).toContain('另有 1 项不在本表');
  });

  it('a leading-group office gets what it is asked about, and nothing else', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙', { category: 'OTHER' })]);
    await version.cleared();
    const office = await house.as('office');
    const before = await must(exported(version, 'json', '', 'office'));
    expect(before.json.items.map(({ content }: { content: unknown }) => content)).toEqual([null, null]);
    expect(await office.get(`${version.item(1)}/review-form`)).toMatchObject({ status: 403, json: { code: 'text.unreadable' } });
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH', measures: '备好答复口径' }, 1));
    expect((await version.seen(1)).state).toBe('awaitingEndorsement');
    await must(office.get(`${version.item(1)}/review-form`));
    const register = wordsOf((await must(office.get(`${version.url}/register`))).bytes);
    expect(register).toContain('（不在查看权限内）');
    expect(register).not.toContain('法定主动公开内容 / 甲');
    expect(register).toContain('法定主动公开内容 / 乙');
  });

  it("the public's files hold only the fields that the profile lets out", async () => {
    const canary = 'CANARY';
    const items = ['甲', '乙'].map((name) =>
      anItemContent(name, {
        bases: [
          {
            title: `《${canary}》`,
            documentNumber: `${canary}〔2024〕1号`,
            effectLevel: { code: 'LAW', raw: canary },
            clauses: [{ article: '第一条', text: canary }],
          },
        ],
        duty: canary,
      }),
    );
    const draft = await TestVersion.draft(house, items, '长治市教育局', 'NM-2024');
    const published = await publishedCatalogue(house.people.admin, { items, profile: 'NM-2024', internal: canary });
    for (const [url, who] of [
      [draft.url, 'compiler'],
      [`/api/versions/${published.versionId}`, 'auditor'],
    ] as const) {
      for (const format of FORMATS) {
        const { bytes } = await must(exported({ url }, format, '&audience=public', who));
        expect(everything(bytes)).not.toMatch(/CANARY|STATUTORY|法定公开事项|内部/);
        expect(everything(bytes)).toContain('乙的内容');
        expect(everything((await must(exported({ url }, format, '', who))).bytes)).toContain(canary);
      }
    }
  });

  it('a version in force shows the public what is public now', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
    await must(version.decide('officer', { type: 'clear' }, 0));
    await must(version.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '内部事务' }, 1));
    expect((await must(exported(version, 'json', '&audience=public'))).json.items).toHaveLength(1);
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.move('leader', { type: 'approve' }));
    const { json } = await must(exported(version, 'json', '&audience=public'));
    expect(json.items).toEqual([{ id: version.items[0], number: '1', content: expect.objectContaining({ elements: ['甲的内容'] }) }]);
  });
});
