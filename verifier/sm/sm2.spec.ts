import fc from 'fast-check';
import { isSm2Key, sm2Digest, sm2KeyOf, sm2Signature, sm2Verifies } from './sm2.js';

const hex = (...numbers: string[]) => Buffer.from(numbers.join(''), 'hex');

/** GB/T 32918.5-2017, annex A. */
const STANDARD = {
  privateKey: hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
  publicKey: hex(
    '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  ),
  message: Buffer.from('message digest'),
  nonce: hex('59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21'),
  digest: hex('f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640'),
  signature: hex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
};
/** Made by OpenSSL 3.0: `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678` over "hello". */
const OPENSSL = {
  publicKey: hex(
    '624ff8175eb7ff429b6ae524bb14a08abdc47869334a2f83802d810d839a3e0d',
    'fd8a3cdb0332d9119b19f8951ab0415d75072b11ce4fba146e4a160e3ecd533d',
  ),
  message: Buffer.from('hello'),
  signature: hex(
    'b6687eac6b186b971efb33644b3b1a39a50b9331982cdcdf88f51c5c475029d7',
    '44b6e51aebd327c7a9b66ea88c0f2e02910c02eae1d00fb89b2550eb2222f172',
  ),
};
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const number = (value: bigint) => hex(value.toString(16).padStart(64, '0'));
const flipped = (bytes: Buffer, at: number) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));

describe('SM2', () => {
  it('is that of the standard’s example', () => {
    expect(sm2KeyOf(STANDARD.privateKey)).toEqual(STANDARD.publicKey);
    expect(sm2Digest(STANDARD.publicKey, STANDARD.message)).toEqual(STANDARD.digest);
    expect(sm2Signature(STANDARD.privateKey, STANDARD.message, STANDARD.nonce)).toEqual(STANDARD.signature);
  });

  it.each([
    ['the standard', STANDARD],
    ['OpenSSL', OPENSSL],
  ])('takes what %s signed, and nothing else', (_, { publicKey, message, signature }) => {
    expect(sm2Verifies(publicKey, message, signature)).toBe(true);
    expect(sm2Verifies(publicKey, Buffer.from('another'), signature)).toBe(false);
    for (let at = 0; at < 64; at += 5) expect(sm2Verifies(publicKey, message, flipped(signature, at))).toBe(false);
    expect(sm2Verifies(publicKey, message, Buffer.concat([signature.subarray(32), signature.subarray(0, 32)]))).toBe(false);
    expect(sm2Verifies(publicKey, message, signature.subarray(1))).toBe(false);
    expect(sm2Verifies(publicKey, message, Buffer.concat([signature, Buffer.alloc(1)]))).toBe(false);
  });

  it('takes no number out of its bounds', () => {
    const { publicKey, message, signature } = STANDARD;
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
    const value = BigInt(`0x${s.toString('hex')}`);
    for (const [one, other] of [
      [number(0n), s],
      [r, number(0n)],
      [number(N), s],
      [r, number(N)],
      [r, number(N - BigInt(`0x${r.toString('hex')}`))],
      [number(0n), number(0n)],
    ])
      expect(sm2Verifies(publicKey, message, Buffer.concat([one!, other!]))).toBe(false);
    expect(value + N < 2n ** 256n).toBe(false); // else s + N would be another way to write it
    expect(sm2KeyOf(number(0n))).toBeNull();
    expect(sm2KeyOf(number(N - 1n))).toBeNull();
    expect(sm2Signature(STANDARD.privateKey, message, number(0n))).toBeNull();
    expect(sm2Signature(STANDARD.privateKey, message, number(N))).toBeNull();
  });

  it('has no key that is no point of the curve', () => {
    expect(isSm2Key(STANDARD.publicKey)).toBe(true);
    expect(isSm2Key(flipped(STANDARD.publicKey, 63))).toBe(false);
    expect(isSm2Key(Buffer.alloc(64))).toBe(false);
    expect(isSm2Key(STANDARD.publicKey.subarray(1))).toBe(false);
    expect(sm2Verifies(flipped(STANDARD.publicKey, 63), STANDARD.message, STANDARD.signature)).toBe(false);
  });

  it('takes what it signed itself, whatever the key and the words', () => {
    const scalar = fc.bigInt(1n, N - 2n).map(number);
    fc.assert(
      fc.property(scalar, scalar, fc.uint8Array({ maxLength: 200 }), (privateKey, nonce, message) => {
        const publicKey = sm2KeyOf(privateKey)!;
        const signature = sm2Signature(privateKey, message, nonce)!;
        expect(sm2Verifies(publicKey, message, signature)).toBe(true);
        expect(sm2Verifies(publicKey, Buffer.concat([message, Buffer.alloc(1)]), signature)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});
