import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Basis, ItemContent } from '../item-content.js';
import type { ContentRules } from '../rules.js';
import { hintsFor } from './index.js';

const profile = (id: string) => JSON.parse(readFileSync(join(__dirname, '../../../profiles', `${id}.json`), 'utf8')) as ContentRules;
const CHANGZHI = profile('SX-CZ');
const INNER_MONGOLIA = profile('NM-2024');

const clean: ItemContent = {
  path: ['法定公开内容', '权责清单'],
  elements: ['政府工作部门行使的各项行政职权及其依据'],
  bases: [
    {
      title: '《中华人民共和国政府信息公开条例》',
      effectLevel: { code: 'ADMIN_REGULATION', raw: '行政法规' },
      clauses: [{ article: '第二十条', text: '' }],
    },
  ],
  timeLimit: { text: '实时更新', rule: { kind: 'REALTIME' } },
  disclosingBodies: [{ text: '市教育局' }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }],
  audience: { kind: 'PUBLIC' },
  method: 'PROACTIVE',
};
const codes = (content: ItemContent, rules = CHANGZHI) => hintsFor(content, rules).map(({ code, field }) => `${code} ${field}`);
const withBases = (...bases: Basis[]) => codes({ ...clean, bases });
const basis = (title: string, more: Partial<Basis> = {}): Basis => ({ title, clauses: [{ article: '第一条', text: '' }], ...more });

describe('hints', () => {
  it('leave a clean item alone', () => {
    expect(hintsFor(clean, CHANGZHI)).toEqual([]);
  });

  it('say where, what, in both languages, and what could stand there', () => {
    expect(hintsFor({ ...clean, elements: ['公开内容', '咨询电话13812341234。'] }, CHANGZHI)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        kind: 'personalData',
        code: 'personal.mobile',
        field: 'elements[1]',
        start: 4,
        end: 15,
        excerpt: '13812341234',
        message: { zh: '疑似手机号码', en: 'Looks like a mobile number' },
        suggestion: '138****1234',
      },
    ]);
  });

  it('advise on a field that is none of the 26, and on none by any of its names', () => {
    expect(codes({ ...clean, field: '校园安全' })).toEqual(['field.unknown field']);
    for (const field of ['义务教育', '扶贫', '乡村振兴', '就业（创业）', '养老服务领域']) expect(codes({ ...clean, field })).toEqual([]);
  });

  it('look at internal fields too', () => {
    const content: ItemContent = {
      ...clean,
      duty: '联系人：代某某',
      disclosingBodies: [{ text: '市教育局13812341234' }],
      bases: [basis('《条例》', { clauses: [{ article: '第一条', text: 'a@b.cn' }] })],
    };
    expect(codes(content)).toEqual(
      expect.arrayContaining(['personal.email bases[0].clauses[0].text', 'personal.mobile disclosingBodies[0].text', 'personal.name duty']),
    );
  });

  it('are bound to the text: a dismissal survives what does not touch it, and nothing else', () => {
    const ids = (element: string, other = '公开内容') =>
      hintsFor({ ...clean, elements: [element, other] }, CHANGZHI).map((hint) => hint.id);
    const [id] = ids('电话13812341234');
    expect(ids('新的电话13812341234')).toEqual([id]);
    expect(ids('电话13812341234', '另一项')).toEqual([id]);
    expect(ids('电话13812341235')).not.toContain(id);
    expect(ids('公开内容', '电话13812341234')).not.toContain(id);
    const twice = ids('13812341234、13812341234');
    expect(new Set(twice).size).toBe(2);
    expect(twice[0]).toBe(id);
  });

  it('put personal data first', () => {
    expect(
      hintsFor({ ...clean, path: ['机密'], duty: '13812341234', channels: [{ code: 'PRINT' }] }, CHANGZHI).map((hint) => hint.kind),
    ).toEqual(['personalData', 'advice', 'advice']);
  });
});

describe('advice on bases', () => {
  it('misses an article of a law, not of a notice', () => {
    expect(withBases(basis('《中华人民共和国义务教育法》', { clauses: [] }))).toEqual(['bases.articleMissing bases[0].title']);
    expect(withBases(basis('《中华人民共和国政府信息公开条例》', { clauses: [{ text: '“（三）国民经济和社会发展规划”' }] }))).toEqual([
      'bases.articleMissing bases[0].title',
    ]);
    expect(withBases(basis('《国务院办公厅关于印发政府网站发展指引的通知》', { clauses: [] }))).toEqual([]);
    expect(withBases(basis('《县域义务教育优质均衡发展督导评估办法》', { clauses: [] }))).toEqual([]);
  });

  it('misses 《》', () => {
    expect(withBases(basis('国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知'))).toEqual([
      'bases.titleUnquoted bases[0].title',
    ]);
  });

  it('sees the same basis and the same number twice', () => {
    expect(withBases(basis('《甲》'), basis('《乙》'), basis('《甲》'))).toEqual(['bases.duplicate bases[2].title']);
    expect(withBases(basis('1.《甲》'), basis('2.《乙》'), basis('2.《丙》'))).toEqual(['bases.ordinalRepeated bases[2].title']);
  });

  it('knows Decree No. 713, written as 七十三 in a live catalogue', () => {
    const [hint] = hintsFor(
      { ...clean, bases: [basis('《重大行政决策程序暂行条例》', { documentNumber: '国务院令第七十三号' })] },
      CHANGZHI,
    );
    expect(hint).toMatchObject({
      code: 'bases.decreeNumber',
      field: 'bases[0].documentNumber',
      excerpt: '国务院令第七十三号',
      suggestion: '国务院令第713号',
    });
    expect(withBases(basis('《重大行政决策程序暂行条例》（国务院令第七十三号）'))).toEqual(['bases.decreeNumber bases[0].title']);
    expect(withBases(basis('《重大行政决策程序暂行条例》', { documentNumber: '国务院令第713号' }))).toEqual([]);
  });

  it('knows that article 50, not 49, says what an annual report contains', () => {
    const report = { ...clean, path: ['政府信息公开年报'], elements: ['行政机关主动公开政府信息的情况'] };
    const bases = [basis('《中华人民共和国政府信息公开条例》', { clauses: [{ article: '第四十九条', text: '' }] })];
    expect(hintsFor({ ...report, bases }, CHANGZHI)).toMatchObject([
      { code: 'bases.annualReportArticle', field: 'bases[0].clauses[0].article', suggestion: '第五十条' },
    ]);
    expect(codes({ ...clean, bases })).toEqual([]);
  });
});

