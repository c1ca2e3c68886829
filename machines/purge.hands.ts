import { handsWithRole, isFree } from './hands.js';
import type { Hand } from './people.facts.js';
import type { Permission } from './policy.js';
import type { PurgeFacts } from './purge.facts.js';

/** The hand for a step of a purge: who confirms is nobody of those who proposed, deputy or principal. */
export function choosePurgeHand({ actor, purge }: PurgeFacts, event: string, permission: Permission): Hand | null {
  const out = event === 'purge.done' ? purge.proposers : [];
  return handsWithRole(actor, permission, false).find((hand) => isFree(hand, out)) ?? null;
}
