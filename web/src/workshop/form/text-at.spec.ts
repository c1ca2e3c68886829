import { newContent } from '../content';
import { valueAt, withSuggestion, withValueAt } from './text-at';

const content = {
  ...newContent(['A']),
  elements: ['联系电话13812345678。'],
  bases: [{ title: '《条例》', clauses: [{ article: '第九条', text: '' }], effectLevel: { code: 'LAW', raw: '法律' } }],
};

describe('places in a content', () => {
  it('reads and replaces what a path names', () => {
    expect(valueAt(content, 'bases[0].clauses[0].article')).toBe('第九条');
    expect(valueAt(content, 'bases[3].title')).toBeUndefined();
    expect(withValueAt(content, 'bases[0].clauses[0].text', '字').bases[0]!.clauses[0]).toEqual({ article: '第九条', text: '字' });
    expect(withValueAt(content, 'path[0]', 'B').elements).toBe(content.elements);
  });

  it('takes a suggestion where the hint points', () => {
    const hint = { field: 'elements[0]', start: 4, end: 15, suggestion: '138****5678' };
    expect(withSuggestion(content, hint)!.elements).toEqual(['联系电话138****5678。']);
    expect(withSuggestion(content, { ...hint, field: 'duty' })).toBeNull();
  });

  it('sets the code with the wording of an effect level', () => {
    const next = withSuggestion(content, { field: 'bases[0].effectLevel.raw', start: 0, end: 2, suggestion: '行政法规' });
    expect(next!.bases[0]!.effectLevel).toEqual({ code: 'ADMIN_REGULATION', raw: '行政法规' });
  });
});
