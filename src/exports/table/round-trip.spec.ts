import { fixture } from '../../../test/support/fixtures.js';
import { canonicalJson, type ItemContent } from '../../content/index.js';
import { READING_LIMITS } from '../../imports/reading/limits.js';
import { applyConfirmation, readCatalogue } from '../../imports/reading/read-catalogue.js';
import { loadProfiles, type Profile } from '../../profiles/index.js';
import { writeDocx } from '../writing/docx.js';
import { writeXlsx } from '../writing/xlsx.js';
import { officialTable, type TableItem } from './official-table.js';

const profiles = loadProfiles();
const FRAME = { title: '长治市教育局主动公开事项目录', lines: ['编制单位：长治市教育局'] };

const WRITERS = {
  xlsx: (heading: typeof FRAME, table: ReturnType<typeof officialTable>) => writeXlsx([{ name: '目录', heading, table }]),
  docx: (table: ReturnType<typeof officialTable>) => writeDocx({ title: FRAME.title, landscape: true, blocks: [{ kind: 'table', table }] }),
};

async function writtenAndRead(items: readonly TableItem[], profile: Profile, format: keyof typeof WRITERS): Promise<TableItem[]> {
  const table = officialTable(items, profile.columns, profile);
  const bytes = format === 'xlsx' ? await WRITERS.xlsx(FRAME, table) : await WRITERS.docx(table);
  const reading = readCatalogue(bytes, `a.${format}`, profile, READING_LIMITS);
  expect(reading.findings.filter(({ repair }) => repair)).toEqual([]);
  return applyConfirmation(reading, 'all', profile).items.map(({ label, content }) => ({ number: label, content }));
}

const canonical = (items: readonly TableItem[]): string[] => items.map((item) => canonicalJson(item));

function seed(name: string, profile: Profile): { number: string; content: ItemContent }[] {
  const reading = readCatalogue(fixture(name), name, profile, READING_LIMITS);
  return applyConfirmation(reading, 'all', profile).items.map(({ label, content }) => ({ number: label, content }));
}

describe.each(['xlsx', 'docx'] as const)('an exported %s', (format) => {
  it.each([
    ['changzhi.xlsx', 'SX-CZ', 28],
    ['annex2.xlsx', 'NM-2024', 2],
  ])('of %s reads again as the same items', async (name, id, count) => {
    const { profile } = profiles.get(id);
    const items = seed(name, profile);
    expect(items).toHaveLength(count);
    expect(canonical(await writtenAndRead(items, profile, format))).toEqual(canonical(items));
  });
});

describe('an exported xlsx', () => {
  const { profile } = profiles.get('NM-TL-2021');
  const [whole] = seed('annex2.xlsx', profiles.get('NM-2024').profile);
  const content = whole!.content;
  const item = (number: string, path: string[], more: Partial<ItemContent> = {}): TableItem => ({
    number,
    content: { ...content, path, ...more },
  });

  it('keeps a blank blank when the row above is not, in one block and without numbers', async () => {
    for (const number of ['', '3']) {
      const items = [
        item(number, ['甲', '乙', '丙']),
        item(number, ['甲', '乙'], { bases: [] }),
        item(number, ['甲', '乙', '丁'], { disclosingBodies: [], audience: { kind: 'SPECIFIC', groups: ['学生', '家长'] } }),
        item(number, ['甲'], { channels: [{ code: 'OTHER', note: '微信（群）' }], duty: undefined }),
        item(number, ['甲', '乙'], { timeLimit: null, category: null }),
        item(number, ['戊', '乙', '丁', '己'], { publicityLevels: ['COUNTY', 'VILLAGE'], responsibleOffice: '综合组' }),
        item(number, ['戊', '乙', '丁', '己'], { elements: ['一', '二'] }),
      ].map(({ number: label, content: { duty, ...rest } }) => ({ number: label, content: { ...rest, ...(duty && { duty }) } }));
      expect(canonical(await writtenAndRead(items, profile, 'xlsx'))).toEqual(canonical(items));
    }
  });

  it('keeps what looks like a formula, an escape or markup as the text it is', async () => {
    const items = ['=1+1', '+A1', '-2', '@SUM(A1)', "=cmd|' /C calc'!A0", '_x0041_', '<a>&amp;</a>', '007', '1/2', 'TRUE'].map((text, i) =>
      item(String(i + 1), ['甲', text], { elements: [text], responsibleOffice: text }),
    );
    expect(canonical(await writtenAndRead(items, profile, 'xlsx'))).toEqual(canonical(items));
  });
});
