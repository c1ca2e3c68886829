import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, contentBytes, contentHash, NotCanonicalError, sha256Hex } from './canonical.js';
import { emptyContent } from './item-content.js';

const library = canonicalizeModule as unknown as (value: unknown) => string;

describe('canonical JSON', () => {
  it('writes the strings and literals of RFC 8785 §3.2.2', () => {
    const value = JSON.parse(
      String.raw`{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    ) as unknown;
    expect(canonicalJson(value)).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it('sorts keys by UTF-16 code units, as RFC 8785 §3.2.3 does', () => {
    // The RFC's own example also holds U+FB33, which is not NFC: that one key is refused below.
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object).sort()).toEqual(Object.values(value).sort());
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face"}',
    );
    expect(() => canonicalJson({ '\ufb33': 1 })).toThrow(NotCanonicalError);
  });

  it('rests on a library that holds the vectors we refuse', () => {
    const numbers = JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]') as unknown;
    expect(library(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]');
    expect(library({ '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });

  it('writes safe integers, minus zero as zero', () => {
    expect(canonicalJson([0, -0, 9007199254740991, -9007199254740991])).toBe('[0,0,9007199254740991,-9007199254740991]');
  });

  it.each<[string, unknown]>([
    ['an unsafe integer', 9007199254740992],
    ['a fraction', 0.1],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a big integer', 1n],
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['a hole', Array(2)],
    ['a function', { a: () => 1 }],
    ['a symbol key', { [Symbol('s')]: 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a toJSON', { toJSON: () => 'other' }],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', ['\ude00b']],
    ['a pair the wrong way round', '\ude00\ud83d'],
    ['text that is not NFC', 'e\u0301'],
    ['a key that is not NFC', { 'e\u0301': 1 }],
  ])('refuses %s instead of repairing it', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonicalError);
  });

  it('refuses a cycle, and points at the place without telling the text', () => {
    const cycle: Record<string, unknown> = {};
    cycle['again'] = cycle;
    expect(() => canonicalJson(cycle)).toThrow(/nested too deeply/);
    expect(() => canonicalJson({ items: [{ title: 'secret\ud800' }] })).toThrow(/^\$\.items\[0\]\.title: a lone surrogate$/);
  });

  it('is one form per value and loses nothing', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((s) => s.normalize('NFC') === s);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.boolean(),
        fc.constant(null),
        fc.maxSafeInteger(),
        text,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (v) => {
        const once = canonicalJson(v);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('content bytes', () => {
  const content = { ...emptyContent(), path: ['教育督导'] };

  it('are the canonical form of content, with the removal where there is one', () => {
    expect(contentBytes({ content }).toString('utf8')).toBe(
      '{"content":{"audience":null,"bases":[],"category":null,"channels":[],"disclosingBodies":[],"elements":[],"method":null,"path":["教育督导"],"timeLimit":null}}',
    );
    expect(contentBytes({ content, removal: null })).toEqual(contentBytes({ content }));
    expect(contentBytes({ content, removal: { reason: '已转至市行政审批局' } }).toString('utf8')).toContain(
      ',"removal":{"reason":"已转至市行政审批局"}}',
    );
  });

  it('have the SHA-256 that anybody can compute', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(contentHash({ content })).toBe(sha256Hex(contentBytes({ content })));
    expect(contentHash({ content, removal: { reason: '并入' } })).not.toBe(contentHash({ content }));
  });
});