describe('advice on effect levels', () => {
  const level = (code: NonNullable<Basis['effectLevel']>['code'], raw = '法律') => ({ effectLevel: { code, raw } });

  it.each<[string, Basis, string[]]>([
    ['a law', basis('《中华人民共和国义务教育法》', level('LAW')), []],
    [
      'a law called a regulation',
      basis('《中华人民共和国义务教育法》', level('ADMIN_REGULATION')),
      ['effectLevel.unlikely bases[0].effectLevel.raw'],
    ],
    ['a regulation called a law', basis('《教育督导条例》', level('LAW')), ['effectLevel.unlikely bases[0].effectLevel.raw']],
    [
      'a notice called a regulation',
      basis('《关于加强廉政风险防控的指导意见》', level('ADMIN_REGULATION')),
      ['effectLevel.unlikely bases[0].effectLevel.raw'],
    ],
    ['a measure of a ministry', basis('《县域义务教育优质均衡发展督导评估办法》', level('MINISTRY_DOC')), []],
    [
      'by its number',
      basis('《某文件》', { documentNumber: '国办发〔2018〕10号', ...level('CENTRAL_DOC') }),
      ['effectLevel.unlikely bases[0].effectLevel.raw'],
    ],
    ['no level at all', basis('《某文件》', level('OTHER', '法律法规')), ['effectLevel.unclear bases[0].effectLevel.raw']],
    ['another level, said so', basis('《某文件》', level('OTHER', '其他')), []],
  ])('%s', (_, one, expected) => {
    expect(withBases(one)).toEqual(expected);
  });

  it('suggests the only level that fits', () => {
    expect(hintsFor({ ...clean, bases: [basis('《中华人民共和国义务教育法》', level('DEPT_RULE'))] }, CHANGZHI)[0]?.suggestion).toBe(
      '法律',
    );
  });

  it('sees two lists in different orders', () => {
    expect(withBases(basis('《中华人民共和国义务教育法》', level('ADMIN_REGULATION')), basis('《教育督导条例》', level('LAW')))).toEqual([
      'effectLevel.misaligned bases[0].effectLevel.raw',
      'effectLevel.misaligned bases[1].effectLevel.raw',
    ]);
  });
});

describe('advice on the rest', () => {
  const limit = (text: string, days: number, event: 'FORMED' | 'RESULT_MADE'): Pick<ItemContent, 'timeLimit'> => ({
    timeLimit: { text, rule: { kind: 'WORKDAYS_AFTER', days, event } },
  });

  it.each<[string, Partial<ItemContent>, string[]]>([
    [
      'a limit longer than 20 working days',
      limit('信息形成之日起30个工作日内', 30, 'FORMED'),
      ['timeLimit.longerThanStatutory timeLimit.text'],
    ],
    [
      'a plan that waits for a result',
      { path: ['双随机', '抽查计划'], ...limit('检查及查处结果作出之日起的7个工作日内', 7, 'RESULT_MADE') },
      ['timeLimit.resultForPlan timeLimit.text'],
    ],
    [
      'a result that waits for itself',
      { path: ['双随机', '抽查结果'], ...limit('检查及查处结果作出之日起的7个工作日内', 7, 'RESULT_MADE') },
      [],
    ],
    ['a rule that differs from its words', limit('实时更新', 20, 'FORMED'), ['timeLimit.readOtherwise timeLimit.text']],
    ['a rule for words the grammar does not know', limit('一个月内', 20, 'FORMED'), []],
    ['a statutory item without basis', { bases: [] }, ['category.statutoryWithoutBasis category']],
    ['another item with a regulation', { category: 'OTHER' }, ['category.maybeStatutory category']],
    ['no website', { channels: [{ code: 'PRINT' }] }, ['channels.noWebsite channels']],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...clean, ...change })).toEqual(expected);
  });

  it('follows the profile: the office is a column in Inner Mongolia, and its items are proactive', () => {
    expect(codes({ ...clean, method: 'ON_APPLICATION' }, INNER_MONGOLIA)).toEqual([
      'responsibleOffice.blank responsibleOffice',
      'method.differs method',
    ]);
    expect(codes({ ...clean, method: 'ON_APPLICATION' })).toEqual([]);
    expect(codes({ ...clean, responsibleOffice: '综合科' }, INNER_MONGOLIA)).toEqual([]);
  });
});
