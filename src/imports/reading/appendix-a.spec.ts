import { fixture } from '../../../test/support/fixtures.js';
import type { ItemContent } from '../../content/index.js';
import { loadProfiles } from '../../profiles/index.js';
import { READING_LIMITS } from './limits.js';
import { type ImportReading, readCatalogue } from './read-catalogue.js';

const profile = loadProfiles().get('SX-CZ').profile;
const readFixture = (name: string): ImportReading => readCatalogue(fixture(name), name, profile, READING_LIMITS);

const T20 = '自该信息形成或者变更之日起20个工作日内';
const T7 = '检查及查处结果作出之日起的7个工作日内';
const REAL = '实时更新';
const YEARLY = '每年1月31日前';
const WEB = 'WEBSITE';
const WEB_MEDIA = 'WEBSITE NEW_MEDIA';
const REST = 'timeLimit disclosingBodies channels method audience';
const ALL = `level1 bases ${REST}`;
const BELOW = `level1 level2 bases ${REST}`;

/** domain.md, Appendix A, line by line: line, number, path, head of the content, time, channels, inherited, repairs and what is missing. */
const APPENDIX_A: readonly (readonly [number, string, string, string, string, string, string, string])[] = [
  [7, '1', '政府信息公开指南', '政府信息公开指南包括政府信息', T20, WEB_MEDIA, '', ''],
  [8, '2', '政府信息公开制度 / 国家制度', '国家、省、市出台政务公开相关', T20, WEB_MEDIA, '', 'repair.contentFromLevel missing.bases'],
  [9, '2', '政府信息公开制度 / 省级制度', '国家、省、市出台政务公开相关', T20, WEB_MEDIA, `level1 elements ${REST}`, 'missing.bases'],
  [10, '2', '政府信息公开制度 / 市级制度', '国家、省、市出台政务公开相关', T20, WEB_MEDIA, `level1 elements ${REST}`, 'missing.bases'],
  [11, '3', '机构职能 / 领导信息', '各级各部门机关职能、机构设置', T20, WEB_MEDIA, '', 'repair.contentFromLevel'],
  [12, '3', '机构职能 / 工作部门', '各级各部门机关职能、机构设置', T20, WEB_MEDIA, `elements ${ALL}`, ''],
  [13, '3', '机构职能 / 直属事业单位', '各级各部门机关职能、机构设置', T20, WEB_MEDIA, `elements ${ALL}`, ''],
  [14, '4', '法定主动公开内容 / 履职依据 / 部门规范性文件', '以部门名义印发的行政规范性文', T20, WEB_MEDIA, '', ''],
  [15, '4', '法定主动公开内容 / 履职依据 / 政策文件库', '完善政务公开信息化平台，建设', REAL, WEB, 'level1 level2', ''],
  [16, '5', '重点领域信息 / 社会公益事业 / 社会救助和社会福利领域', '国家、省、市出台的社会救助和', REAL, WEB, '', ''],
  [17, '5', '重点领域信息 / 社会公益事业 / 教育领域', '重点公开相关政策、发展规划、', REAL, WEB, 'level1 level2 bases', ''],
  [18, '6', '法定主动公开内容 / 工作动态 / 重点民生领域 / 通知公告', '对重大事件当众正式公布或者公', REAL, WEB, '', 'repair.rightShift'],
  [
    19,
    '6',
    '法定主动公开内容 / 工作动态 / 重点民生领域 / 日常工作动态',
    '社会公众广泛知晓的信息',
    REAL,
    WEB,
    `level1 level2 level3 ${REST}`,
    'repair.rightShift',
  ],
  [20, '7', '法定主动公开内容 / 计划规划', '年度工作计划和工作总结', T20, 'WEBSITE NEW_MEDIA PRINT', '', 'missing.disclosingBodies'],
  [21, '8', '法定主动公开内容 / 行政权力 / 权责清单', '政府工作部门行使的各项行政职', T20, WEB_MEDIA, '', ''],
  [22, '8', '法定主动公开内容 / 行政权力 / 运行流程图', '依据权责清单，针对每一项职权', T20, WEB_MEDIA, BELOW, ''],
  [23, '8', '法定主动公开内容 / 行政权力 / 廉政风险防控图', '以制约和监督权力运行为核心，', T20, WEB_MEDIA, BELOW, ''],
  [24, '9', '法定主动公开内容 / 依法行政 / 制度建设', '法治政府建设信息', T20, WEB_MEDIA, '', ''],
  [25, '9', '法定主动公开内容 / 依法行政 / 行政执法', '公开行政执法职责、执法依据、', T20, WEB_MEDIA, BELOW, ''],
  [26, '9', '法定主动公开内容 / 依法行政 / 法制信息', '对法制信息公开宣讲等内容', T20, WEB_MEDIA, BELOW, ''],
  [27, '10', '法定主动公开内容 / 双随机、一公开 / 随机抽查事项清单', '监管过程中随机抽取检查对象、', T7, WEB, '', ''],
  [28, '10', '法定主动公开内容 / 双随机、一公开 / 抽查计划', '监管过程中随机抽取检查对象、', T7, WEB, `elements ${BELOW}`, ''],
  [29, '10', '法定主动公开内容 / 双随机、一公开 / 抽查结果', '监管过程中随机抽取检查对象、', T7, WEB, `elements ${BELOW}`, ''],
  [30, '11', '法定主动公开内容 / 建议提案办理', '公开全国人大代表建议、全国政', T20, WEB, '', ''],
  [31, '12', '法定主动公开内容 / 重大决策预公开', '政策意见征集的情况，包括及时', T20, 'WEBSITE PRINT', '', ''],
  [32, '13', '法定主动公开内容 / 重大行政决策项目目录', '制定重大公共政策措施、实施重', T20, WEB, '', ''],
  [33, '14', '法定主动公开内容 / 网站年度报表', '年度信息发布总数和各栏目发布', YEARLY, WEB, '', ''],
  [34, '15', '政府信息公开年报 / 部门信息公开年报', '行政机关主动公开政府信息的情', YEARLY, WEB, '', ''],
];

