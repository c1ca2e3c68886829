import type { KeyObject } from 'node:crypto';
import { checkpointText } from '../../verifier/checkpoint.js';
import { signNote } from '../../verifier/note.js';

/** A connection as the checkpointer's login: it may grow the tree and keep signed roots, and nothing else. */
export interface CheckpointerLogin {
  query<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
}

/** Who signs, and under which name the logs are known (`mulu.example/log`): the origin of its checkpoints and the name of its key. */
export interface Signer {
  readonly name: string;
  readonly privateKey: KeyObject;
}

interface Head {
  readonly size: number;
  readonly root: string;
  readonly last: { readonly size: number; readonly note: string } | null;
}

const BATCH = 100_000;

/**
 * Takes what was logged since into the tree and signs its root. Two may do so at once: the tree has one order, and a size one checkpoint.
 * @returns the note that was signed, null when nothing was logged since the last one
 */
export async function makeCheckpoint(login: CheckpointerLogin, { name, privateKey }: Signer): Promise<string | null> {
  for (let size = -1; ;) {
    const { rows } = await login.query<{ size: string }>('select mulu.leaves_absorb($1) as size', [BATCH]);
    if (Number(rows[0]!.size) === size) break;
    size = Number(rows[0]!.size);
  }
  const { rows } = await login.query<{ head: Head }>('select mulu.tree_head() as head');
  const { size, root, last } = rows[0]!.head;
  if (size === 0 || last?.size === size) return null;
  const note = signNote(checkpointText({ origin: name, size, root: Buffer.from(root, 'base64') }), name, privateKey);
  await login.query('select mulu.checkpoint_keep($1, $2)', [size, note]);
  return note;
}
