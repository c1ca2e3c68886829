import { createHash, getHashes } from 'node:crypto';
import { sm3 } from './sm3.js';

describe('SM3', () => {
  /** GB/T 32905-2016, annex A. */
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %j is that of the standard', (text, digest) => expect(sm3(Buffer.from(text)).toString('hex')).toBe(digest));

  it('is over its parts put end to end', () => {
    expect(sm3(Buffer.from('a'), Buffer.alloc(0), Buffer.from('bc'))).toEqual(sm3(Buffer.from('abc')));
    expect(sm3().toString('hex')).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b');
  });

  (getHashes().includes('sm3') ? it : it.skip)('is that of OpenSSL at every length around the edges of a block', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 167 + length) % 256));
      expect(sm3(bytes)).toEqual(createHash('sm3').update(bytes).digest());
    }
  });
});
