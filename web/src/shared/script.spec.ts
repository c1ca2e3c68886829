import { runsOf } from './script';

const mn = (text: string) => ({ text, lang: 'mn-Mong' });
const OF_MONGOLIA = '\u182e\u1823\u1829\u182d\u1823\u182f\u202f\u1824\u1828';

describe('the runs of a text', () => {
  it.each([
    ['', []],
    ['职能 / e\u0301', [{ text: '职能 / e\u0301' }]],
    [OF_MONGOLIA, [mn(OF_MONGOLIA)]],
    [
      `关于 ${OF_MONGOLIA} \u1820\u180b\u1828\u180e\u1820。`,
      [{ text: '关于 ' }, mn(`${OF_MONGOLIA} \u1820\u180b\u1828\u180e\u1820`), { text: '。' }],
    ],
    ['2026\u202f\u1823\u1828', [{ text: '2026' }, mn('\u202f\u1823\u1828')]],
    ['\u1820\u200d甲\u200d', [mn('\u1820\u200d'), { text: '甲\u200d' }]],
    ['\u1820\n\u1820', [mn('\u1820'), { text: '\n' }, mn('\u1820')]],
  ])('%j', (text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  it.each(['\u200d'.repeat(100_000), '\u1820 '.repeat(50_000), '\u1820\u180b'.repeat(50_000)])('are the text again, quickly', (text) => {
    const started = performance.now();
    expect(
      runsOf(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