/** Advice beside the appendix' findings, from domain.md §3: line and code. */
const ADVICE = [
  [20, 'bases.articleMissing'],
  [27, 'bases.ordinals'],
  [28, 'timeLimit.resultOfAnother'],
  [30, 'bases.noBookMarks'],
  [31, 'bases.decreeNumber'],
  [32, 'bases.trailingMark'],
  [32, 'bases.decreeNumber'],
  [34, 'bases.reportArticle'],
];

const sorted = (words: string): string => words.split(' ').sort().join(' ').trim();

/** Row of line 7 in each file: a document's table begins with its two header rows. */
describe.each([
  ['source/changzhi-catalogue.txt', 0],
  ['changzhi.tsv', 0],
  ['changzhi.xlsx', 0],
  ['changzhi.docx', 4],
  ['changzhi.html', 4],
])('the catalogue of 长治市教育局 from %s', (name, above) => {
  const reading = readFixture(name);

  it('is the 28 leaf items of Appendix A with its inheritances, repairs and findings', () => {
    const read = reading.items.map((item) => [
      item.row + above,
      item.label,
      item.content.path.join(' / '),
      item.content.elements.join('').slice(0, 14),
      item.content.timeLimit?.text,
      item.content.channels.map(({ code }) => code).join(' '),
      sorted(item.inherited.join(' ')),
      reading.findings
        .filter(({ itemKey, kind }) => itemKey === item.key && kind !== 'lint')
        .map(({ code }) => code)
        .join(' '),
    ]);
    expect(read).toEqual(
      APPENDIX_A.map(([line, number, path, head, time, channels, inherited, findings]) => [
        line,
        number,
        path,
        head,
        time,
        channels,
        sorted(inherited),
        findings,
      ]),
    );
  });

  it('reads one body, the whole society and proactive disclosure wherever the table has them', () => {
    for (const { row, content } of reading.items) {
      expect(content.disclosingBodies).toEqual(row + above === 20 ? [] : [{ text: '市教育局' }]);
      expect(content.audience).toEqual({ kind: 'PUBLIC' });
      expect(content.method).toBe('PROACTIVE');
      expect(content.category).toBeNull();
    }
  });

  it('asks about four repairs, each at its cell, and about the audience once', () => {
    const asked = reading.findings.filter(({ repair }) => repair);
    expect(asked.map(({ row, column }) => [row + above, column])).toEqual([
      [8, 4],
      [11, 4],
      [18, 7],
      [19, 7],
    ]);
    expect(asked.map(({ repair }) => /公开对象为“全社会”，请确认/.test(repair!.description.zh))).toEqual([false, false, true, false]);
  });

  it('gives the advice of the field and nothing else', () => {
    const advice = reading.findings.filter(({ kind }) => kind === 'lint').map(({ row, code }) => [row + above, code]);
    expect(advice).toEqual([[6, 'column.absent'], ...ADVICE]);
  });

  it('keeps the raw cells of each row', () => {
    expect(reading.items[11]!.raw).toMatchObject({ 序号: '6', '公开内容（要素）': '通知公告', 公开主体: '实时更新', 全社会: '■政府网站' });
    expect(reading.items[21]!.raw).toEqual({ 三级事项: '抽查计划' });
  });
});

it('reads the same items from all formats', () => {
  const [first, ...others] = ['changzhi.tsv', 'changzhi.xlsx', 'changzhi.docx', 'changzhi.html'].map((name) =>
    readFixture(name).items.map(({ content }) => content),
  );
  for (const other of others) expect(other).toEqual(first);
});

describe('bases of 长治市教育局', () => {
  const bases = (index: number): ItemContent['bases'] => readFixture('changzhi.tsv').items[index]!.content.bases;

  it('tells title, number, article and quotation apart', () => {
    expect(bases(7)).toEqual([
      { title: '《中华人民共和国政府信息公开条例》', clauses: [{ article: '第二十条', text: '' }] },
      {
        title: '《国务院办公厅关于印发2022年政务公开工作要点的通知》',
        documentNumber: '国办发〔2022〕8号',
        clauses: [{ text: '三、提高政策公开质量，（八）开展行政规范性文件集中公开。' }],
      },
    ]);
  });

  it('splits numbers without separators and keeps 〈〉 inside 《》', () => {
    expect(bases(17).map(({ title, documentNumber }) => [title, documentNumber])).toEqual([
      ['《中华人民共和国政府信息公开条例》', undefined],
      ['《中共中央办公厅 国务院办公厅关于印发〈关于全面推进政务公开工作的意见〉》', '中办发〔2016〕8号'],
      ['《国务院办公厅关于印发〈提升行政执法质量三年行动计划（2023—2025年）〉的通知》', '国办发〔2023〕27号'],
      ['《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度》', '国办发〔2018〕118号'],
    ]);
  });

  it('keeps three bases that are numbered 1, 2, 2, a title without 《》 and a wrong decree number', () => {
    expect(bases(20)).toHaveLength(3);
    expect(bases(23)).toEqual([
      {
        title: '国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知',
        documentNumber: '国办发〔2014〕46号',
        clauses: [],
      },
    ]);
    expect(bases(25)).toEqual([{ title: '《重大行政决策程序暂行条例》', documentNumber: '国务院令第七十三号', clauses: [] }]);
  });
});
