import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointText } from '../../../verifier/checkpoint.js';
import { cosignedAt } from '../../../verifier/cosignature.js';
import { sha256 } from '../../../verifier/digest.js';
import { consistencyProof, leafHash, rootOf } from '../../../verifier/merkle.js';
import { parseNote, publicBytesOf, signNote } from '../../../verifier/note.js';
import { witnessServer } from './server.js';
import { WitnessState } from './state.js';
import { Witness } from './witness.js';

const folder = mkdtempSync(join(tmpdir(), 'mulu-witness-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LOG = 'mulu.example/log';
const { privateKey: logKey } = generateKeyPairSync('ed25519');
const { privateKey } = generateKeyPairSync('ed25519');
const KEY = { name: 'witness.example', publicKey: publicBytesOf(privateKey) };
const leaves = Array.from({ length: 40 }, (_, index) => leafHash(sha256, Buffer.from(`event ${index}`)));
const others = leaves.with(3, leafHash(sha256, Buffer.from('something else')));

const noteOf = (size: number, tree = leaves, key = logKey, origin = LOG) =>
  signNote(checkpointText({ origin, size, root: rootOf(sha256, tree.slice(0, size)) }), origin, key);
const asking = (old: number, size: number, tree = leaves, note = noteOf(size, tree)) =>
  [`old ${old}`, ...consistencyProof(sha256, tree.slice(0, size), old).map((hash) => hash.toString('base64')), '', note].join('\n');

let files = 0;
let now = 1_795_000_000_000;
const file = () => join(folder, `state-${(files += 1)}.json`);
const witnessOn = (stateFile: string) => {
  const state = new WitnessState(stateFile);
  const logs = [{ name: LOG, publicKey: publicBytesOf(logKey) }];
  return { state, witness: new Witness({ name: KEY.name, privateKey, logs, state, now: () => now }) };
};
const timeOf = (note: string, line: string) => cosignedAt(parseNote(note + line)!, KEY);

describe('a witness', () => {
  it('cosigns a tree that only grows, from nothing on', () => {
    const { witness } = witnessOn(file());
    for (const [old, size] of [
      [0, 5],
      [5, 5],
      [5, 8],
      [8, 37],
      [37, 40],
    ] as const) {
      const { status, body } = witness.add(asking(old, size));
      expect({ status, at: timeOf(noteOf(size), body) }).toEqual({ status: 200, at: now / 1000 });
    }
  });

  it('tells which size it knows, and takes nothing back', () => {
    const { witness } = witnessOn(file());
    witness.add(asking(0, 20));
    const known = { status: 409, type: 'text/x.tlog.size', body: '20\n' };
    expect(witness.add(asking(0, 30))).toEqual(known);
    // The log was cut, or set back to a backup: whatever it claims, its smaller tree is not cosigned.
    expect(witness.add(asking(0, 12))).toEqual(known);
    expect(witness.add(asking(12, 12))).toEqual(known);
    expect(witness.add(`old 20\n\n${noteOf(12)}`).status).toBe(400);
  });

  it('cosigns one of two views only: another root of the same size, and what grows out of it', () => {
    const { witness } = witnessOn(file());
    witness.add(asking(0, 20));
    expect(witness.add(asking(20, 20, others)).status).toBe(409);
    expect(witness.add(asking(20, 30, others)).status).toBe(422);
    expect(witness.add(asking(20, 30)).status).toBe(200);
  });

  it('cosigns nothing that the log did not sign, nor for others', () => {
    const { witness } = witnessOn(file());
    const { privateKey: stranger } = generateKeyPairSync('ed25519');
    expect(witness.add(asking(0, 9, leaves, noteOf(9, leaves, stranger))).status).toBe(403);
    expect(witness.add(asking(0, 9, leaves, noteOf(9, leaves, stranger, 'other.example/log'))).status).toBe(404);
    for (const text of ['', 'old 0', 'old x\n\n', `old -1\n\n${noteOf(9)}`, `old 0\nnot base64!\n\n${noteOf(9)}`, `old 0\n\nnothing`])
      expect([text, witness.add(text).status]).toEqual([text, 400]);
    expect(witness.add(`old 0\n${Array(64).fill(sha256().toString('base64')).join('\n')}\n\n${noteOf(9)}`).status).toBe(400);
  });

  it('remembers after a restart, and does not start anew when its memory is broken', () => {
    const stateFile = file();
    witnessOn(stateFile).witness.add(asking(0, 20));
    expect(witnessOn(stateFile).witness.add(asking(0, 12)).status).toBe(409);
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))[LOG].size).toBe(20);
    writeFileSync(stateFile, '{"half');
    expect(() => witnessOn(stateFile)).toThrow(SyntaxError);
  });

  it('never signs an earlier time than before, though its clock was set back', () => {
    const { witness } = witnessOn(file());
    const first = timeOf(noteOf(5), witness.add(asking(0, 5)).body);
    now -= 3_600_000;
    expect(timeOf(noteOf(9), witness.add(asking(5, 9)).body)).toBe(first);
    now += 3_600_000;
  });
});

describe('a witness over HTTP', () => {
  it('is asked at /add-checkpoint, and shows what it has cosigned', async () => {
    const { state, witness } = witnessOn(file());
    const server = witnessServer(witness, state).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const post = (body: string) => fetch(`${base}/add-checkpoint`, { method: 'POST', body });
    try {
      const seen = () => fetch(`${base}/checkpoint?origin=${encodeURIComponent(LOG)}`);
      expect((await seen()).status).toBe(404);
      const answer = await post(asking(0, 7));
      expect(answer.status).toBe(200);
      expect(await (await seen()).text()).toBe(noteOf(7) + (await answer.text()));
      expect((await post('x'.repeat(70_000))).status).toBe(413);
      expect((await fetch(`${base}/`)).status).toBe(404);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
