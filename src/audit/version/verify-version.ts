import { canonicalJson, sha256Hex } from '../../content/index.js';
import type { Ask } from '../ask.js';
import { verifyChain, type AuditProblem } from '../chain.js';
import { differences } from '../differences.js';
import { replay, type ReplayedVersion } from '../replay.js';
import { saidBy, type SaidEvent } from '../said.js';
import { registeredMachines, type RegisteredMachines } from '../registered.js';
import { storedChain } from '../stored.js';
import { namedTexts } from '../texts.js';
import { barFaults } from './bars.js';
import { decisionsSaid } from './decisions.js';
import { handFaults } from './hands.js';
import { publicationFaults, publishing } from './publication.js';
import { storedRows, type StoredItem, type StoredVersion } from './stored-rows.js';

/** What a verification found. */
export interface Verified {
  readonly valid: boolean;
  readonly events: number;
  readonly head: string | null;
  readonly replayMatches: boolean;
  readonly problems: AuditProblem[];
}

/**
 * One version: its chain by its bytes, its replay through the machines that it names, and every row that the version has in any table against what the log
 * says. Rows and log of one snapshot, which is the caller's to hold.
 * @param known what is registered in that snapshot, where the caller asked already
 */
export async function verifyVersion(ask: Ask, versionId: string, known?: RegisteredMachines): Promise<Verified> {
  const hashOf = known ?? (await registeredMachines(ask));
  const events = await storedChain(ask, versionId);
  const said = saidBy(events);
  const rows = await storedRows(ask, versionId);
  const { texts, problems: textFaults } = await namedTexts(ask, said);

  const published = publishing(said);
  const replayed = replay(events, hashOf, published?.seq);
  const standing = [...versionFaults(rows.version, replayed.version, said), ...itemFaults(rows.items, replayed.version)];
  const problems: AuditProblem[] = [
    ...verifyChain(versionId, events),
    ...replayed.problems,
    ...standing,
    ...differences('decision', rows.decisions, decisionsSaid(said, texts)),
    ...handFaults(rows, said, texts),
    ...barFaults(rows, said),
    ...publicationFaults(rows, said, replayed.stood, texts),
    ...textFaults,
  ];
  return {
    valid: problems.length === 0,
    events: events.length,
    head: events.at(-1)?.hash.toString('hex') ?? null,
    replayMatches: replayed.problems.length === 0 && standing.length === 0,
    problems,
  };
}

/** How far a row's own time may lie from that of its first event: both are of one transaction. */
const SOON_MS = 60_000;

function versionFaults(stored: StoredVersion | undefined, { state, seq }: ReplayedVersion, events: readonly SaidEvent[]): AuditProblem[] {
  const differs = (detail: string): AuditProblem => ({ seq: null, code: 'state.differs', detail });
  if (!stored) return [differs('the version is missing')];
  const faults: AuditProblem[] = [];
  if (stored.state !== state || stored.seq !== seq) faults.push(differs(`the version is ${stored.state}, the log says ${state}`));
  const [first] = events;
  if (!first) return faults;
  const { revises, catalogueId } = first.facts;
  if ((stored.predecessor ?? null) !== (revises ?? null))
    faults.push(differs(`it follows ${stored.predecessor}, the log says ${String(revises ?? null)}`));
  if (catalogueId !== undefined && catalogueId !== stored.catalogueId) faults.push(differs('it is of another catalogue than the log says'));
  if (Math.abs(Date.parse(stored.openedAt) - Date.parse(first.at)) > SOON_MS)
    faults.push(differs('it was opened at another time than the log says'));
  const scheduled = events.findLast((event) => event.machine === 'catalogueVersion' && event.seq === seq && event.to === 'scheduled');
  const at = scheduled ? Date.parse(String(scheduled.facts.publishAt)) : null;
  if ((stored.publishAt === null ? null : Date.parse(stored.publishAt)) !== at)
    faults.push(differs(`it is to be published at ${stored.publishAt}, the log says ${String(scheduled?.facts.publishAt ?? null)}`));
  return faults;
}

function itemFaults(stored: readonly StoredItem[], { items, order, numbers }: ReplayedVersion): AuditProblem[] {
  const problems: AuditProblem[] = [];
  const differs = (detail: string) => problems.push({ seq: null, code: 'state.differs', detail });
  const rows = new Map(stored.map((item) => [item.item, item]));
  for (const [id, item] of items) {
    const row = rows.get(id);
    rows.delete(id);
    if (!row) differs(`item ${id} is missing`);
    else if (row.state !== item.state || row.revision !== item.revisionId || row.hash !== item.contentHash || row.seq !== item.seq)
      differs(`item ${id} is ${row.state}, the log says ${item.state} with another text or position`);
    else if (!row.sameCatalogue) differs(`item ${id} is of another catalogue`);
    else if (numbers.has(id) && numbers.get(id) !== sha256Hex(canonicalJson({ number: row.number })))
      differs(`item ${id} bears another number than the log says`);
  }
  if (stored.some(({ item }, index) => item !== order[index])) differs('the rows stand in another order than the log says');
  for (const id of rows.keys()) differs(`item ${id} is in no event`);
  return problems;
}
