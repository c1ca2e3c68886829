import { readableSpans, segmentsOf, type HintMark } from './spans';

const hint = (number: number, start: number, end: number): HintMark => ({
  id: `h${number}`,
  number,
  start,
  end,
  dismissed: false,
  message: '',
});
const shown = (...given: Parameters<typeof segmentsOf>) =>
  segmentsOf(...given).map(({ text, change, hints, unusual }) =>
    [text, change === 'same' ? '' : change, hints.map((one) => one.number).join('+'), unusual?.kind ?? ''].filter(Boolean).join(' '),
  );

describe('a text cut for the eye', () => {
  it('is one run when there is nothing to say', () => {
    expect(shown('公开内容')).toEqual(['公开内容']);
    expect(shown('')).toEqual([]);
  });

  it('shows where hints lie, also when one lies in another', () => {
    expect(shown('电话13812341234。', [hint(1, 2, 13)])).toEqual(['电话', '13812341234 1', '。']);
    expect(shown('abcdef', [hint(1, 0, 4), hint(2, 2, 6)])).toEqual(['ab 1', 'cd 1+2', 'ef 2']);
  });

  it('shows what came and went, and hints across it', () => {
    const spans = [
      { kind: 'same', text: '实时' },
      { kind: 'removed', text: '及时' },
      { kind: 'added', text: '更新' },
    ] as const;
    expect(shown('实时更新', [hint(1, 1, 3)], spans)).toEqual(['实', '时 1', '及时 removed', '更 added 1', '新 added']);
    const begins = segmentsOf('实时更新', [hint(1, 1, 3)], spans).flatMap((segment) => segment.begins.map(() => segment.text));
    expect(begins).toEqual(['时']);
  });

  it('leaves spans aside that tell of another text', () => {
    expect(shown('现在的', [], [{ kind: 'added', text: '别的' }])).toEqual(['现在的']);
  });

  it('cuts out what cannot be seen', () => {
    expect(shown('公\u200b开')).toEqual(['公', '\u200b zeroWidth', '开']);
  });
});

it('texts with little in common are shown whole, one after the other', () => {
  const riddle = [
    { kind: 'removed', text: '中共中央办公厅' },
    { kind: 'same', text: '国' },
    { kind: 'added', text: '务院令第七一一号' },
  ] as const;
  expect(readableSpans(riddle)).toEqual([
    { kind: 'removed', text: '中共中央办公厅国' },
    { kind: 'added', text: '国务院令第七一一号' },
  ]);
  const change = [
    { kind: 'same', text: '实时更新' },
    { kind: 'added', text: '。' },
  ] as const;
  expect(readableSpans(change)).toBe(change);
});
