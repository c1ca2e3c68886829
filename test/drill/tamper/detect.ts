import type pg from 'pg';
import { verifyMatter, verifySystem, verifyVersion, type Ask } from '../../../src/audit/index.js';
import { expectedRules, readRules } from '../../../src/deployment/expected.js';
import { differences } from '../../../src/deployment/differences.js';
import { checkSmTree } from '../../../src/evidence/check/sm-check.js';
import { packOf } from '../../../src/evidence/package/pack.js';
import { checkTree } from '../../../src/evidence/tree/check-tree.js';
import type { NoteKey } from '../../../verifier/note.js';
import { filesOf, packageOf } from '../../../verifier/package-files.js';
import { parseCheckpoint } from '../../../verifier/checkpoint.js';
import { verdictOf } from '../../../verifier/verdict.js';
import { UnreadableError } from '../../../verifier/zip.js';
import { SYSTEM, type Edit } from './edits.js';

/** What an auditor holds outside: the checkpoint of a day, and the key to check it with. */
export interface Outside {
  readonly notes: readonly string[];
  readonly keys: readonly NoteKey[];
  /** The same of the second pair. */
  readonly second: { readonly kept: readonly string[]; readonly keys: readonly NoteKey[] };
}

export type Detector = 'audit' | 'verifier' | 'tree' | 'second' | 'rules';

/** Which of the product's own checks mind the base as the connection sees it: the first that does, or all of them. */
export async function detectors(
  sql: pg.ClientBase,
  { stream, thorough = false }: Pick<Edit, 'stream' | 'thorough'>,
  versions: ReadonlySet<string>,
  outside: Outside,
): Promise<Detector[]> {
  const ask: Ask = async (text, values) => (await sql.query(text, [...values])).rows as never;
  const checks: [Detector, () => Promise<boolean>][] = [
    ['audit', async () => stream !== null && !(await auditOf(ask, stream, versions)).valid],
    ['verifier', async () => stream !== null && verifierMinds(ask, stream, outside)],
    ['tree', async () => (await checkTree(ask, { keys: outside.keys, kept: outside.notes, from: null })).problems.length > 0],
    ['second', async () => (await checkSmTree(ask, { ...outside.second, from: null })).problems.length > 0],
    ['rules', async () => differences(expectedRules(), await readRules(sql as never)).length > 0],
  ];
  const found: Detector[] = [];
  for (const [detector, minds] of checks) {
    if (await minds()) found.push(detector);
    if (found.length > 0 && !thorough) break;
  }
  return found;
}

function auditOf(ask: Ask, stream: string, versions: ReadonlySet<string>): Promise<{ valid: boolean }> {
  if (stream === SYSTEM) return verifySystem(ask);
  return versions.has(stream) ? verifyVersion(ask, stream) : verifyMatter(ask, stream);
}

/** The package of the log, as its bytes would be handed out, and the checkpoint of the auditor. What cannot even be read is noticed, too. */
async function verifierMinds(ask: Ask, stream: string, { notes, keys }: Outside): Promise<boolean> {
  const pack = await packOf(ask, [stream], parseCheckpoint(notes[0]!)!.size);
  try {
    return verdictOf(packageOf(filesOf({ ...pack, blobs: new Map() })), keys, notes).verdict !== 'intact';
  } catch (error) {
    if (error instanceof UnreadableError) return true;
    throw error;
  }
}
