import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { encodeKey } from './note.js';
import { filesOf, packageOf } from './package-files.js';
import { sampleOf } from './sample.js';
import { selfTest } from './self-test.js';
import { readZip } from './zip.js';

const folder = mkdtempSync(join(tmpdir(), 'mulu-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A zip archive as any program writes it: every other file deflated. */
function zipOf(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  [...files].forEach(([name, content], index) => {
    const method = index % 2 === 0 ? 8 : 0;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  });
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, entries, end]);
}

const verify = (...args: string[]) => {
  const hook = join(__dirname, '..', 'scripts', 'typescript-hook.mjs');
  const { status, stdout } = spawnSync(process.execPath, ['--import', hook, join(__dirname, 'cli.ts'), ...args], { encoding: 'utf8' });
  return { status, stdout };
};

describe('a package in its archive', () => {
  const sample = sampleOf();
  const archive = zipOf(filesOf(sample.pack()));
  const file = join(folder, 'package.zip');
  writeFileSync(file, archive);

  it('is read as it was written', () => {
    expect(packageOf(readZip(archive))).toEqual(sample.pack());
  });

  it('is verified by the program alone, with the keys that one names', () => {
    expect(verify(file, '--key', encodeKey(sample.trusted))).toMatchObject({ status: 0, stdout: expect.stringContaining('完整 · intact') });
    expect(verify(file, '--key', encodeKey(sample.smTrusted))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/mulu\.example\/log\/sm\+[^]*完整 · intact/),
    });
    expect(verify(file, '--key', encodeKey(sample.trusted), '--key', encodeKey(sample.smTrusted)).status).toBe(0);
    expect(verify(file)).toMatchObject({ status: 3, stdout: expect.stringContaining('unverifiable') });
    expect(verify(file, '--key', 'nobody')).toMatchObject({ status: 4 });
    expect(verify(join(folder, 'nothing.zip'))).toMatchObject({ status: 4 });
    expect(verify()).toMatchObject({ status: 4, stdout: expect.stringContaining('usage') });
  });

  it('that is none, is cut, or lies about itself is unreadable, and never more', () => {
    const key = encodeKey(sample.trusted);
    const cases = [Buffer.alloc(0), Buffer.from('no archive'), archive.subarray(0, archive.length / 2), archive.subarray(10)];
    const files = filesOf(sample.pack());
    for (const [name, content] of [
      ['package.json', '{}'],
      ['package.json', 'x'],
      ['events.jsonl', 'x\n'],
      ['events.jsonl', '{"stream":1}\n'],
      ['proofs.json', 'null'],
      ['sm/proofs.json', 'null'],
      ['sm/leaves.json', 'x'],
      ['sm/leaves.json', '{"x":["?"]}'],
    ] as const)
      cases.push(zipOf(new Map([...files, [name, Buffer.from(content)]])));
    for (const [index, bytes] of cases.entries()) {
      writeFileSync(join(folder, 'other.zip'), bytes);
      expect({ index, ...verify(join(folder, 'other.zip'), '--key', key) }).toMatchObject({ index, status: 4 });
    }
  });
});

describe('the self-test', () => {
  it('finds every spoiled package spoiled, in the way that it is', () => {
    const trials = selfTest();
    expect(trials.length).toBeGreaterThan(190);
    expect(trials.filter(({ expected, found }) => expected !== found)).toEqual([]);
  });

  it('is a command', () => expect(verify('--self-test').status).toBe(0));
});
