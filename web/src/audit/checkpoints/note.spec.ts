/** @jest-environment node */
import { keyHead, readNote } from './note';

const TEXT = 'mulu.example/log\n42\nBwcHBw==\n';
const signatureOf = (name: string, ...bytes: number[]): string => `— ${name} ${btoa(String.fromCharCode(...bytes))}\n`;
/** A key's id, and Ed25519. */
const OWN = signatureOf('mulu.example/log', 0x1a, 0x2b, 0x03, 0xff, ...Array.from({ length: 64 }, () => 1));
/** A key's id, 2026-09-21T14:13:20Z in eight bytes, and Ed25519. */
const WITNESS = signatureOf('witness.example', 1, 2, 3, 4, 0, 0, 0, 0, 0x6a, 0xb1, 0x3b, 0x80, ...Array.from({ length: 64 }, () => 2));

it('reads what a key holder signs', () => {
  const { origin, root, own, witnesses } = readNote(`${TEXT}\n${OWN}`);
  expect([origin, root, witnesses]).toEqual(['mulu.example/log', 'BwcHBw==', []]);
  expect(own).toEqual({ name: 'mulu.example/log', keyId: '1a2b03ff', at: null });
  expect(keyHead(own!)).toBe('mulu.example/log+1a2b03ff+');
});

it('tells which witnesses cosigned it, and when', () => {
  const { own, witnesses } = readNote(`${TEXT}\n${OWN}${WITNESS}`);
  expect(own!.keyId).toBe('1a2b03ff');
  expect(witnesses).toEqual([{ name: 'witness.example', keyId: '01020304', at: new Date(0x6ab13b80 * 1000) }]);
});

it('passes over what it cannot read', () => {
  expect(readNote('')).toEqual({ origin: '', root: '', own: null, witnesses: [] });
  expect(readNote(`${TEXT}\nno signature\n`)).toMatchObject({ origin: 'mulu.example/log', own: null, witnesses: [] });
});
