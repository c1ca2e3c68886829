import { diffContent, diffText } from './diff.js';
import { emptyContent, type ItemContent } from './item-content.js';

const base: ItemContent = {
  ...emptyContent(),
  path: ['机构职能', '领导信息'],
  elements: ['职能', '办公地址', '联系方式'],
  bases: [{ title: '《中华人民共和国政府信息公开条例》', clauses: [{ article: '第四十九条', text: '' }] }],
  timeLimit: { text: '实时更新', rule: { kind: 'REALTIME' } },
  audience: { kind: 'PUBLIC' },
};

/** The best of three: another process may hold the machine, a bad pattern is slow every time. */
const bestTime = (run: () => void): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );

describe('the difference of two contents', () => {
  it('is empty when they say the same', () => {
    expect(diffContent(base, structuredClone(base))).toEqual([]);
  });

  it('shows one changed character inside a basis', () => {
    const after = { ...base, bases: [{ ...base.bases[0]!, clauses: [{ article: '第五十条', text: '' }] }] };
    expect(diffContent(base, after)).toEqual([
      {
        field: 'bases[0].clauses[0].article',
        before: '第四十九条',
        after: '第五十条',
        spans: [
          { kind: 'same', text: '第' },
          { kind: 'removed', text: '四' },
          { kind: 'added', text: '五' },
          { kind: 'same', text: '十' },
          { kind: 'removed', text: '九' },
          { kind: 'same', text: '条' },
        ],
      },
    ]);
  });

  it('does not move every row because one came first', () => {
    expect(diffContent(base, { ...base, elements: ['机构设置', ...base.elements] })).toEqual([
      { field: 'elements[0]', before: null, after: '机构设置' },
    ]);
    expect(diffContent(base, { ...base, elements: ['职能', '联系方式'] })).toEqual([
      { field: 'elements[1]', before: '办公地址', after: null },
    ]);
  });

  it('shows what came, went and became something else', () => {
    const after: ItemContent = {
      ...base,
      category: 'OTHER',
      audience: { kind: 'SPECIFIC', groups: ['家长'] },
      timeLimit: null,
      duty: '督导',
    };
    expect(diffContent(base, after)).toEqual([
      { field: 'timeLimit', before: base.timeLimit, after: null },
      { field: 'category', before: null, after: 'OTHER' },
      { field: 'audience', before: { kind: 'PUBLIC' }, after: after.audience },
      { field: 'duty', before: null, after: '督导' },
    ]);
  });

  it('reads both texts back from its spans', () => {
    const spans = diffText('自该信息形成之日起20个工作日内', '信息形成或者变更之日起7个工作日内公开');
    expect(
      spans
        .filter((s) => s.kind !== 'added')
        .map((s) => s.text)
        .join(''),
    ).toBe('自该信息形成之日起20个工作日内');
    expect(
      spans
        .filter((s) => s.kind !== 'removed')
        .map((s) => s.text)
        .join(''),
    ).toBe('信息形成或者变更之日起7个工作日内公开');
  });

  it('gives up in time on texts with nothing in common', () => {
    const diff = () => diffText('甲乙'.repeat(10_000), '丙丁'.repeat(10_000));
    expect(diff().map((span) => span.kind)).toEqual(['removed', 'added']);
    expect(bestTime(diff)).toBeLessThan(500);
  });
});
