import { randomUUID } from 'node:crypto';
import type { RoleCode } from '../../machines/people.facts.js';
import type { Change } from '../../src/commands/changes.js';
import { logBody, type LogEntry } from '../../src/commands/log-body.js';
import { machineOf } from '../../src/commands/machines.js';
import { canonicalJson, sha256Hex } from '../../src/content/canonical.js';

/** Somebody signed in, with the one hand that they act with. */
export interface Actor {
  readonly id: string;
  readonly token: string;
  readonly role: string;
  readonly principal?: string;
}

/** An item as it stands in a version. */
export interface Item {
  readonly id: string;
  readonly state: string;
  readonly revision: string;
  readonly hash: string;
}

export type Facts = Record<string, unknown>;

/** The reason that goes with every step that needs one. */
const REASON = canonicalJson({ reason: '理由' });
export const REASON_HASH = sha256Hex(REASON);
export const STORED_REASON: Change = { op: 'store', text: REASON };

/** Which decision each event signs. */
const STEP: Readonly<Record<string, 'review' | 'assessment' | 'endorsement'>> = {
  acceptRisk: 'assessment',
  rejectRisk: 'assessment',
  requireMitigation: 'assessment',
  endorse: 'endorsement',
};
const UNSIGNED = new Set(['resume', 'reopen', 'amend', 'enterReview', 'textBarred']);

/** The text of an item: its canonical bytes and their hash. */
export function text(words: string, category = 'STATUTORY', removed = false): { bytes: string; hash: string } {
  const content = {
    path: [words],
    elements: [words],
    category,
    method: 'PROACTIVE',
    bases: [{ title: '《中华人民共和国政府信息公开条例》', clauses: [] }],
    responsibleOffice: `internal ${words}`,
  };
  const bytes = canonicalJson({ content, ...(removed && { removal: { reason: '不再公开' } }) });
  return { bytes, hash: sha256Hex(bytes) };
}

/** One event of the log; `by` null is the system. */
export function event(
  stream: string,
  type: string,
  by: Actor | null,
  said: Partial<Omit<LogEntry, 'type' | 'actor'>> = {},
): Extract<Change, { op: 'event' }> {
  const actor = by && {
    id: by.id,
    hand: { role: by.role as RoleCode, persons: by.principal ? ([by.id, by.principal] as const) : ([by.id] as const) },
  };
  return { op: 'event', stream, body: logBody({ type, actor, ...said }) };
}

/** One step of a version. */
export function versionStep(id: string, from: string | null, type: string, to: string, by: Actor | null, facts: Facts = {}): Change[] {
  return [
    event(id, type, by, { machine: machineOf('catalogueVersion'), from, to, facts }),
    ...(from === null ? [] : [{ op: 'version', version: id, state: to } as const]),
  ];
}

/** One step of an item's review without its effects: the event alone. */
export function itemEvent(
  version: string,
  item: Item,
  type: string,
  to: string | null,
  by: Actor | null,
  facts: Facts = {},
  reasonHash?: string,
): Change {
  const said = {
    machine: machineOf('itemReview'),
    from: item.state,
    to,
    itemId: item.id,
    revisionId: item.revision,
    contentHash: item.hash,
  };
  return event(version, type, by, { ...said, facts, reasonHash });
}

/** One decision as the application would write it: the event, the state and, where one is signed, the signature. */
export function decision(version: string, item: Item, type: string, to: string, by: Actor | null, facts: Facts = {}): Change[] {
  const { kept, ...row } = facts as { kept?: { revisionId: string; contentHash: string; decisionId: number } };
  const signed = {
    op: 'decide',
    version,
    item: item.id,
    revision: item.revision,
    hash: item.hash,
    kind: type,
    step: STEP[type] ?? 'review',
    detail: REASON_HASH,
    ...(type === 'setAside' && { predecessor: 'drop' }),
    ...row,
    ...(kept && { keptRevision: kept.revisionId, keptHash: kept.contentHash, restsOn: kept.decisionId }),
  } as unknown as Change;
  return [
    ...(by ? [STORED_REASON] : []),
    itemEvent(version, item, type, to, by, facts, by ? REASON_HASH : undefined),
    { op: 'item', version, item: item.id, state: to },
    ...(UNSIGNED.has(type) ? [] : [signed]),
  ];
}

/** A new item in a draft. */
export function birth(version: string, by: Actor, itemId: string, said: { bytes: string; hash: string }): Change[] {
  const revision = randomUUID();
  const machine = machineOf('itemReview');
  const at = { version, item: itemId };
  return [
    event(version, 'create', by, { machine, from: null, to: 'drafting', itemId, revisionId: revision, contentHash: said.hash }),
    { op: 'identify', ...at },
    { op: 'revision', ...at, id: revision, text: said.bytes, findings: {} },
    { op: 'place', ...at, state: 'drafting', revision, hash: said.hash },
  ];
}

/** A changed text; `type` is `remove` for one that says the item goes. */
export function rewrite(
  version: string,
  item: Item,
  by: Actor,
  said: { bytes: string; hash: string },
  to = 'drafting',
  type = 'edit',
): Change[] {
  const revision = randomUUID();
  const at = { version, item: item.id };
  return [
    itemEvent(version, { ...item, revision, hash: said.hash }, type, to, by),
    { op: 'revision', ...at, id: revision, text: said.bytes, findings: {} },
    { op: 'item', ...at, state: to, revision, hash: said.hash },
  ];
}

/** What a person sends through the one door; the key is on the first event too, as the application writes it. */
export function command(changes: readonly Change[], lock: readonly string[] = [], key: string = randomUUID()): object {
  const first = changes.findIndex((change) => change.op === 'event');
  const keyed = changes.map((change, index) => {
    if (index !== first || change.op !== 'event') return change;
    return { ...change, body: canonicalJson({ ...JSON.parse(change.body), idempotencyKey: key }) };
  });
  return { lock, expect: [], key, requestHash: sha256Hex(key), answer: {}, changes: keyed };
}

/** An item of the version before comes into the next draft with the same text. */
export function placing(next: string, item: Item, by: Actor): Change[] {
  return [
    itemEvent(next, { ...item, state: null as never }, 'create', 'drafting', by),
    { op: 'place', version: next, item: item.id, state: 'drafting', revision: item.revision, hash: item.hash },
  ];
}

export function carryOver(next: string, item: Item, restsOn: number, to = item.state): Change[] {
  const at = { version: next, item: item.id };
  return [
    itemEvent(next, { ...item, state: 'drafting' }, 'carryOver', to, null, { restsOn }),
    { op: 'item', ...at, state: to },
    { op: 'decide', ...at, revision: item.revision, hash: item.hash, kind: 'carryOver', step: 'carryOver', restsOn },
  ];
}
