import { randomUUID } from 'node:crypto';
import type { ItemReviewParameters } from '../../machines/item-review.events.js';
import type { ItemReviewFacts, ItemStanding } from '../../machines/item-review.facts.js';
import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import { applyConstants, applyPatch, type ContentPatch, type ItemContent, type Removal } from '../content/index.js';
import { detailOf, type Change } from '../commands/changes.js';
import { itemOf, type Command, type CommandRequest } from '../commands/corridor.js';
import { itemFacts, type Loaded, type StoredItem } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import { machineOf } from '../commands/machines.js';
import * as refuse from '../commands/refusals.js';
import type { Arrangement } from './arrange-item.js';
import { compilersOf } from './decide-item.js';
import { NOTHING_WRITTEN, type ItemQueries } from './item.queries.js';
import { newText, type NewText } from './text.js';

interface Gathered {
  readonly text: NewText;
  readonly facts: ItemReviewFacts;
}

/**
 * A new row, typed in: behind another one, first where `after` is null, last where nothing is said. Only in a draft.
 * @throws ProblemError 422 when the draft has no such row to stand behind
 */
export function createItem(
  request: CommandRequest,
  content: ItemContent,
  { after, number: label }: Arrangement,
  queries: ItemQueries,
): Command<Gathered> {
  const itemId = randomUUID();
  return {
    reads: 'all',
    gather: async (loaded) => {
      const profile = queries.profileOf(loaded.version);
      const text = newText(applyConstants(content, profile), null, profile);
      return { text, facts: factsAfter(loaded, bornItem(loaded, itemId, text), 'none', text) };
    },
    judge: (_, { facts }) => judge('itemReview', currentVersion('itemReview'), null, { type: 'create' }, facts),
    plan: (loaded, { text }, judgement) => {
      if (after && !loaded.items.some((item) => item.itemId === after)) throw refuse.noSuchPlace();
      return {
        lock: [loaded.version.id],
        expect: wholeVersion(loaded),
        changes: birth(request, loaded, { itemId, text, label, after, source: null }, judgement),
        answer: { id: itemId, itemId, state: judgement.to, contentHash: text.hash },
      };
    },
  };
}

/** A changed text: in a draft, or for an item that was returned. The same text again changes nothing and voids nothing. */
export function editItem(request: CommandRequest, patch: ContentPatch, queries: ItemQueries): Command<Gathered> {
  return {
    reads: 'all',
    gather: async (loaded) => {
      const item = itemOf(loaded, request.itemId!);
      const profile = queries.profileOf(loaded.version);
      const before = await queries.text(item.revisionId);
      const content = applyConstants(applyPatch(before.content, patch), profile);
      const openRepairs = before.findings.openRepairs.filter((repair) => !repair.fields.some((field) => field in patch));
      const text = newText(content, null, profile, openRepairs);
      if (before.content === NOTHING_WRITTEN && text.hash === item.contentHash) throw refuse.textPurged();
      const referral = await queries.referralOf(item.itemId, text.hash);
      return { text, facts: factsAfter(loaded, item, referral, text) };
    },
    judge: (loaded, { facts }) =>
      judge('itemReview', currentVersion('itemReview'), itemOf(loaded, request.itemId!).state, { type: 'edit' }, facts),
    plan: (loaded, { text }, judgement) => {
      const item = itemOf(loaded, request.itemId!);
      const answer = { itemId: item.itemId, state: judgement.to, contentHash: text.hash };
      if (text.hash === item.contentHash) return { unchanged: { ...answer, state: item.state } };
      return rewriting(request, loaded, item, 'edit', text, judgement, answer);
    },
  };
}

/** Removing: an item that was public becomes a removal to be reviewed, one that never was just goes. Only in a draft. */
export function removeItem(request: CommandRequest, removal: Removal, queries: ItemQueries): Command<Gathered> {
  const event: ItemReviewParameters = { type: 'remove', reason: removal.reason };
  return {
    reads: 'all',
    gather: async (loaded) => {
      const item = itemOf(loaded, request.itemId!);
      const before = await queries.text(item.revisionId);
      const text = newText(before.content, removal, queries.profileOf(loaded.version));
      return { text, facts: factsAfter(loaded, item, 'none', text) };
    },
    judge: (loaded, { facts }) => judge('itemReview', currentVersion('itemReview'), itemOf(loaded, request.itemId!).state, event, facts),
    plan: (loaded, { text }, judgement) => {
      const item = itemOf(loaded, request.itemId!);
      const answer = { itemId: item.itemId, state: judgement.to, contentHash: judgement.to ? text.hash : null, removed: true };
      if (judgement.to !== null) return rewriting(request, loaded, item, 'remove', text, judgement, answer, removal.reason);
      const detail = detailOf({ reason: removal.reason })!;
      return {
        lock: [loaded.version.id],
        expect: wholeVersion(loaded),
        changes: [
          detail.store,
          step(request, loaded, 'remove', item, null, { id: item.revisionId, hash: item.contentHash }, judgement, detail.hash),
          { op: 'drop', version: loaded.version.id, item: item.itemId },
        ],
        answer,
      };
    },
  };
}

