import { differences, type NamedRow } from '../differences.js';
import type { AuditProblem } from '../chain.js';
import type { SaidEvent } from '../said.js';
import { textOf, type Texts } from '../texts.js';
import type { StoredImport, VersionRows } from './stored-rows.js';

/** Texts with their authors, submissions, approvals, amendments, acknowledged hints and imported files: each as its event says it. */
export function handFaults(rows: VersionRows, events: readonly SaidEvent[], texts: Texts): AuditProblem[] {
  const { revisions, participations, dismissals, imports } = rows;
  return [
    ...differences('revision', revisions, revisionsSaid(events, revisions, texts)),
    ...ordinalFaults(revisions),
    ...differences('participation', participations, participationsSaid(events, imports)),
    ...differences('dismissal', dismissals, dismissalsSaid(events)),
    ...importFaults(imports, events),
  ];
}

/**
 * The first event that names a text made it, or found it in a version before: a revision starts with what its predecessor had. An edit always makes one.
 */
function revisionsSaid(events: readonly SaidEvent[], stored: readonly NamedRow[], texts: Texts): NamedRow[] {
  const from = new Map(stored.map(({ name, row }) => [name, row.from]));
  const revises = events[0]?.facts.revises !== undefined;
  const seen = new Set<string>();
  return events.flatMap(({ seq, type, machine, itemId, revisionId, contentHash, actor, onBehalfOf }) => {
    if (machine !== 'itemReview' || revisionId === null || seen.has(revisionId)) return [];
    seen.add(revisionId);
    if (revises && type === 'create' && from.get(revisionId) === 'before')
      return [{ name: revisionId, seq, row: { from: 'before', itemId, contentHash } }];
    const text = textOf<{ content?: { category?: string }; removal?: unknown }>(texts, contentHash);
    const read = text && { category: text.content?.category ?? null, removal: 'removal' in text };
    return [{ name: revisionId, seq, row: { from: 'here', seq, itemId, contentHash, author: actor, onBehalfOf, ...read } }];
  });
}

/** The texts of an item are counted in the order in which they were made. */
function ordinalFaults(revisions: readonly NamedRow[]): AuditProblem[] {
  const last = new Map<unknown, number>();
  return revisions.flatMap(({ name, seq, row }) => {
    if (row.from !== 'here') return [];
    const before = last.get(row.itemId) ?? 0;
    last.set(row.itemId, Number(row.ordinal));
    return Number(row.ordinal) > before
      ? []
      : [{ seq, code: 'revision.differs', detail: `${name} is counted before one that was made earlier` }];
  });
}

const KINDS: Readonly<Record<string, string>> = { submit: 'submitted', approve: 'approved', amend: 'amended' };

function participationsSaid(events: readonly SaidEvent[], imports: readonly StoredImport[]): NamedRow[] {
  let uploader: string | null = null;
  return events.flatMap(({ seq, type, machine, actor, onBehalfOf, itemId, revisionId, facts, asked }): NamedRow[] => {
    if (type === 'import.confirmed') {
      const brought = imports.find(({ id }) => id === facts.importId)?.uploadedBy;
      uploader = brought !== undefined && brought !== actor ? brought : null;
      return [];
    }
    // The rows of a file follow its confirmation, in one go, without a key of their own.
    if (machine === 'itemReview' && type === 'create') {
      if (uploader === null || asked) return [];
      return [{ name: `imported ${seq}`, seq, row: { person: uploader, onBehalfOf: null, itemId, revisionId } }];
    }
    uploader = null;
    const kind = KINDS[type];
    if (kind === undefined) return [];
    const ofItem = type === 'amend' ? { itemId, revisionId } : { itemId: null, revisionId: null };
    return [{ name: `${kind} ${seq}`, seq, row: { person: actor, onBehalfOf, ...ofItem } }];
  });
}

function dismissalsSaid(events: readonly SaidEvent[]): NamedRow[] {
  return events
    .filter(({ type }) => type === 'hint.dismissed')
    .map(({ seq, itemId, contentHash, facts, actor, reasonHash, roles }) => ({
      name: `dismissal ${seq}`,
      seq,
      row: {
        itemId,
        contentHash,
        hintId: facts.hintId,
        side: roles[0] === 'compiler' ? 'compiler' : 'officer',
        by: actor,
        reason: reasonHash,
      },
    }));
}

/** A file is confirmed by the event that names it, and by none else. */
function importFaults(imports: readonly StoredImport[], events: readonly SaidEvent[]): AuditProblem[] {
  const name = (id: unknown) => `import ${String(id)}`;
  const stored = imports.filter(({ confirmedSeq }) => confirmedSeq !== null);
  const said = events.filter(({ type }) => type === 'import.confirmed');
  return differences(
    'import',
    stored.map(({ id, fileHash, confirmedSeq }) => ({ name: name(id), seq: confirmedSeq, row: { fileHash, confirmedSeq } })),
    said.map(({ seq, facts }) => ({ name: name(facts.importId), seq, row: { fileHash: facts.fileHash, confirmedSeq: seq } })),
  );
}
