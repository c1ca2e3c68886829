import { unusualIn } from './invisible';

const found = (text: string) => unusualIn(text).map(({ kind, code }) => `${kind} ${code}`);

describe('characters nobody can see', () => {
  it.each([
    ['公\u200b开', ['zeroWidth U+200B']],
    ['公\ufeff\u2060开', ['zeroWidth U+FEFF U+2060']],
    ['附件\u202egpj.exe', ['bidi U+202E']],
    ['一\u0007二', ['control U+0007']],
    ['\ue000和\ufffd', ['private U+E000', 'damaged U+FFFD']],
    ['公\u200d开', ['zeroWidth U+200D']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are counted in UTF-16 units', () => {
    expect(unusualIn('𠀀\u200b。')).toEqual([{ start: 2, end: 3, kind: 'zeroWidth', code: 'U+200B' }]);
  });

  it('are not the marks that Mongolian writing needs', () => {
    // ᠮᠣᠩᠭᠣᠯ ᠤᠨ with a narrow no-break space; a variation selector; a vowel separator; a joiner at the end of a word
    for (const text of [
      '\u182e\u1823\u1829\u182d\u1823\u182f\u202f\u1824\u1828',
      '\u1820\u180b\u1828',
      '\u182d\u180e\u1820',
      '\u1820\u200d',
    ])
      expect(found(text)).toEqual([]);
  });

  it('are not line feeds, blanks or the selector behind a Han character', () => {
    expect(found('一\n二\t三　四\u00a0五葛\u{e0100}')).toEqual([]);
  });
});