type Allowed = { to: string | null; verdicts: Readonly<Record<string, boolean>>; hand: Loaded['hands'][number] | null };

/** The changes by which an item comes into a version. Used for a typed row and for each row of a file. */
export function birth(
  request: CommandRequest,
  loaded: Loaded,
  row: { itemId: string; text: NewText; label?: string; after?: string | null; source: object | null },
  judgement: Allowed,
): Change[] {
  const at = { version: loaded.version.id, item: row.itemId };
  const revision = randomUUID();
  const place = row.after !== undefined && { after: row.after };
  // The number is a person's word: by hash, as in `items.arranged`.
  const number = row.label ? detailOf({ number: row.label }) : null;
  return [
    ...(number ? [number.store] : []),
    step(
      request,
      loaded,
      'create',
      { itemId: row.itemId, state: null, ...place },
      judgement.to,
      { id: revision, hash: row.text.hash },
      judgement,
      number?.hash,
    ),
    { op: 'identify', ...at },
    revisionOf(at, revision, row.text),
    { op: 'place', ...at, state: judgement.to!, revision, hash: row.text.hash, ...place, label: row.label, source: row.source },
  ];
}

function rewriting(
  request: CommandRequest,
  loaded: Loaded,
  item: StoredItem,
  type: 'edit' | 'remove',
  text: NewText,
  judgement: Allowed,
  answer: Record<string, unknown>,
  reason?: string,
) {
  const at = { version: loaded.version.id, item: item.itemId };
  const revision = randomUUID();
  const detail = reason === undefined ? null : detailOf({ reason });
  const changes: Change[] = [
    ...(detail ? [detail.store] : []),
    step(request, loaded, type, item, judgement.to, { id: revision, hash: text.hash }, judgement, detail?.hash),
    revisionOf(at, revision, text),
    { op: 'item', ...at, state: judgement.to!, revision, hash: text.hash },
  ];
  return { lock: [loaded.version.id], expect: wholeVersion(loaded), changes, answer };
}

/** Who may still sign is judged for the whole version, so an edit rests on the whole version. */
function wholeVersion(loaded: Loaded) {
  return [{ version: loaded.version.id, state: loaded.version.state, seq: loaded.version.seq }];
}

function revisionOf(at: { version: string; item: string }, id: string, text: NewText): Change {
  return { op: 'revision', ...at, id, text: text.bytes, findings: text.findings };
}

function step(
  request: CommandRequest,
  loaded: Loaded,
  type: string,
  item: { itemId: string; state: string | null; after?: string | null },
  to: string | null,
  revision: { id: string; hash: string },
  judgement: Allowed,
  reasonHash?: string,
): Change {
  return {
    op: 'event',
    stream: loaded.version.id,
    body: logBody({
      type,
      actor: { id: loaded.person!, hand: judgement.hand! },
      machine: machineOf('itemReview'),
      from: item.state,
      to,
      itemId: item.itemId,
      revisionId: revision.id,
      contentHash: revision.hash,
      reasonHash,
      verdicts: judgement.verdicts,
      facts: { ...(item.after !== undefined && { after: item.after }) },
      requestId: request.requestId,
      idempotencyKey: request.key ?? undefined,
    }),
  };
}

/** The facts of an edit: the item as it stands, and all items as they would stand afterwards. */
export function factsAfter(loaded: Loaded, item: ItemStanding, referral: ItemStanding['referral'], text: NewText): ItemReviewFacts {
  const after: ItemStanding = {
    ...item,
    state: loaded.version.state === 'draft' ? 'drafting' : item.state,
    contentHash: text.hash,
    category: text.category,
    removal: text.removal,
    referral,
    signatures: [],
    clearStands: false,
    acceptance: null,
    contributors: [...new Set([...item.contributors, ...compilersOf(loaded)])],
  };
  const others = loaded.items.filter((other) => other.itemId !== item.itemId);
  return itemFacts(loaded, item, [], {
    incoming: { contentHash: text.hash, referral, removal: text.removal },
    whole: { items: [...others, after], hands: loaded.everybody },
  });
}

/** An item that is about to be: what the machine may know of it. */
export function bornItem(loaded: Loaded, itemId: string, text: NewText): ItemStanding {
  return {
    itemId,
    state: 'drafting',
    contentHash: text.hash,
    category: text.category,
    removal: false,
    wasPublic: false,
    changedSinceReturned: true,
    contributors: compilersOf(loaded),
    signatures: [],
    clearStands: false,
    assessmentDemanded: false,
    acceptance: null,
    referral: 'none',
    barred: false,
    kept: false,
    keepable: false,
    missing: text.findings.missing,
    timeLimitUnread: text.findings.timeLimitUnread,
    openRepairs: text.findings.openRepairs.length,
    openHits: { compiler: text.findings.hits.length, officer: text.findings.hits.length },
  };
}
