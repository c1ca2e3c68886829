import { parseTsv, spread, toHtml, toTsv } from './clipboard';

describe('clipboard', () => {
  it('reads exactly the rows and columns that are there', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(parseTsv('a\t\n\tb')).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
    expect(parseTsv('one')).toEqual([['one']]);
    expect(parseTsv('\n\n')).toEqual([[''], ['']]);
  });

  it('keeps line ends, tabs and quotes of a quoted cell', () => {
    expect(parseTsv('"●一\r\n●二"\t"他说""好"""\n"x\ty"\tz')).toEqual([
      ['●一\n●二', '他说"好"'],
      ['x\ty', 'z'],
    ]);
  });

  it('takes a quote that opens nothing for what it is', () => {
    expect(parseTsv('"政府信息"公开\tb')).toEqual([['"政府信息"公开', 'b']]);
    expect(parseTsv('"open\tb')).toEqual([['"open', 'b']]);
  });

  it('reads back what it wrote', () => {
    const cells = [
      ['●一\n●二', '"引"'],
      ['', '3\t4'],
    ];
    expect(parseTsv(toTsv(cells))).toEqual(cells);
  });

  it('writes cells that cannot become markup', () => {
    expect(toHtml([['<b>&\n']])).toBe('<table><tr><td>&lt;b&gt;&amp;<br style="mso-data-placement:same-cell"></td></tr></table>');
  });

  it('says a merged cell in each place that it covers', () => {
    const one = (text: string, rows = 1, columns = 1) => ({ text, rows, columns });
    expect(spread([[one('A', 2), one('x')], [one('y')], [one('B', 1, 2)]])).toEqual([
      ['A', 'x'],
      ['A', 'y'],
      ['B', 'B'],
    ]);
  });
});
