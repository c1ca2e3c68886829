import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { useHouse } from '../factories/house.js';
import { publishedCatalogue } from '../factories/publication.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

/** Mongolian goes through the house byte for byte and is found however it is typed; what hides in it or beside it does not pass. */
const house = useHouse();

/** ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠥᠪᠡᠷᠲᠡᠭᠡᠨ ᠵᠠᠰᠠᠬᠤ ᠣᠷᠣᠨ, with the narrow no-break space before its suffix: the Inner Mongolia Autonomous Region. */
const REGION =
  '\u1825\u182a\u1825\u1837 \u182e\u1823\u1829\u182d\u1823\u182f\u202f\u1824\u1828 \u1825\u182a\u1821\u1837\u1832\u1821\u182d\u1821\u1828 \u1835\u1820\u1830\u1820\u182c\u1824 \u1823\u1837\u1823\u1828';
/** A word whose last letter stands apart by a vowel separator. */
const SEPARATED = '\u182c\u1824\u182f\u1824\u182d\u1820\u1828\u180e\u1820';
/** A word whose first letter is drawn in another form by a variation selector. */
const VARIED = '\u182d\u180b\u1820\u1835\u1820\u1837';
const TITLE = `${REGION} 公开目录`;
const NAME = `${REGION} ${SEPARATED}`;
const ELEMENT = `${VARIED}\u202f\u1824\u1828 信息`;

/** The ways by which people write it: exactly; without selectors and with blanks; with Unicode 16's separator before the suffix. */
const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it stands', (text) => text],
  ['without marks', (text) => text.replace(/[\u180b-\u180f]/gu, '').replaceAll('\u202f', ' ')],
  ['by Unicode 16', (text) => text.replaceAll('\u202f', '\u180e')],
  ['with a joiner too many', (text) => text.replace(/^./u, '$&\u200d')],
];

const query = (path: string, q: string): string => `${path}?${new URLSearchParams({ q })}`;
const ids = (answer: { json: { items: { id: string }[] } }): string[] => answer.json.items.map(({ id }) => id);

let version: TestVersion;
let catalogue: string;

beforeAll(async () => {
  const sysadmin = await house.as('sysadmin');
  const name = `${REGION}\u202f\u1824 ${VARIED}`;
  await must(sysadmin.post('/api/organizations', { name, kind: 'department', regionCode: '150000' }), 201);
  version = await TestVersion.draft(house, [anItemContent('先前的名称'), anItemContent('信息公开指南')]);
  const edited = { path: ['法定主动公开内容', NAME], elements: [ELEMENT, SEPARATED], responsibleOffice: REGION };
  await must(version.edit('compiler', { ...edited, audience: { kind: 'SPECIFIC', groups: [SEPARATED] } }));
  catalogue = version.catalogue;
});

describe('names', () => {
  it.each([
    ['/api/accounts', 'displayName'],
    ['/api/organizations', 'name'],
  ])('%s keeps them byte for byte and finds them however they are typed', async (path, field) => {
    const sysadmin = await house.as('sysadmin');
    const name = `${NAME} ${VARIED}`;
    const more = { username: 'mongol', password: 'bichig-Passw0rd-2026', kind: 'department', regionCode: '150100' };
    const keys = path.endsWith('accounts') ? (['username', 'password'] as const) : (['kind', 'regionCode'] as const);
    await must(sysadmin.post(path, { [field]: name, ...Object.fromEntries(keys.map((key) => [key, more[key]])) }), 201);
    for (const [way, typed] of WAYS) {
      const found = await must(sysadmin.get(query(path, typed(name))));
      expect({ way, names: found.json.items.map((one: Record<string, string>) => one[field]) }).toEqual({ way, names: [name] });
    }
  });

  it.each(['\u202e名称', '\u1820\u202e\u1828', '名\u200d称', '名\u202f称', '名\u180b称', '\u200b名', '\u1820\u2066'])(
    'with what nobody sees are refused: %j',
    async (name) => {
      const sysadmin = await house.as('sysadmin');
      const account = { username: 'hidden', displayName: name, password: 'bichig-Passw0rd-2026' };
      expect((await sysadmin.post('/api/accounts', account)).status).toBe(400);
      expect((await sysadmin.post('/api/organizations', { name, kind: 'department', regionCode: '150000' })).status).toBe(400);
    },
  );
});

