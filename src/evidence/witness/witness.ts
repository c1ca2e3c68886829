import type { KeyObject } from 'node:crypto';
import { isTrusted, parseCheckpoint } from '../../../verifier/checkpoint.js';
import { cosignatureLine } from '../../../verifier/cosignature.js';
import { sha256 } from '../../../verifier/digest.js';
import { isConsistent } from '../../../verifier/merkle.js';
import type { NoteKey } from '../../../verifier/note.js';
import type { WitnessState } from './state.js';

export interface WitnessAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface WitnessOptions {
  readonly name: string;
  readonly privateKey: KeyObject;
  /** Whose checkpoints it looks at: a log's origin is the name of its key. */
  readonly logs: readonly NoteKey[];
  readonly state: WitnessState;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const TEXT = 'text/plain; charset=utf-8';
const SIZE = 'text/x.tlog.size';
const WHOLE = /^(0|[1-9]\d{0,15})$/;
const MOST_HASHES = 63;

const answer = (status: number, body: string, type = TEXT): WitnessAnswer => ({ status, type, body: `${body}\n` });

/**
 * Cosigns a checkpoint after it saw that the tree of the last one that it cosigned is its beginning (C2SP tlog-witness). It never cosigns two that contradict each
 * other: what it has cosigned is kept before anybody gets the signature.
 */
export class Witness {
  constructor(private readonly options: WitnessOptions) {}

  /**
   * @param request `old <size>`, the proof in base64, a line each, an empty line, the checkpoint
   * @returns 200 with the signature's line; 400 unreadable, 403 not signed by the log, 404 no log that it knows, 409 it knows another size (told) or root,
   *   422 the tree did not grow out of the one that it knows
   */
  add(request: string): WitnessAnswer {
    const asked = read(request);
    if (!asked) return answer(400, 'this is no request for a cosignature');
    const { old, proof, checkpoint } = asked;
    const { name, privateKey, logs, state, now = Date.now } = this.options;
    const keys = logs.filter((log) => log.name === checkpoint.origin);
    if (keys.length === 0) return answer(404, 'this log is not known here');
    if (isTrusted(checkpoint, keys) !== true) return answer(403, 'the log did not sign this');
    const last = state.of(checkpoint.origin);
    const size = last?.size ?? 0;
    if (old > checkpoint.size) return answer(400, 'the old size is larger than the new one');
    if (old !== size) return answer(409, String(size), SIZE);
    const root = last ? Buffer.from(last.root, 'base64') : sha256();
    if (old === checkpoint.size && !root.equals(checkpoint.root)) return answer(409, String(size), SIZE);
    if (!isConsistent(sha256, old, checkpoint.size, root, checkpoint.root, proof))
      return answer(422, 'the tree did not grow out of the one that was cosigned');
    // A clock that was set back must not make a later signature look earlier.
    const seconds = Math.max(Math.floor(now() / 1000), last?.seconds ?? 0);
    const line = cosignatureLine(checkpoint.note.text, name, privateKey, seconds);
    state.keep(checkpoint.origin, {
      size: checkpoint.size,
      root: checkpoint.root.toString('base64'),
      seconds,
      note: asked.note + line,
    });
    return { status: 200, type: TEXT, body: line };
  }
}

function read(request: string) {
  const end = request.indexOf('\n\n');
  const [first = '', ...lines] = request.slice(0, Math.max(end, 0)).split('\n');
  const note = request.slice(end + 2);
  const [, old] = /^old (\d+)$/.exec(first) ?? [];
  const checkpoint = parseCheckpoint(note);
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const readable = proof.every((hash, index) => hash.length === 32 && hash.toString('base64') === lines[index]);
  if (old === undefined || !WHOLE.test(old) || !checkpoint || !readable || proof.length > MOST_HASHES) return null;
  return { old: Number(old), proof, checkpoint, note };
}
