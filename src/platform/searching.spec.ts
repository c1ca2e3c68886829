import { patternOf, sought } from './searching.js';

const MONGOLIAN = '\u182e\u1823\u1829\u182d\u1823\u182f';
const OF = '\u1824\u1828';

describe('what is looked for', () => {
  it('is compared as it is typed where it is not Mongolian', () => {
    const { words, within } = sought(['教育 局', '信\u200d息', '\u180e']);
    expect(words).toEqual(['教育 局', '信\u200d息', '\u180e']);
    expect(within('title')).toBe('title');
  });

  it.each([' ', '\u00a0', '\u202f', '\u180e', '', '\u180b\u202f', '\u200d \u200c'])(
    'is one Mongolian phrase with %j before its suffix',
    (gap) => {
      expect(sought([`${MONGOLIAN}${gap}${OF}`]).words).toEqual([`${MONGOLIAN}${OF}`]);
    },
  );

  it('keeps the blanks that stand before other letters, and no word of nothing', () => {
    expect(sought([`${MONGOLIAN} 甲 乙`, '\u200d', '2026\u202f\u1823\u1828']).words).toEqual([`${MONGOLIAN} 甲 乙`, '2026\u1823\u1828']);
  });
});

describe('the pattern of a word', () => {
  const hits = (word: string, text: string) => [...text.matchAll(new RegExp(patternOf(word), 'giu'))].map(([hit]) => hit);

  it('means every character but itself', () => {
    expect(hits('a.b(', 'A.B( axb(')).toEqual(['A.B(']);
  });

  it('finds a Mongolian word with its marks, whole', () => {
    expect(hits('\u1820\u1828 \u1820', '甲\u1820\u180b\u1828\u180e\u1820\u180c乙')).toEqual(['\u1820\u180b\u1828\u180e\u1820\u180c']);
    expect(hits(`${MONGOLIAN}\u180e${OF}`, `${MONGOLIAN}\u202f${OF}, ${MONGOLIAN} ${OF}`)).toHaveLength(2);
  });
});
