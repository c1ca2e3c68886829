import { newContent, type ItemContent } from '../content';
import { withCell } from './cell-read';
import { cellText } from './cell-text';
import type { ColumnKey } from './columns';
import type { FormRules } from './rules';

const rules: FormRules = {
  columns: [
    { key: 'bases', header: '公开依据', visibility: 'I' },
    { key: 'clauses', header: '条款内容', visibility: 'I' },
  ],
  requiredElements: [],
  internalFields: [],
  channelAliases: { 政务新媒体: 'NEW_MEDIA', 其他: 'OTHER' },
  effectLevelAliases: { 教育部文件: 'MINISTRY_DOC' },
  categoryAliases: { 法定: 'STATUTORY' },
  methodAliases: { 主动: 'PROACTIVE' },
};
const together: FormRules = { ...rules, columns: [{ key: 'bases', header: '公开依据', visibility: 'P' }] };

const full: ItemContent = {
  path: ['法定主动公开内容', '履职依据', '规范性文件'],
  elements: ['第一个', '第二个\n还有一行'],
  bases: [
    {
      title: '《中华人民共和国政府信息公开条例》',
      documentNumber: '国务院令第711号',
      effectLevel: { code: 'ADMIN_REGULATION', raw: '行政法规' },
      clauses: [
        { article: '第二十条', text: '应当主动公开' },
        { article: '第二十一条', text: '' },
      ],
    },
    {
      title: '《关于印发〈要点〉的通知》',
      effectLevel: { code: 'MINISTRY_DOC', raw: '教育部文件' },
      clauses: [{ article: '第三条', text: '公开' }],
    },
  ],
  timeLimit: { text: '实时更新', rule: { kind: 'REALTIME' } },
  disclosingBodies: [{ text: '市教育局', lead: true }, { text: '市财政局' }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }, { code: 'OTHER', note: '微信群' }],
  audience: { kind: 'SPECIFIC', groups: ['家长', '学生'] },
  method: 'PROACTIVE',
  publicityLevels: ['COUNTY'],
  phases: ['DECISION', 'RESULT'],
  duty: '监测',
};

function read(key: ColumnKey, text: string, content: ItemContent = newContent(['A']), by = rules): ItemContent {
  const answer = withCell(content, key, text, by);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.content;
}

const refusal = (key: ColumnKey, text: string, content: ItemContent = newContent(['A'])): unknown => withCell(content, key, text, rules);

describe('cells as text', () => {
  const keys: ColumnKey[] = [
    'level1',
    'level2',
    'level3',
    'elements',
    'bases',
    'clauses',
    'effectLevel',
    'timeLimit',
    'disclosingBodies',
    'category',
    'channels',
    'audiencePublic',
    'audienceSpecific',
    'method',
    'publicityLevels',
    'phases',
    'duty',
  ];

  it.each(keys)('%s is read back as it was written', (key) => {
    expect(withCell(full, key, cellText(key, full, '', { clausesApart: true }), rules)).toEqual({ content: full });
  });

  it('keeps bases and clauses in one cell where the form has one column for both', () => {
    const text = cellText('bases', full, '', { clausesApart: false });
    expect(text).toBe(
      '1.《中华人民共和国政府信息公开条例》（国务院令第711号）第二十条“应当主动公开”、第二十一条\n2.《关于印发〈要点〉的通知》第三条“公开”',
    );
    expect(withCell(full, 'bases', text, together)).toEqual({ content: full });
  });

  it('fills an empty row from the columns of another one', () => {
    let row = read('bases', cellText('bases', full, '', { clausesApart: true }));
    row = read('clauses', cellText('clauses', full, '', { clausesApart: true }), row);
    row = read('effectLevel', cellText('effectLevel', full, '', { clausesApart: true }), row);
    expect(row.bases).toEqual(full.bases);
  });

  it('reads channels by their boxes, two on a line too, and by names without boxes', () => {
    expect(read('channels', '■政府网站 □政府公报 ☑政务新媒体').channels).toEqual([{ code: 'WEBSITE' }, { code: 'NEW_MEDIA' }]);
    expect(read('channels', '政府网站、广播电视').channels).toEqual([{ code: 'WEBSITE' }, { code: 'BROADCAST' }]);
    expect(refusal('channels', '■政府网站 ■飞鸽传书')).toEqual({ refused: 'channelUnknown', word: '飞鸽传书' });
  });

  it('moves the tick from one audience to the other', () => {
    expect(read('audiencePublic', '√', full).audience).toEqual({ kind: 'PUBLIC' });
    expect(read('audienceSpecific', '', full).audience).toBeNull();
    expect(read('audiencePublic', '', full).audience).toEqual(full.audience);
    expect(refusal('audiencePublic', '随便')).toMatchObject({ refused: 'tickUnknown' });
  });

  it('allows no gap in the path', () => {
    expect(refusal('level3', 'x')).toEqual({ refused: 'pathGap' });
    expect(refusal('level1', '')).toEqual({ refused: 'pathEmpty' });
    expect(withCell(full, 'level2', '', rules)).toEqual({ refused: 'pathBelow' });
    expect(read('level3', '', full).path).toEqual(['法定主动公开内容', '履职依据']);
  });

  it('refuses what no list knows', () => {
    expect(refusal('category', '某类')).toEqual({ refused: 'wordUnknown', word: '某类' });
    expect(withCell(full, 'effectLevel', '法律法规', rules)).toEqual({ refused: 'levelUnknown', word: '法律法规' });
    expect(withCell(full, 'effectLevel', '法律', rules)).toEqual({ refused: 'levelCount' });
    expect(withCell(full, 'clauses', '第七条 某文', rules)).toMatchObject({ refused: 'clauseUnaligned' });
    expect(refusal('timeLimit', '长'.repeat(501))).toEqual({ refused: 'tooLong' });
  });

  it('forgets what a time limit meant when its words change', () => {
    expect(read('timeLimit', '尽快', full).timeLimit).toEqual({ text: '尽快', rule: null });
    expect(read('timeLimit', '', full).timeLimit).toBeNull();
  });
});
