import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { useHouse } from '../../test/factories/house.js';
import { must, TestVersion } from '../../test/factories/version.http.js';
import { parseCheckpoint } from '../../verifier/checkpoint.js';
import { cosignatureLine, witnessKeyIdOf } from '../../verifier/cosignature.js';
import { sha256 } from '../../verifier/digest.js';
import { isConsistent } from '../../verifier/merkle.js';
import { parseNote, publicBytesOf } from '../../verifier/note.js';
import { packageOf } from '../../verifier/package-files.js';
import { verdictOf } from '../../verifier/verdict.js';
import { readZip } from '../../verifier/zip.js';
import { makeCheckpoint } from './checkpointer.js';

const house = useHouse();
const { privateKey } = generateKeyPairSync('ed25519');
const { privateKey: witnessKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicBytesOf(privateKey) };
const WITNESS = { name: 'witness.example', publicKey: publicBytesOf(witnessKey) };
const ID = `${WITNESS.name}+${witnessKeyIdOf(WITNESS)}`;

let holder: pg.Client;
let version: TestVersion;
const notes: string[] = [];
const packed = async (query = '') =>
  packageOf(readZip((await must((await house.as('auditor')).get(`${version.url}/audit-package${query}`))).bytes));
const cosign = async (note: string) => {
  const line = cosignatureLine(parseNote(note)!.text, WITNESS.name, witnessKey, 1_795_000_000);
  await holder.query('select mulu.cosignature_keep($1, $2, $3)', [parseCheckpoint(note)!.size, ID, line]);
};

beforeAll(async () => {
  holder = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await holder.connect();
  house.people.beforeDrop(() => holder.end());
  version = await TestVersion.draft(house);
  for (let round = 0; round < 3; round += 1) {
    notes.push((await makeCheckpoint(holder, SIGNER))!);
    await TestVersion.draft(house);
  }
}, 60_000);

describe('the checkpoints', () => {
  it('are listed for auditors, the newest first, page by page, with their cosignatures', async () => {
    await cosign(notes[1]!);
    const auditor = await house.as('auditor');
    const first = (await must(auditor.get('/api/checkpoints?limit=2'))).json;
    const second = (await must(auditor.get(`/api/checkpoints?limit=2&cursor=${first.nextCursor}`))).json;
    const listed = [...first.items, ...second.items].map(({ note }: { note: string }) => note);
    expect(listed[0]).toBe(notes[2]);
    expect(listed[1]).toContain(`${notes[1]}— witness.example `);
    expect(listed[2]).toBe(notes[0]);
    expect(second.nextCursor).toBeNull();
  });

  it('each grew out of the one before: the proof is there for any two', async () => {
    const auditor = await house.as('auditadmin');
    for (const one of notes) {
      for (const other of notes) {
        const [first, second] = [parseCheckpoint(one)!, parseCheckpoint(other)!];
        const answer = await auditor.get(`/api/checkpoints/consistency?first=${first.size}&second=${second.size}`);
        if (first.size > second.size) expect(answer.status).toBe(404);
        else {
          const proof = answer.json.proof.map((hash: string) => Buffer.from(hash, 'base64'));
          expect(isConsistent(sha256, first.size, second.size, first.root, second.root, proof)).toBe(true);
        }
      }
    }
  });

  it('are for auditors only', async () => {
    for (const path of ['/api/checkpoints', '/api/checkpoints/consistency?first=1&second=2']) {
      expect((await house.nobody.get(path)).status).toBe(401);
      for (const name of ['compiler', 'sysadmin', 'stranger'])
        expect([name, (await (await house.as(name)).get(path)).status]).toEqual([name, 404]);
    }
    const auditor = await house.as('auditor');
    expect((await auditor.get('/api/checkpoints/consistency?first=x&second=2')).status).toBe(400);
    expect((await auditor.get('/api/checkpoints/consistency?first=1&second=99999999')).status).toBe(404);
    expect((await auditor.get('/api/checkpoints?cursor=x')).status).toBe(400);
  });
});

describe('a package', () => {
  it('brings the newest checkpoint and the newest that a witness cosigned, and the proof that links them', async () => {
    const pack = await packed();
    expect(pack.checkpoints.map((note) => parseCheckpoint(note)!.size)).toEqual(notes.slice(1).map((note) => parseCheckpoint(note)!.size));
    expect(verdictOf(pack, [KEY])).toMatchObject({ verdict: 'intact', faults: [] });
    expect(verdictOf(pack, [KEY], [], [WITNESS])).toMatchObject({ verdict: 'intact', faults: [] });
    expect(verdictOf(pack, [KEY], [], [{ ...WITNESS, name: 'another.example' }]).verdict).toBe('unverifiable');
  });

  it('whose checkpoints are not linked is not said to be intact, and one whose link is false is tampered', async () => {
    const pack = await packed();
    expect(verdictOf({ ...pack, consistencies: [] }, [KEY])).toMatchObject({
      verdict: 'unverifiable',
      faults: [{ code: 'checkpoint.unlinked' }],
    });
    const [link] = pack.consistencies;
    expect(verdictOf({ ...pack, consistencies: [{ ...link!, proof: [sha256(), ...link!.proof.slice(1)] }] }, [KEY])).toMatchObject({
      verdict: 'tampered',
      faults: [{ code: 'checkpoint.inconsistent' }],
    });
  });

  it('links the checkpoint that the auditor kept, too', async () => {
    const kept = notes[0]!;
    const pack = await packed(`?checkpoint=${parseCheckpoint(kept)!.size}`);
    expect(pack.consistencies.map(({ first, second }) => [first, second])).toEqual(
      [0, 1].map((place) => [parseCheckpoint(notes[place]!)!.size, parseCheckpoint(notes[place + 1]!)!.size]),
    );
    expect(verdictOf(pack, [KEY], [kept])).toMatchObject({ verdict: 'intact', faults: [] });
  });
});
