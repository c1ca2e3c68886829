import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNote, signedBy } from '../../../verifier/note.js';
import { decodeSmKey } from '../../../verifier/sm/key.js';
import { PROJECT_ROOT } from '../../platform/project.js';
import { KeyFileError } from '../key-file.js';
import { publicSmKeyOf, smSignerIn } from './key-file.js';
import { smNote } from './signer.js';

const folder = mkdtempSync(join(tmpdir(), 'mulu-sm2-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NAME = 'mulu.example/log';
const file = (name: string) => join(folder, name);
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });

/** Made by `openssl genpkey -algorithm SM2`. */
const OPENSSL = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgRgAF3a5ftNrnW3Pv
XG+dgpgnFCCPqy4wMrW+c9WI7z2hRANCAARiT/gXXrf/Qptq5SS7FKCKvcR4aTNK
L4OALYENg5o+Df2KPNsDMtkRmxn4lRqwQV11BysRzk+6FG5KFg4+zVM9
-----END PRIVATE KEY-----
`;
const other = (name: string, pem: string, mode = 0o600) => {
  writeFileSync(file(name), pem, { mode });
  chmodSync(file(name), mode);
  return file(name);
};

describe('the signing key of the second pair', () => {
  it('is made once, for its owner only, and is the same afterwards', () => {
    const key = publicSmKeyOf(smSignerIn(file('made.pem'), NAME));
    expect(statSync(file('made.pem')).mode & 0o777).toBe(0o600);
    expect(publicSmKeyOf(smSignerIn(file('made.pem'), NAME))).toBe(key);
    expect(decodeSmKey(key)).toMatchObject({ name: `${NAME}/sm`, sm2: true });
  });

  it('may be one that OpenSSL made', () => {
    const { key } = smSignerIn(other('openssl.pem', OPENSSL), NAME);
    expect(key.publicKey.toString('hex')).toMatch(/^624ff8175eb7ff42.*3ecd533d$/);
  });

  it.each([
    ['nothing', '', /holds no key of SM2/],
    ['no key', 'no key', /holds no key of SM2/],
    ['another kind of key', generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, /no key of SM2/],
    ['a key whose point is another', OPENSSL.replace('zVM9', 'zVM8'), /no key of SM2/],
    ['a key that was cut', OPENSSL.replace('zVM9\n', '\n'), /no key of SM2/],
  ])('is refused, and not replaced, where the file holds %s', (_, pem, says) => {
    const broken = other('broken.pem', pem);
    expect(() => smSignerIn(broken, NAME)).toThrow(KeyFileError);
    expect(() => smSignerIn(broken, NAME)).toThrow(says);
    expect(readFileSync(broken, 'utf8')).toBe(pem);
  });

  it('is refused where others may read it, where it is a folder, and where none can be made', () => {
    expect(() => smSignerIn(other('open.pem', OPENSSL, 0o640), NAME)).toThrow(/open\.pem can be read by others .*chmod 600/);
    chmodSync(folder, 0o700);
    expect(() => smSignerIn(folder, NAME)).toThrow(KeyFileError);
    expect(() => smSignerIn(file('nowhere/key.pem'), NAME)).toThrow(/nowhere\/key\.pem: no key can be made there/);
  });

  it('keeps the key holder from starting, which says why', () => {
    const run = (key: string) =>
      spawnSync(process.execPath, ['--import', './scripts/typescript-hook.mjs', 'src/checkpointer.ts'], {
        cwd: PROJECT_ROOT,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          MULU_CHECKPOINTER_URL: 'postgres://nobody@127.0.0.1:1/nothing',
          MULU_CHECKPOINT_KEY: file('ed25519.pem'),
          MULU_CHECKPOINT_NAME: NAME,
          MULU_CHECKPOINT_SM2_KEY: key,
        },
      });
    expect(run(other('broken.pem', 'no key'))).toMatchObject({ status: 2, stderr: expect.stringContaining('holds no key of SM2') });
    expect(run(other('open.pem', OPENSSL, 0o604))).toMatchObject({ status: 2, stderr: expect.stringContaining('chmod 600') });
  });

  (hasOpenssl ? it : it.skip)('signs what OpenSSL verifies', () => {
    const signer = smSignerIn(file('made.pem'), NAME);
    for (let round = 0; round < 5; round += 1) {
      const note = smNote(`${NAME}/sm\n${round + 1}\nAAAA\n`, signer);
      const { text, signatures } = parseNote(note)!;
      expect(signedBy(parseNote(note)!, signer.key)).toBe(true);
      const parts = [signatures[0]!.signature.subarray(0, 32), signatures[0]!.signature.subarray(32)].map((number) => {
        const bytes = Buffer.from(`00${number.toString('hex').replace(/^(00)+/, '')}`, 'hex');
        const shortest = bytes[1]! < 0x80 ? bytes.subarray(1) : bytes;
        return Buffer.concat([Buffer.from([2, shortest.length]), shortest]);
      });
      const der = Buffer.concat(parts);
      writeFileSync(file('signature'), Buffer.concat([Buffer.from([0x30, der.length]), der]));
      writeFileSync(file('text'), text);
      const verified = openssl(
        ...'pkeyutl -verify -inkey made.pem -rawin -in text -sigfile signature -digest sm3 -pkeyopt distid:1234567812345678'.split(' '),
      );
      expect({ round, said: verified.stdout.trim() }).toEqual({ round, said: 'Signature Verified Successfully' });
    }
  });
});
