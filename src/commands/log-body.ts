import { randomUUID } from 'node:crypto';
import type { MatterHand } from '../../machines/people.facts.js';
import { canonicalJson } from '../content/canonical.js';

/** What the log says of one event (quality.md, "The log"). Texts and reasons appear by hash only. */
export interface LogEntry {
  readonly type: string;
  /** Who acts, or null for the system. */
  readonly actor: { readonly id: string; readonly hand: MatterHand } | null;
  readonly machine?: { readonly id: string; readonly version: string; readonly hash: string };
  readonly from?: string | null;
  readonly to?: string | null;
  readonly itemId?: string;
  readonly revisionId?: string;
  readonly contentHash?: string;
  readonly reasonHash?: string;
  /** Verdicts of the guards, so that the event can be replayed without the facts. */
  readonly verdicts?: Readonly<Record<string, boolean>>;
  /** Further small facts: ids, hashes, numbers; never content. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  readonly idempotencyKey?: string;
}

/** Canonical JSON (RFC 8785) of the event's body: exactly these bytes are hashed. */
export function logBody(entry: LogEntry): string {
  const { actor, verdicts, facts, ...rest } = entry;
  return canonicalJson({
    v: 1,
    eventId: randomUUID(),
    ...defined(rest),
    actor: actor?.id ?? null,
    roles: actor ? [actor.hand.role] : [],
    onBehalfOf: actor?.hand.persons[1] ?? null,
    facts: { ...facts, ...(verdicts && { guards: verdicts }) },
  });
}

function defined(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