describe('an item', () => {
  it('is found in its version however it is typed', async () => {
    const auditor = await house.as('auditor');
    for (const [way, typed] of WAYS) {
      for (const text of [NAME, REGION, SEPARATED, ELEMENT, VARIED]) {
        const found = await must(auditor.get(query(`${version.url}/items`, typed(text))));
        expect({ way, text, found: ids(found) }).toEqual({ way, text, found: [version.items[0]] });
      }
    }
    expect(ids(await must(auditor.get(query(`${version.url}/items`, `${REGION}\u1820\u1820`))))).toEqual([]);
  });

  it.each([
    ['a direction override inside Mongolian', '\u182e\u1823\u202e\u1829', 'text.bidi'],
    ['an isolate before a suffix', '\u182e\u1823\u2067\u202f\u1824', 'text.bidi'],
    ['a joiner between Chinese characters', '公\u200d开', 'text.joiner'],
    ['a variation selector after Chinese', '公\u180b开 \u1820', 'text.joiner'],
    ['a narrow space between Chinese characters', '公\u202f开', 'text.joiner'],
    ['a zero-width space between Mongolian letters', '\u1820\u200b\u1828', 'text.invisible'],
    ['a message in joiners', `\u1820${'\u200c\u200d'.repeat(4)}\u1828`, 'text.joiner'],
  ])('takes no text with %s', async (_, text, code) => {
    for (const content of [{ elements: [text] }, { path: [text] }, { responsibleOffice: text }]) {
      const refused = await version.edit('compiler', content, 1);
      expect(refused).toMatchObject({ status: 400 });
      expect(refused.text).toContain(code);
    }
    const returned = await version.move('compiler', { type: 'recall', reason: text });
    expect(returned.status).toBe(400);
  });
});

