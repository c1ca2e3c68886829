import { useHouse } from '../../test/factories/house.js';
import { figuresOf, ReportDesk, sectionOf, valueIn } from '../../test/factories/reports.http.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { tablesOf, wordsOf } from '../../test/support/office.js';
import { periodBefore } from './period.js';
import type { CompositionView, ReportPage } from './report.views.js';

const house = useHouse();
const desk = new ReportDesk(house);
const DUE = '2099-03-31';
let quarter: string;
let year: number;
beforeAll(async () => {
  ({ period: quarter, year } = await desk.quarter());
});

describe('what a report says', () => {
  it('is counted as the lists behind it count, and what people wrote stays when it is composed anew', async () => {
    const office = await house.as('office');
    const groups = [{ levels: ['leagueCity', 'bannerCounty'], kinds: ['department'], dueOn: DUE }];
    const notice = { regionCode: '150100', purpose: 'publishCatalogue', number: '', title: '编制目录', text: '编制并公开目录', groups };
    const task = (await must(office.post('/api/tasks', notice), 201)).json;
    expect(task.bodies).toBe(2);
    const { rows } = await house.people.admin.query(
      `select m.id, o.name from mulu.matter m join mulu.organization o on o.id = m.organization_id where m.parent_id = $1 order by o.name`,
      [task.id],
    );
    const bureau = rows.find(({ name }) => name === '新城区教育局')!;

    const id = await desk.opened(quarter);
    expect((await desk.edit('office.hohhot', id, { title: '报告' })).json.code).toBe('report.notComposed');
    expect((await desk.act('office.hohhot', id, { type: 'submit' })).status).toBe(422);
    await must(desk.compose('office.hohhot', id));
    const first = await desk.read(id);
    expect(first).toMatchObject({ state: 'drafting', title: expect.stringContaining('呼和浩特市'), content: { before: { from: 'log' } } });
    expect([valueIn(first, 'bodies'), valueIn(first, 'done'), valueIn(first, 'notStarted')]).toEqual([2, 0, 2]);
    expect(figuresOf(first).every(({ before }) => before === 0)).toBe(true);
    const listed = figuresOf(first).filter(({ href }) => href !== null);
    expect(listed).toHaveLength(14);
    for (const { value, href } of listed) {
      const { json } = await must((await house.as('office.hohhot')).get(`${href}&limit=200`));
      expect(json.items).toHaveLength(value);
    }

    await must(
      desk.edit('office.hohhot', id, {
        sections: [
          { key: 'practice', text: '各旗县逐月调度。' },
          { key: 'notices', text: '本季没有督办。' },
        ],
      }),
    );
    const outside = { type: 'recordOutside', doneOn: '2026-11-02', address: 'https://www.xinchengqu.gov.cn/ml/', evidence: '网站截图存档' };
    await must(desk.act('office.hohhot', bureau.id, outside));
    const asked = await must((await house.as('office.hohhot')).get(`/api/reports/${id}/composition`));
    const preview = asked.json as CompositionView;
    expect(preview.figures.map(({ key, was, now }) => [key, was, now])).toEqual([
      ['done', 0, 1],
      ['onTime', 0, 1],
      ['notStarted', 2, 1],
      ['doneOutside', 0, 1],
    ]);
    expect(Object.fromEntries(preview.texts.map(({ section, fate }) => [section, fate]))).toMatchObject({
      progress: 'renewed',
      notices: 'kept',
      practice: 'kept',
      problems: 'same',
    });
    await must(desk.compose('office.hohhot', id));
    const second = await desk.read(id);
    expect(valueIn(second, 'done')).toBe(1);
    expect(sectionOf(second, 'practice').text).toBe('各旗县逐月调度。');
    expect(sectionOf(second, 'notices')).toMatchObject({ text: '本季没有督办。', written: true });
    await must(desk.compose('office.hohhot', id, { replace: ['notices'] }));
    expect(sectionOf(await desk.read(id), 'notices')).toMatchObject({ text: expect.stringContaining('督办通知0件'), written: false });
    expect((await desk.edit('office.hohhot', id, { sections: [{ key: 'nosuch', text: '' }] })).json.code).toBe('report.noSuchSection');
  });

  it('is of the end of its period, when that is past, beside what was reported of the one before', async () => {
    const earlier = periodBefore(quarter);
    const id = await desk.opened(earlier);
    await must(desk.compose('office.hohhot', id));
    const past = await desk.read(id);
    expect(valueIn(past, 'bodies')).toBe(0);
    expect(past.content!.asOf).toMatch(/T15:59:59\.999Z$/);
    await must(desk.act('office.hohhot', id, { type: 'submit' }));
    const list = await (await house.as('office.hohhot')).get(`/api/reports?period=${quarter}&purpose=quarterlyProgress`);
    const current = (list.json as ReportPage).items[0]!.id;
    await must(desk.compose('office.hohhot', current));
    const report = await desk.read(current);
    expect(report.content!.before).toEqual({ period: earlier, asOf: past.content!.asOf, from: 'report' });
    expect(report.previous).toEqual({ id, period: earlier, state: 'submitted' });
  });

  it('of a department holds counts of what it published, and no text of any item', async () => {
    const marked = (name: string) => anItemContent(name, { elements: ['绝密要素样本'] });
    const published = await TestVersion.draft(house, [anItemContent('督导评估'), marked('不公开事项')]);
    await published.submitted();
    await must(published.decide('officer', { type: 'clear' }, 0));
    await must(published.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '绝密理由样本' }, 1));
    await must(published.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(published.move('leader', { type: 'approve' }));
    await TestVersion.draft(house, [marked('草稿事项')], '长治市教育局', 'SX-CZ', 'GRASSROOTS_FIELD');
    const found = await (await house.as('compiler')).get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`);
    const organization = found.json.items[0].id;
    const opened = desk.open('compiler', { purpose: 'annualDisclosure', organizationId: organization, period: String(year) });
    const { id } = (await must(opened, 201)).json;
    await must(desk.compose('compiler', id));
    const report = await desk.read(id, 'leader');
    expect(report).toMatchObject({
      author: '长治市教育局',
      addressee: '长治市人民政府办公室',
      title: `长治市教育局${year}年政府信息公开工作年度报告`,
    });
    expect(report.content!.sections.map(({ heading }) => heading.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、']);
    expect([
      valueIn(report, 'catalogues'),
      valueIn(report, 'items'),
      valueIn(report, 'versionsPublished'),
      valueIn(report, 'stale'),
    ]).toEqual([1, 1, 1, 0]);
    expect(figuresOf(report).find(({ key }) => key === 'bodies')).toMatchObject({ label: '编制任务', unit: '项', href: null });
    const file = await must((await house.as('leader')).get(`/api/reports/${id}/export`));
    for (const text of [JSON.stringify(report), wordsOf(file.bytes)]) expect(text).not.toMatch(/绝密|不公开事项|草稿事项|督导评估/);
  });
});

describe('the paper', () => {
  it('reads again as the report: title, addressee, sections, who signs, numbers beside those before', async () => {
    const id = await desk.opened();
    expect((await (await house.as('office')).get(`/api/reports/${id}/export`)).status).toBe(409);
    await must(desk.compose('office.hohhot', id));
    await must(desk.edit('office.hohhot', id, { sections: [{ key: 'suggestions', text: '第一段。\n第二段。' }] }));
    const report = await desk.read(id);
    const { bytes, headers } = await must((await house.as('office')).get(`/api/reports/${id}/export`));
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(`${report.title}.docx`);
    const words = wordsOf(bytes);
    for (const part of [
      report.title,
      '内蒙古自治区政务服务与数据管理局：',
      '呼和浩特市政务公开领导小组办公室',
      '第一段。',
      '第二段。',
      ...report.content!.sections.map(({ heading }) => heading),
    ])
      expect(words).toContain(part);
    const [head, ...rows] = tablesOf(bytes, 'a.docx').at(-1)!;
    expect(head).toEqual(['指标', '单位', '本期', '上期', '增减']);
    expect(rows.map(([label, unit, value]) => [label, unit, value])).toEqual(
      figuresOf(report).map(({ label, unit, value }) => [label, unit, String(value)]),
    );
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
