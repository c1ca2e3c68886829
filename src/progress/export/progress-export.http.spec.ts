import { useHouse } from '../../../test/factories/house.js';
import { must } from '../../../test/factories/version.http.js';
import { partsOf, tablesOf } from '../../../test/support/office.js';
import type { CellsView, ObligationPage, ProgressView } from '../progress.views.js';

const house = useHouse();
let task: string;
let before: string;

beforeAll(async () => {
  const office = await house.as('office');
  const groups = [
    { levels: ['autonomousRegion'], kinds: ['department'], dueOn: '2098-10-31' },
    { levels: ['leagueCity', 'bannerCounty'], kinds: ['department'], dueOn: '2099-03-31' },
  ];
  const notice = { number: '内政数字〔2024〕128号', title: '=1+1', text: '编制目录' };
  task = (await must(office.post('/api/tasks', { regionCode: '150000', purpose: 'publishCatalogue', ...notice, groups }), 201)).json.id;
  await must(office.post('/api/tasks', { regionCode: '150000', purpose: 'publishCatalogue', ...notice, title: '又一件', groups }), 201);
  before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { json } = await must(office.get(`/api/obligations?region=150000&task=${task}`));
  const outside = { type: 'recordOutside', doneOn: '2026-11-02', address: 'https://www.example.gov.cn/ml', evidence: '截图' };
  for (const [index, event] of [outside, { type: 'exempt', reason: '机构撤并' }].entries()) {
    const { id } = (json as ObligationPage).items[index]!;
    const { etag } = await office.get(`/api/matters/${id}`);
    await must(office.post(`/api/matters/${id}/events`, event, { ifMatch: etag! }));
  }
}, 60_000);

const fileOf = async (query: string) => must((await house.as('office')).get(`/api/progress/export?${query}`));
const figuresOf = ({ bodies, done, onTime, late, overdue, dueSoon, stages }: CellsView): string[] =>
  [bodies, done, onTime, late, overdue, dueSoon, ...stages].map(({ count }) => String(count));
/** The figures of a row: between them stand the next deadline and the days that are left. */
const writtenIn = (row: readonly string[]): string[] => [...row.slice(1, 7), ...row.slice(9)];

describe('the workbook of a board', () => {
  it.each([
    ['all tasks', () => 'region=150000'],
    ['one task', () => `region=150000&task=${task}`],
    ['a city', () => `region=150100&task=${task}`],
    ['the past', () => `region=150000&at=${encodeURIComponent(before)}`],
  ])('says the numbers of the page, and lists whom they count: %s', async (_, query) => {
    const office = await house.as('office');
    const { json } = await must(office.get(`/api/progress?${query()}`));
    const progress = json as ProgressView;
    const list = (await must(office.get(`/api/obligations?${query()}&limit=200`))).json as ObligationPage;
    const [board, bodies] = tablesOf((await fileOf(query())).bytes, 'a.xlsx') as [string[][], string[][]];
    const rows = board.slice(board.findIndex(([first]) => first === '地区') + 1);
    const told = [...(progress.own.bodies.count ? [progress.own] : []), ...progress.children.map(({ cells }) => cells), progress.total];
    expect(rows.map(writtenIn)).toEqual(told.map(figuresOf));
    expect(rows.at(-1)![0]).toBe('合计');
    const listed = bodies.slice(bodies.findIndex(([first]) => first === '地区') + 1);
    expect(listed.map(([region, body]) => [region, body])).toEqual(list.items.map((row) => [row.region.name, row.organization.name]));
    expect(listed).toHaveLength(progress.total.bodies.count);
  });

  it('lists what the filters of a list leave, and says so', async () => {
    const [, bodies] = tablesOf((await fileOf(`region=150000&task=${task}&timing=done`)).bytes, 'a.xlsx');
    expect(bodies!.flat()).toContain('范围：已完成　　共 1 个单位');
    expect(bodies!.at(-1)).toEqual([
      '内蒙古自治区',
      '内蒙古自治区教育厅',
      '系统外完成',
      '—',
      '2098年10月31日',
      '—',
      '2026年11月2日',
      '是',
      '内政数字〔2024〕128号',
      '=1+1',
    ]);
    const words = encodeURIComponent('开鲁');
    const [, found] = tablesOf((await fileOf(`region=150000&task=${task}&q=${words}`)).bytes, 'a.xlsx');
    expect(found!.at(-1)!.slice(0, 3)).toEqual(['开鲁县', '开鲁县教育局', '未启动']);
    expect(found!.at(-1)![3]).toBe('编制人（未任命）');
  });

  it('holds texts only: nothing is computed, nothing is fetched', async () => {
    const { bytes, headers } = await fileOf('region=150000');
    const parts = partsOf(bytes);
    expect([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(2);
    for (const [name, part] of parts) {
      expect({ name, formula: /<f[ >]/.test(part) }).toEqual({ name, formula: false });
      expect(/externalLink|hyperlink|vbaProject/i.test(name + part)).toBe(false);
    }
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(/编制进度（内蒙古自治区，\d{4}-\d\d-\d\d）\.xlsx/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is for whoever oversees the region', async () => {
    expect((await house.nobody.get('/api/progress/export?region=150000')).status).toBe(401);
    for (const name of ['compiler', 'officer', 'stranger', 'sysadmin'])
      expect((await (await house.as(name)).get('/api/progress/export?region=150000')).status).toBe(404);
    expect((await (await house.as('office.hohhot')).get('/api/progress/export?region=150000')).status).toBe(404);
    await must((await house.as('office.hohhot')).get('/api/progress/export?region=150100'));
    for (const query of ['region=x', 'task=x', 'at=yesterday', 'stage=x', 'timing=x', 'own=maybe'])
      expect([400, 404]).toContain((await (await house.as('office')).get(`/api/progress/export?region=150000&${query}`)).status);
  });
});
