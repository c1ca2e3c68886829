import { randomUUID } from 'node:crypto';
import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import { birth, bornItem, factsAfter, newText, type ItemQueries, type NewText, type OpenRepair } from '../catalogues/index.js';
import { logBody, refuse, type Change, type Command, type CommandRequest, type Loaded } from '../commands/index.js';
import { applyConstants, canonicalJson, CONTENT_FIELDS, type ItemContent } from '../content/index.js';
import type { Language } from '../platform/problems/index.js';
import type { Profile } from '../profiles/index.js';
import { applyConfirmation, type Confirmed, type ConfirmedItem, type ImportReading } from './reading/index.js';
import { findingIn } from './shown-finding.js';

/** A file that was read; `reading` is null once it was confirmed, or when it waited for too long or a text of its catalogue was purged. */
export interface WaitingImport {
  readonly id: string;
  readonly versionId: string;
  readonly uploadedBy: string;
  readonly fileName: string;
  readonly readAt: Date;
  readonly fileHash: string;
  readonly confirmed: boolean;
  readonly reading: ImportReading | null;
}

interface Row {
  readonly itemId: string;
  readonly item: ConfirmedItem;
  readonly text: NewText;
}

interface Gathered {
  readonly confirmed: Confirmed;
  readonly rows: readonly Row[];
}

/** Takes the items of a file into a draft: each row its own logged start, all of them or none. */
export function confirmImport(
  request: CommandRequest,
  waiting: WaitingImport,
  repairs: 'all' | readonly string[],
  queries: ItemQueries,
  language: Language,
): Command<Gathered> {
  return {
    reads: 'all',
    gather: async (loaded) => {
      if (!waiting.reading) return { confirmed: { items: [], openFindings: [] }, rows: [] };
      const profile = queries.profileOf(loaded.version);
      const confirmed = applyConfirmation(waiting.reading, repairs, profile);
      const repaired = repairs === 'all' ? confirmed : applyConfirmation(waiting.reading, 'all', profile);
      return { confirmed, rows: rowsOf(confirmed, repaired, profile) };
    },
    judge: (loaded, { rows }) => judge('itemReview', currentVersion('itemReview'), null, { type: 'create' }, wholeAfter(loaded, rows)),
    plan: (loaded, { confirmed, rows }, judgement) => {
      if (!waiting.reading) throw refuse.confirmedAlready();
      const changes: Change[] = [
        {
          op: 'event',
          stream: loaded.version.id,
          body: logBody({
            type: 'import.confirmed',
            actor: { id: loaded.person!, hand: judgement.hand! },
            facts: { importId: waiting.id, fileHash: waiting.fileHash, items: rows.length, openFindings: confirmed.openFindings.length },
            requestId: request.requestId,
            idempotencyKey: request.key ?? undefined,
          }),
        },
        { op: 'confirmImport', version: loaded.version.id, import: waiting.id },
        ...rows.flatMap((row) => changesOf(request, loaded, row, judgement)),
      ];
      return {
        lock: [loaded.version.id],
        expect: [{ version: loaded.version.id, state: loaded.version.state, seq: loaded.version.seq }],
        changes,
        answer: {
          id: waiting.id,
          versionId: loaded.version.id,
          state: loaded.version.state,
          items: rows.length,
          itemIds: rows.map((row) => row.itemId),
          openFindings: confirmed.openFindings.map((finding) => findingIn(finding, language)),
        },
      };
    },
  };
}

type Allowed = Parameters<typeof birth>[3];

function changesOf(request: CommandRequest, loaded: Loaded, row: Row, judgement: Allowed): Change[] {
  const { itemId, item, text } = row;
  return birth({ ...request, key: null }, loaded, { itemId, text, label: item.label, source: { row: item.row, raw: item.raw } }, judgement);
}

function rowsOf(confirmed: Confirmed, repaired: Confirmed, profile: Profile): Row[] {
  const mended = new Map(repaired.items.map((item) => [item.key, item.content]));
  return confirmed.items.map((item) => ({
    itemId: randomUUID(),
    item,
    text: newText(applyConstants(item.content, profile), null, profile, openRepairs(item, mended.get(item.key) ?? item.content)),
  }));
}

/** The unconfirmed repairs of a row, each with the fields that it would have changed: editing one of them settles it. */
function openRepairs(item: ConfirmedItem, mended: ItemContent): OpenRepair[] {
  const fields = CONTENT_FIELDS.filter((field) => canonicalJson(item.content[field] ?? null) !== canonicalJson(mended[field] ?? null));
  return item.openFindings
    .filter((finding) => finding.kind === 'repair')
    .map(({ id, code, message, row, column }) => ({ id, code, message, row, ...(column !== null && { column }), fields }));
}

/** The version with all rows of the file in it: who may still sign is judged for the whole. */
function wholeAfter(loaded: Loaded, rows: readonly Row[]) {
  const born = rows.map((row) => bornItem(loaded, row.itemId, row.text));
  const first = born[0] ?? bornItem(loaded, randomUUID(), { hash: '', bytes: '', category: null, removal: false, findings: NOTHING_FOUND });
  return factsAfter({ ...loaded, items: [...loaded.items, ...asStored(born.slice(1))] }, first, 'none', {
    hash: first.contentHash,
    bytes: '',
    category: first.category,
    removal: false,
    findings: NOTHING_FOUND,
  });
}

const NOTHING_FOUND = { missing: [], timeLimitUnread: false, hits: [], openRepairs: [] };

function asStored(items: readonly ReturnType<typeof bornItem>[]): Loaded['items'] {
  return items.map((item) => ({ ...item, seq: 0, revisionId: item.itemId, clearanceId: null, keep: null }));
}
