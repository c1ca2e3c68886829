import { blocksOf, patchOf, stepsOf } from './fields';
import type { Content } from './differences';

const content: Content = {
  path: ['教育督导', '督导报告'],
  elements: ['评估结果', '联系电话13812341234'],
  bases: [{ title: '《教育督导条例》', clauses: [{ article: '第二十三条', text: '督导报告应当向社会公布。' }] }],
  timeLimit: { text: '20个工作日内', rule: { kind: 'FREE_TEXT' } },
  disclosingBodies: [{ text: '县教育局' }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }],
  audience: { kind: 'PUBLIC' },
  method: 'PROACTIVE',
};
const column = (key: string, order: number, visibility = 'P', group?: string) => ({
  key,
  header: key,
  order,
  visibility,
  ...(group && { group }),
});
const shown = (columns: ReturnType<typeof column>[]) =>
  blocksOf({ columns, internalFields: ['category'] }, content, (key) => key).map(
    ({ key, parts }) => `${key}: ${parts.map((part) => part.header + (part.internal ? '*' : '')).join(' ')}`,
  );

describe('the fields of the form', () => {
  it('stand in its order, a basis with its parts, what it has no column for at the end', () => {
    const columns = [
      column('timeLimit', 9),
      column('elements', 5),
      column('bases', 6, 'I'),
      column('clauses', 7, 'I'),
      column('audiencePublic', 10, 'P', '公开对象'),
      column('audienceSpecific', 11, 'P', '公开对象'),
      column('level1', 1),
      column('duty', 12, 'I'),
    ];
    expect(shown(columns)).toEqual([
      'elements: elements',
      'bases: bases* clauses*',
      'timeLimit: timeLimit',
      'audience: 公开对象',
      'disclosingBodies: disclosingBodies',
      'category: category*',
      'channels: channels',
      'method: method',
    ]);
  });
});

describe('a proposed wording', () => {
  it('is a patch with whole lists, of what differs only', () => {
    expect(patchOf(content, { 'elements[1]': '联系电话138****1234', 'elements[0]': '评估结果', 'timeLimit.text': '15个工作日内' })).toEqual(
      {
        elements: ['评估结果', '联系电话138****1234'],
        timeLimit: { text: '15个工作日内' },
      },
    );
    expect(patchOf(content, { 'bases[0].clauses[0].text': '督导报告应当公布。' })).toEqual({
      bases: [{ title: '《教育督导条例》', clauses: [{ article: '第二十三条', text: '督导报告应当公布。' }] }],
    });
    expect(patchOf(content, {})).toEqual({});
    expect(content.elements[1]).toBe('联系电话13812341234');
  });

  it('reads names of fields', () => {
    expect(stepsOf('bases[0].clauses[12].text')).toEqual(['bases', 0, 'clauses', 12, 'text']);
  });
});