describe('published', () => {
  beforeAll(async () => {
    await version.submitted();
    await must(version.decide('officer', { type: 'return', reason: `${NAME}：请核对` }));
    await must(version.move('officer', { type: 'return', reason: NAME }));
    await must(version.edit('compiler', { responsibleOffice: `${REGION} ${VARIED}` }));
    await version.published();
  });

  it('is what was signed, byte for byte', async () => {
    const { contentHash } = await version.seen();
    const { rows } = await house.people.admin.query(`select bytes from content_blob where hash = decode($1, 'hex')`, [contentHash]);
    const bytes = rows[0].bytes as Buffer;
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(contentHash);
    for (const text of [NAME, ELEMENT, SEPARATED, `${REGION} ${VARIED}`]) expect(bytes.includes(JSON.stringify(text))).toBe(true);
    expect((await must((await house.as('auditor')).get(`${version.url}/history?limit=500`))).text).toContain(`${NAME}：请核对`);
  });

  it('is public as it was signed, and found however it is typed', async () => {
    const open = await must(house.nobody.get(`/open/catalogues/${catalogue}.json`));
    expect(open.json.items[0]).toMatchObject({
      path: ['法定主动公开内容', NAME],
      elements: [ELEMENT, SEPARATED],
      audience: { kind: 'SPECIFIC', groups: [SEPARATED] },
    });
    for (const [way, typed] of WAYS) {
      for (const text of [NAME, SEPARATED, ELEMENT, VARIED]) {
        const found = await must(house.nobody.get(query('/open/search.json', typed(text))));
        expect({ way, text, found: ids(found) }).toEqual({ way, text, found: [version.items[0]] });
        const $ = load((await must(house.nobody.get(query('/open/search', typed(text))))).text);
        expect({ way, text, marked: $('mark').length > 0, path: $('h2 a').text() }).toMatchObject({
          marked: true,
          path: `法定主动公开内容 / ${NAME}`,
        });
      }
    }
  });

  it('says in its page what is Mongolian', async () => {
    const { text } = await must(house.nobody.get(`/open/catalogues/${catalogue}`));
    const $ = load(text);
    expect($('.name-text').first().text()).toBe(NAME);
    expect($('.name-text').first().html()).toBe(`<span lang="mn-Mong">${NAME}</span>`);
    expect($('.of-elements li').first().html()).toBe(`<span lang="mn-Mong">${VARIED}\u202f\u1824\u1828</span> 信息`);
    expect((await must(house.nobody.get('/open/portal.css'))).text).toMatch(/\[lang='mn-Mong'\] \{\s*font-family: var\(--mongolian\)/);
  });

  const read = async (name: string, bytes: Buffer) => {
    const compiler = await house.as('compiler');
    const draft = await TestVersion.draft(house, []);
    const reading = await must(compiler.upload(`${draft.url}/imports`, name, { name, bytes }), 201);
    await must(compiler.post(`/api/imports/${reading.json.id}/confirmation`, { repairs: 'all' }));
    const { json } = await must(compiler.get(`${draft.url}/items`));
    return json.items.map((item: { content: object }) => item.content) as Record<string, unknown>[];
  };

  it.each(['xlsx', 'docx'])('comes back from an exported %s as it went', async (format) => {
    const auditor = await house.as('auditor');
    const { bytes } = await must(auditor.get(`${version.url}/export?format=${format}`));
    const [item] = await read(`目录.${format}`, bytes);
    expect(item).toMatchObject({
      path: ['法定主动公开内容', NAME],
      elements: [ELEMENT, SEPARATED],
      audience: { kind: 'SPECIFIC', groups: [SEPARATED] },
    });
  });

  it.each(['html', 'tsv'])('comes out of a %s as it stands there', async (format) => {
    const file = readFileSync(`test/fixtures/changzhi.${format}`, 'utf8');
    const written = file
      .replace(/(?<=[>\t])政府信息公开指南(?=[<\t])/u, NAME)
      .replace(/(?<=[>\t])政府信息公开指南包括/u, `公\u200d开${ELEMENT}\u202e`);
    const [item] = await read(`changzhi.${format}`, Buffer.from(written));
    expect(item).toMatchObject({ path: [NAME], elements: [expect.stringMatching(new RegExp(`^公开${ELEMENT}政府信息的分类`, 'u'))] });
  });
});

describe('the title of a catalogue', () => {
  it('is kept byte for byte and found in both lists', async () => {
    const compiler = await house.as('compiler');
    const body = (await must(compiler.get(query('/api/organizations', '内蒙古自治区教育厅')))).json.items[0].id;
    const wanted = { organizationId: body, profile: 'NM-2024', title: TITLE, kind: 'PROACTIVE_DISCLOSURE' };
    const made = await must(compiler.post('/api/catalogues', wanted), 201);
    const other = await publishedCatalogue(house.people.admin, { items: [{ path: [NAME] }], title: TITLE, body: `${REGION}\u202f\u1824` });
    for (const [way, typed] of WAYS) {
      const inside = await must(compiler.get(query('/api/catalogues', typed(TITLE))));
      expect({ way, titles: inside.json.items.map(({ title }: { title: string }) => title) }).toEqual({ way, titles: [TITLE] });
      expect(ids(inside)).toEqual([made.json.id]);
      const open = await must(house.nobody.get(query('/open.json', typed(TITLE))));
      expect({ way, open: ids(open) }).toEqual({ way, open: [other.id] });
      expect(open.json.items[0].title).toBe(TITLE);
    }
    const { text } = await must(house.nobody.get('/open'));
    expect(load(text)(`a[href="/open/catalogues/${other.id}"]`).html()).toBe(`<span lang="mn-Mong">${REGION}</span> 公开目录`);
  });
});
