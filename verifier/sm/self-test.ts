import { packageOf, filesOf } from '../package-files.js';
import { sampleOf, smSigned, type Sample } from '../sample.js';
import type { Spoiling, Trial } from '../self-test.js';
import { verdictOf, type AuditPackage, type SecondProofs } from '../verdict.js';
import { parseNote } from '../note.js';
import { sm3 } from './sm3.js';

type Change = (second: SecondProofs, pack: AuditPackage) => Partial<SecondProofs> | null;
type Expected = Trial['expected'];

/** What is done to the second pair alone; the first stands as it was. */
const CHANGES: readonly (readonly [name: string, expected: Expected, change: Change])[] = [
  ['a signature by SM2 with a bit turned', 'tampered', ({ checkpoints }) => ({ checkpoints: checkpoints.map(turned) })],
  ['a root of SM3 over other events, well signed', 'tampered', () => ({ checkpoints: [smSigned(18, sm3(Buffer.from('other')))] })],
  [
    'a checkpoint of SM3 of another size',
    'tampered',
    ({ checkpoints }) => ({ checkpoints: checkpoints.map((note) => note.replace('\n18\n', '\n17\n')) }),
  ],
  ['a note of SM3 that is none', 'tampered', () => ({ checkpoints: ['none'] })],
  ['a second root signed by SM2 for one size', 'tampered', ({ checkpoints }) => ({ checkpoints: [...checkpoints, smSigned(18, sm3())] })],
  [
    'a proof of SM3 for another place',
    'tampered',
    ({ inclusions }) => ({ inclusions: inclusions.map((each) => ({ ...each, index: each.index - 1 })) }),
  ],
  ['the proofs of the first pair for the second', 'tampered', (_, { inclusions }) => ({ inclusions })],
  [
    'a leaf of SM3 that is another',
    'tampered',
    ({ leaves }) => ({ leaves: new Map([...leaves].map(([stream, [, ...rest]]) => [stream, [sm3(), ...rest]])) }),
  ],
  ['no checkpoint of SM3', 'unverifiable', () => ({ checkpoints: [] })],
  ['no proof of SM3', 'unverifiable', () => ({ inclusions: [] })],
  ['no second pair', 'unverifiable', () => null],
];

function turned(note: string): string {
  const { text, signatures } = parseNote(note)!;
  const [{ name, keyId, signature }] = signatures as [(typeof signatures)[number]];
  const other = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
  other[other.length - 1]! ^= 1;
  return `${text}\n— ${name} ${other.toString('base64')}\n`;
}

/**
 * The second pair by itself, and beside the first.
 * @param spoilings what is done to the events
 */
export function smTrials(sample: Sample, spoilings: readonly Spoiling[]): Trial[] {
  const both = [sample.trusted, sample.smTrusted];
  const judged = (pack: AuditPackage, keys = [sample.smTrusted], kept: readonly string[] = []) =>
    verdictOf(packageOf(filesOf(pack)), keys, kept).verdict;
  const changed = (change: Change): AuditPackage => {
    const pack = sample.pack();
    const other = change(pack.second!, pack);
    return { ...pack, second: other && { ...pack.second!, ...other } };
  };
  const trials: Trial[] = [
    { name: 'a good package, by SM2 alone', expected: 'intact', found: judged(sample.pack()) },
    { name: 'a good package, by both pairs', expected: 'intact', found: judged(sample.pack(), both) },
  ];
  for (const [name, expected, spoil] of spoilings)
    trials.push({ name: `${name}, by SM2 alone`, expected, found: judged(spoil(sample.pack())) });
  for (const [name, expected, change] of CHANGES) {
    trials.push({ name: `${name}, by SM2 alone`, expected, found: judged(changed(change)) });
    trials.push({ name: `${name}, by both pairs`, expected, found: judged(changed(change), both) });
  }
  const anew = sampleOf(sample.privateKey, 'clear').pack();
  const left: AuditPackage = { ...anew, second: sample.pack().second };
  const kept = sample.pack().second!.checkpoints;
  return [
    ...trials,
    { name: 'a log, its chain and the first tree made anew, the second left', expected: 'tampered', found: judged(left, [sample.trusted]) },
    { name: 'the same, to whoever kept a checkpoint of SM2', expected: 'tampered', found: judged(anew, both, kept) },
    { name: 'a good package, to whoever kept a checkpoint of SM2', expected: 'intact', found: judged(sample.pack(), both, kept) },
  ];
}
