import { cosignedAt } from './cosignature.js';
import { parseNote, signedBy, type Note, type NoteKey } from './note.js';

/** A signed root over all logs (C2SP tlog-checkpoint): origin, size, root; further lines are the origin's own. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly extensions: readonly string[];
  readonly note: Note;
}

const SIZE = /^(0|[1-9]\d{0,15})$/;

/** The text that is signed. */
export function checkpointText({
  origin,
  size,
  root,
  extensions = [],
}: Omit<Checkpoint, 'note' | 'extensions'> & { extensions?: readonly string[] }): string {
  return [origin, String(size), root.toString('base64'), ...extensions].map((line) => `${line}\n`).join('');
}

/** Null for what is no checkpoint. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const note = parseNote(text);
  if (!note) return null;
  const [origin = '', size = '', encoded = '', ...extensions] = note.text.slice(0, -1).split('\n');
  const root = Buffer.from(encoded, 'base64');
  if (!origin || !SIZE.test(size) || root.length !== 32 || root.toString('base64') !== encoded) return null;
  return { origin, size: Number(size), root, extensions, note };
}

/**
 * Whether somebody who is trusted signed it, and every witness that is asked for cosigned it. `null`: not so; `false`: a signature under a trusted name is bad.
 */
export function isTrusted({ note }: Checkpoint, keys: readonly NoteKey[], witnesses: readonly NoteKey[] = []): boolean | null {
  const verdicts = keys.map((key) => signedBy(note, key));
  const seen = witnesses.map((witness) => cosignedAt(note, witness));
  if (verdicts.includes(false) || seen.includes(false)) return false;
  return verdicts.includes(true) && !seen.includes(null) ? true : null;
}

/** The notes of a file to which they were appended, each after the other with an empty line between; what is no note is left out. */
export function notesIn(file: string): string[] {
  return file.split(/\n\n(?!— )/).flatMap((part) => {
    const note = `${part.trim()}\n`;
    return parseCheckpoint(note) ? [note] : [];
  });
}
