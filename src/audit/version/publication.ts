import { publicContent, type ItemContent } from '../../content/index.js';
import type { AuditProblem } from '../chain.js';
import { differences, type NamedRow } from '../differences.js';
import type { ReplayedItem } from '../replay.js';
import type { SaidEvent } from '../said.js';
import { textOf, type Texts } from '../texts.js';
import type { StoredVersion, VersionRows } from './stored-rows.js';

type Stood = ReadonlyMap<string, ReplayedItem>;

/** The event that made the version public; later ones only change how it stands. */
export function publishing(events: readonly SaidEvent[]): SaidEvent | undefined {
  return events.find(({ machine, from, to }) => machine === 'catalogueVersion' && to === 'published' && from !== 'published');
}

/**
 * What the public reads is what was signed: the items that stood released at the publication, with just the text and the decision that released them, of
 * that text just the fields that are public, and in the document just these.
 * @param stood the items as replayed up to the event that published them
 */
export function publicationFaults(rows: VersionRows, events: readonly SaidEvent[], stood: Stood, texts: Texts): AuditProblem[] {
  const { version, publication, shown } = rows;
  const event = publishing(events);
  const head = publication && { catalogueId: publication.catalogueId, seq: publication.seq, at: publication.at };
  const faults = differences(
    'publication',
    head ? [{ name: 'publication', seq: publication.seq, row: head }] : [],
    event && version
      ? [{ name: 'publication', seq: event.seq, row: { catalogueId: version.catalogueId, seq: event.seq, at: event.at } }]
      : [],
  );
  const expected = event && version ? shownSaid(rows, version, event, events, stood, texts) : [];
  return [
    ...faults,
    ...differences('shown', shown, expected),
    ...(publication && version
      ? documentFaults(version, publication.seq, publication.at, publication.document, readable(shown, texts))
      : []),
  ];
}

function shownSaid(
  { decisions, items, revisions }: VersionRows,
  version: StoredVersion,
  event: SaidEvent,
  events: readonly SaidEvent[],
  stood: Stood,
  texts: Texts,
): NamedRow[] {
  const positions = new Map(items.map(({ item, position }) => [item, position]));
  const removals = new Set(revisions.filter(({ row }) => row.removal).map(({ name }) => name));
  const rowOf = new Map(decisions.map(({ seq, row }) => [seq, row]));
  const ofItems = lastFirst(events.filter(({ seq }) => seq < event.seq));
  return [...stood].flatMap(([item, { state, revisionId, contentHash }]): NamedRow[] => {
    const standing = (ofItems.get(item) ?? []).filter((said) => said.contentHash === contentHash);
    const position = positions.get(item);
    if (state === 'releasable') {
      const text = textOf<{ content?: ItemContent; removal?: unknown }>(texts, contentHash);
      const purged = contentHash !== null && texts.get(contentHash) === null;
      // What a text was that is gone, its row says: nobody can change it.
      if (purged ? removals.has(String(revisionId)) : text && 'removal' in text) return [];
      const by = standing.find(
        ({ type, facts }) => type === 'clear' || type === 'carryOver' || (type === 'determine' && facts.outcome === 'open'),
      );
      const decision = by?.type === 'carryOver' ? by.facts.restsOn : rowOf.get(by?.seq ?? 0)?.id;
      const content = purged ? {} : text?.content && publicContent(text.content, version as never);
      return [{ name: item, seq: event.seq, row: { position, revisionId, contentHash, decision: decision ?? null, content } }];
    }
    const kept = standing.find(({ type }) => type === 'setAside')?.facts.kept as
      | { revisionId: string; contentHash: string; decisionId: number }
      | undefined;
    if (state !== 'setAside' || !kept) return [];
    const { revisionId: revision, contentHash: hash, decisionId } = kept;
    return [{ name: item, seq: event.seq, row: { position, revisionId: revision, contentHash: hash, decision: decisionId } }];
  });
}

/** Item → its events, the last first. */
function lastFirst(events: readonly SaidEvent[]): ReadonlyMap<string, readonly SaidEvent[]> {
  const ofItems = new Map<string, SaidEvent[]>();
  for (const event of [...events].reverse()) {
    if (event.itemId === null) continue;
    const known = ofItems.get(event.itemId);
    if (known) known.push(event);
    else ofItems.set(event.itemId, [event]);
  }
  return ofItems;
}

/** Without the texts that were purged: the document lost them then. */
const readable = (shown: readonly NamedRow[], texts: Texts): NamedRow[] =>
  shown.filter(({ row }) => texts.get(String(row.contentHash)) !== null);

/** The bytes that were published say what the rows say; the moment to the millisecond, as they give it. */
function documentFaults(version: StoredVersion, seq: number, at: string, document: Buffer, shown: readonly NamedRow[]): AuditProblem[] {
  let said: Record<string, unknown>;
  try {
    said = JSON.parse(document.toString('utf8')) as Record<string, unknown>;
  } catch {
    return [{ seq, code: 'document.differs', detail: 'the document cannot be read' }];
  }
  const row = {
    title: version.title,
    organization: version.organization,
    version: version.number,
    publishedAt: at.replace(/\d{3}Z$/, 'Z'),
    items: shown.map(({ name, row: { content } }) => ({ id: name, ...(content as object) })),
  };
  return differences('document', [{ name: 'the document', seq, row: said }], [{ name: 'the document', seq, row }]);
}
