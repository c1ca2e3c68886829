import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import { keyHead, readNote } from './note';

export type Checkpoint = components['schemas']['CheckpointView'];

/** @throws Problem, Unreachable */
export function readCheckpoints(query: { cursor?: string; limit?: string }): Promise<components['schemas']['CheckpointPage']> {
  return answerOf(api.GET('/api/checkpoints', { params: { query: query as never } }));
}

/** Where the proof is to be had that one tree is the beginning of another. */
export const consistencyOf = (first: number, second: number): string => `/api/checkpoints/consistency?first=${first}&second=${second}`;

/** The notes of both pairs, as the key holder appends them to a file: each ends with an empty line. */
export const notesFile = ({ note, smNote }: Checkpoint): string => [note, ...(smNote ? [smNote] : [])].map((one) => `${one}\n`).join('');

/** What the file is called in which somebody keeps it: one for each, for whatever lies in it must be proved by the package. */
export const fileOf = (size: number): string => `checkpoint-${size}.txt`;

/** How the public keys begin that belong to its signatures: the log's, and that of SM2. */
export const headsOf = ({ note, smNote }: Checkpoint): string[] =>
  [note, smNote ?? ''].flatMap((one) => {
    const { own } = readNote(one);
    return own ? [keyHead(own)] : [];
  });
