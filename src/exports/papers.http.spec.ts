import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { partsOf, tablesOf, wordsOf } from '../../test/support/office.js';
import { loadProfiles } from '../profiles/index.js';

const house = useHouse();
const QUESTIONS = loadProfiles().get('NM-TL-2021').profile.hazardQuestions;
const CHECKLIST = Object.fromEntries(QUESTIONS.map(({ code }) => [code, code === 'PRIVACY' ? 'yes' : 'no']));

const draft = (...contents: object[]) => TestVersion.draft(house, contents, '内蒙古自治区教育厅', 'NM-TL-2021');
const form = async (version: TestVersion, index = 0) =>
  (await must((await house.as('auditor')).get(`${version.item(index)}/review-form`))).bytes;
const register = async (version: TestVersion) => (await must((await house.as('auditor')).get(`${version.url}/register`))).bytes;
/** The rows of the table whose header begins so. */
const tableWith = (bytes: Buffer, head: string): string[][] => tablesOf(bytes, 'a.docx').find(([row]) => row![0] === head) ?? [];
const TIME = /^2026年\d{1,2}月\d{1,2}日 \d\d:\d\d$/;

describe('the form of an item', () => {
  it('says of a draft that nothing was done yet, and invents nothing', async () => {
    const version = await draft(anItemContent('甲'));
    const bytes = await form(version);
    const steps = ['送审', '保密审查', '风险评估', '部门审批'];
    expect(tableWith(bytes, '环节').slice(1)).toEqual(steps.map((step) => [step, '未办理', '', '', '']));
    expect(
      tableWith(bytes, '审查事项')
        .slice(1)
        .map((row) => row.at(-1)),
    ).toEqual(QUESTIONS.map(() => '未办理'));
    expect(wordsOf(bytes)).not.toMatch(/保密审查员|部门负责人|已失效/);
  });

  it('holds what was really answered and signed, by whom, when, and where the log has it', async () => {
    const version = await (await draft(anItemContent('甲', { category: 'OTHER', elements: ['一', '二'] }))).submitted();
    await must(version.decide('officer', { type: 'clear', checklist: CHECKLIST, opinion: '内容可以公开' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    const dimensions = { privacy: { likelihood: 2, impact: 5 }, secrecy: 'none', 另列: { likelihood: 1, impact: 1 } };
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH', dimensions, measures: ['缩小范围', '备好口径'] }));
    await must(version.decide('leader', { type: 'endorse', opinion: '同意' }));
    await must(version.move('assessor', { type: 'concludeRiskAssessment' }));
    await must(version.move('leader', { type: 'approve', opinion: '同意发布' }));
    const { contentHash } = await version.seen();
    const bytes = await form(version);
    const hash = contentHash.slice(0, 12);
    const rows = tableWith(bytes, '环节').slice(1);
    expect(rows.map(([step, opinion, who]) => [step, opinion, who])).toEqual([
      ['送审', '送审', '编制人甲\n编制人'],
      ['保密审查', '可公开\n内容可以公开', '保密审查员甲\n保密审查员'],
      ['风险评估', '接受风险\n风险等级：高', '风险评估员\n风险评估员'],
      ['高风险核准', '核准\n同意', '部门负责人\n部门负责人'],
      ['部门审批', '批准发布\n同意发布', '部门负责人\n部门负责人'],
    ]);
    expect(rows.every((row) => TIME.test(row[3]!))).toBe(true);
    expect(rows[1]![4]).toMatch(new RegExp(`^日志第 \\d+ 号\n${hash}$`));
    expect(
      tableWith(bytes, '审查事项')
        .slice(1)
        .map((row) => row.at(-1)),
    ).toEqual(QUESTIONS.map(({ code }) => (code === 'PRIVACY' ? '是' : '否')));
    expect(tableWith(bytes, '评估维度').slice(1).sort()).toEqual(
      [
        ['个人隐私与商业秘密', '2', '5'],
        ['国家秘密与工作秘密', '不涉及', '不涉及'],
        ['另列', '1', '1'],
      ].sort(),
    );
    const words = wordsOf(bytes);
    for (const part of [
      '内蒙古自治区教育厅',
      '第 1 版（已发布）',
      '法定主动公开内容 / 甲',
      '●一',
      '其他公开事项',
      '缩小范围',
      '结论 可公开',
      contentHash,
    ])
      expect(words).toContain(part);
    expect(partsOf(bytes).get('word/document.xml')).not.toContain('landscape');
  });

  it('lists apart what is void, and says that the text was redacted', async () => {
    const version = await (await draft(anItemContent('甲'))).submitted();
    await must(version.decide('officer', { type: 'requireRedaction', reason: '隐去电话', fields: ['elements'] }));
    await must(version.edit('compiler', { elements: ['已脱敏'] }));
    await must(version.decide('compiler', { type: 'amend', reply: '已改' }));
    await must(version.decide('officer', { type: 'clear', checklist: CHECKLIST }));
    expect(wordsOf(await form(version))).toContain('结论 脱敏后公开（已脱敏并复审）');
    await must(version.move('officer', { type: 'return', reason: '再改', points: [{ itemId: version.items[0]!, field: 'elements' }] }));
    await must(version.edit('compiler', { elements: ['又改'] }));
    const bytes = await form(version);
    const past = tableWith(bytes, '状态').slice(1);
    expect(past.map((row) => row.slice(0, 3))).toEqual([
      [expect.stringMatching(/已失效|对此前文本/), '保密审查：脱敏后公开（退回脱敏，复审后有效）', '隐去电话'],
      ['已失效', '保密审查：可公开', expect.any(String)],
    ]);
    expect(tableWith(bytes, '环节')[2]!.slice(0, 2)).toEqual(['保密审查', '未办理']);
    expect(
      tableWith(bytes, '审查事项')
        .slice(1)
        .every((row) => row.at(-1) === '未办理'),
    ).toBe(true);
  });
});

describe('the register', () => {
  it('has one row an item: conclusion, ground, who and when, assessment, approval, publication', async () => {
    const version = await (await draft(anItemContent('甲'), anItemContent('乙'), anItemContent('丙', { category: 'OTHER' }))).submitted();
    await must(version.decide('officer', { type: 'clear', checklist: CHECKLIST, opinion: '可以公开' }, 0));
    await must(version.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '内部管理' }, 1));
    await must(version.decide('officer', { type: 'clear', checklist: CHECKLIST }, 2));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    const waiting = tableWith(await register(version), '序号').slice(1);
    expect(waiting.map((row) => [row[7], row[8], row[10]])).toEqual([
      ['无需评估', '未办理', '未发布'],
      ['—', '未办理', '未发布'],
      ['未办理', '未办理', '未发布'],
    ]);
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'LOW' }, 2));
    await must(version.move('assessor', { type: 'concludeRiskAssessment' }));
    await must(version.move('leader', { type: 'approve' }));
    const bytes = await register(version);
    const rows = tableWith(bytes, '序号');
    expect(rows[0]).toHaveLength(12);
    expect(rows.slice(1).map((row) => [...row.slice(0, 6), row[7], row[8], row[9]])).toEqual([
      ['1', '法定主动公开内容 / 甲', '法定公开事项', '可公开', '可以公开', '保密审查员甲', '无需评估', '部门负责人', '政府网站'],
      [
        '2',
        '法定主动公开内容 / 乙',
        '法定公开事项',
        '不予公开',
        '内部事务信息（条例第十六条）\n内部管理',
        '保密审查员甲',
        '—',
        '部门负责人',
        '政府网站',
      ],
      ['3', '法定主动公开内容 / 丙', '其他公开事项', '可公开', '—', '保密审查员甲', '低\n风险评估员', '部门负责人', '政府网站'],
    ]);
    expect(rows.slice(1).map((row) => TIME.test(row[10]!))).toEqual([true, false, true]);
    const { contentHash } = await version.seen();
    expect(rows[1]![11]).toBe(contentHash.slice(0, 12));
    expect(partsOf(bytes).get('word/document.xml')).toContain('<w:tblHeader/>');
  });

  it('of the next version shows what is carried over, with the decision it rests on', async () => {
    const first = await (await draft(anItemContent('甲', { category: 'OTHER' }))).submitted();
    await must(first.decide('officer', { type: 'clear', checklist: CHECKLIST, opinion: '可以公开' }));
    await must(first.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(first.decide('assessor', { type: 'acceptRisk', level: 'LOW' }));
    await must(first.move('assessor', { type: 'concludeRiskAssessment' }));
    await must(first.move('leader', { type: 'approve' }));
    const next = await first.revised();
    const [row] = tableWith(await register(next), '序号').slice(1);
    expect(row!.slice(3, 6)).toEqual(['可公开', '可以公开', '保密审查员甲']);
    expect(row![7]).toBe('低\n风险评估员');
    const steps = tableWith(await form(next), '环节');
    expect(steps[2]!.slice(0, 2)).toEqual(['保密审查', '可公开\n可以公开\n沿用第 1 版的决定']);
    expect(steps[1]!.slice(0, 2)).toEqual(['送审', '未办理']);
  });
});
