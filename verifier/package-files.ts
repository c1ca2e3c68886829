import type { EventBytes } from './chain.js';
import type { ConsistencyProof, InclusionProof, Proofs } from './pair.js';
import type { AuditPackage, SecondProofs } from './verdict.js';
import { UnreadableError } from './zip.js';

/**
 * How a package lies in its archive:
 * `package.json` {format, streams: {id: number of events}} · `events.jsonl` {stream, seq, header, body} a line, bytes in base64 ·
 * `checkpoints/<size>.note` · `proofs.json` {inclusions, consistencies} · `sm/` the same of the second pair, and `sm/leaves.json` {stream: [hash]} ·
 * `lifecycles/<sha256>.json` the definitions that events name · `blobs/<sha256>` the texts. Whatever else is there is for people to read.
 */
export const FORMAT = 'mulu-audit-package/1';
type Files = ReadonlyMap<string, Buffer>;

interface Manifest {
  readonly format: string;
  readonly streams: Record<string, number>;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws UnreadableError when a file lacks or is not as its name says */
export function packageOf(files: Files): AuditPackage {
  const manifest = jsonIn<Manifest>(files, 'package.json');
  if (manifest.format !== FORMAT) throw new UnreadableError(`the package is not of the format ${FORMAT}`);
  const streams = Object.entries(manifest.streams ?? {});
  if (!streams.every(([id, count]) => ID.test(id) && Number.isSafeInteger(count) && count > 0))
    throw new UnreadableError('package.json does not say which streams there are');
  return {
    streams: new Map(streams),
    events: eventsIn(files),
    ...proofsIn(files, ''),
    second: named(files, SECOND).length > 0 ? secondIn(files) : null,
    definitions: new Map(
      named(files, 'lifecycles/').map(([name, bytes]) => [name.slice('lifecycles/'.length).replace(/\.json$/, ''), bytes]),
    ),
    blobs: new Map(named(files, 'blobs/').map(([name, bytes]) => [name.slice('blobs/'.length), bytes])),
  };
}

const SECOND = 'sm/';
const named = (files: Files, prefix: string) => [...files].filter(([name]) => name.startsWith(prefix));

function proofsIn(files: Files, folder: string): Proofs {
  const { inclusions = [], consistencies = [] } = jsonIn<{ inclusions?: unknown[]; consistencies?: unknown[] }>(
    files,
    `${folder}proofs.json`,
  );
  return {
    checkpoints: named(files, `${folder}checkpoints/`).map(([, bytes]) => bytes.toString('utf8')),
    inclusions: inclusions.map(inclusionOf),
    consistencies: consistencies.map(consistencyOf),
  };
}

function secondIn(files: Files): SecondProofs {
  const leaves = Object.entries(jsonIn<Record<string, unknown>>(files, `${SECOND}leaves.json`));
  return { ...proofsIn(files, SECOND), leaves: new Map(leaves.map(([stream, list]) => [stream, hashes(list)])) };
}

/** The same the other way. */
export function filesOf(pack: AuditPackage): Map<string, Buffer> {
  const lines = pack.events.map(({ stream, seq, header, body }) =>
    JSON.stringify({ stream, seq, header: header.toString('base64'), body: body.toString('base64') }),
  );
  return new Map([
    ['package.json', text(`${JSON.stringify({ format: FORMAT, streams: Object.fromEntries(pack.streams) }, null, 2)}\n`)],
    ['events.jsonl', text(lines.map((line) => `${line}\n`).join(''))],
    ...proofFiles(pack, ''),
    ...(pack.second ? secondFiles(pack.second) : []),
    ...[...pack.definitions].map(([hash, bytes]) => [`lifecycles/${hash}.json`, bytes] as const),
    ...[...pack.blobs].map(([hash, bytes]) => [`blobs/${hash}`, bytes] as const),
  ]);
}

const text = (value: string) => Buffer.from(value, 'utf8');
const base64 = (list: readonly Buffer[]) => list.map((hash) => hash.toString('base64'));

function proofFiles({ checkpoints, inclusions, consistencies }: Proofs, folder: string): [string, Buffer][] {
  const proofs = {
    inclusions: inclusions.map((each) => ({ ...each, proof: base64(each.proof) })),
    consistencies: consistencies.map((each) => ({ ...each, proof: base64(each.proof) })),
  };
  return [
    [`${folder}proofs.json`, text(`${JSON.stringify(proofs)}\n`)],
    ...checkpoints.map((note): [string, Buffer] => [`${folder}checkpoints/${note.split('\n')[1]}.note`, text(note)]),
  ];
}

function secondFiles(second: SecondProofs): [string, Buffer][] {
  const leaves = Object.fromEntries([...second.leaves].map(([stream, list]) => [stream, base64(list)]));
  return [...proofFiles(second, SECOND), [`${SECOND}leaves.json`, text(`${JSON.stringify(leaves)}\n`)]];
}

function jsonIn<T extends object>(files: Files, name: string): T {
  const value = parsed(files.get(name)?.toString('utf8') ?? '', name);
  if (typeof value !== 'object' || value === null) throw new UnreadableError(`${name} lacks, or is not what it should be`);
  return value as T;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableError(`${name} lacks, or is no JSON`);
  }
}

function eventsIn(files: Files): EventBytes[] {
  const lines = (files.get('events.jsonl')?.toString('utf8') ?? '').split('\n').filter(Boolean);
  return lines.map((line, index) => {
    const name = `line ${index + 1} of events.jsonl`;
    const { stream, seq, header, body } = (parsed(line, name) ?? {}) as Record<string, unknown>;
    if (typeof stream !== 'string' || !Number.isSafeInteger(seq)) throw new UnreadableError(`${name} names no event`);
    return { stream, seq: seq as number, header: bytesOf(header, name), body: bytesOf(body, name) };
  });
}

/** Strictly: what decodes to the same bytes is written in one way only. */
export function bytesOf(value: unknown, name: string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
  if (bytes === null || bytes.toString('base64') !== value) throw new UnreadableError(`${name} holds no base64`);
  return bytes;
}

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : -1);
const hashes = (value: unknown): Buffer[] => (Array.isArray(value) ? value.map((hash) => bytesOf(hash, 'proofs.json')) : []);

export function inclusionOf(value: unknown): InclusionProof {
  const { stream, seq, index, size, proof } = (value ?? {}) as Record<string, unknown>;
  return { stream: String(stream), seq: whole(seq), index: whole(index), size: whole(size), proof: hashes(proof) };
}

function consistencyOf(value: unknown): ConsistencyProof {
  const { first, second, proof } = (value ?? {}) as Record<string, unknown>;
  return { first: whole(first), second: whole(second), proof: hashes(proof) };
}
