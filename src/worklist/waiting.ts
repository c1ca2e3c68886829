import type { RoleCode } from '../../machines/people.facts.js';
import { OPEN_VERSION_STATES } from '../../machines/item-standing.js';
import type { Ask } from './asks.js';
import type { VersionAtWork, WorklistFacts } from './facts.js';
import type { HolderView, PersonView, WaitingView } from './worklist.views.js';

/** An open version that the person had a hand in, with those who hold it now; null for any other. */
export function waitingFor(facts: WorklistFacts, version: VersionAtWork, asks: readonly Ask[]): WaitingView | null {
  if (!version.tookPart || !OPEN_VERSION_STATES.includes(version.state)) return null;
  const counts = asks.map((ask) => ask.count).filter((count) => count !== null);
  return {
    versionId: version.id,
    catalogueId: version.catalogueId,
    title: version.title,
    organization: version.organization,
    versionNumber: version.number,
    state: version.state,
    since: asks.map((ask) => ask.since).sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? version.event.at,
    ...(version.publishAt !== null && { dueAt: version.publishAt }),
    holders: version.state === 'scheduled' ? [{ role: 'system', people: [] }] : holdersOf(facts, asks),
    ...(counts.length > 0 && { count: counts.reduce((sum, count) => sum + count, 0) }),
  };
}

/** By role, everybody who may act on something; a role without anybody only where no other role of the same step has somebody. */
function holdersOf(facts: WorklistFacts, asks: readonly Ask[]): HolderView[] {
  const holders = new Map<RoleCode, Map<string, PersonView>>();
  for (const { roles, hands } of asks) {
    const free = hands.filter((asked) => asked.free > 0);
    const named = roles.filter((role) => free.length === 0 || free.some(({ hand }) => hand.role === role));
    for (const role of named) {
      const people = holders.get(role) ?? new Map<string, PersonView>();
      holders.set(role, people);
      for (const { hand } of free.filter((asked) => asked.hand.role === role)) {
        const [id] = hand.persons;
        people.set(id, { id, displayName: facts.people[id] ?? '' });
      }
    }
  }
  return [...holders].map(([role, people]) => ({ role, people: [...people.values()].sort(byName) }));
}

const byName = (one: PersonView, other: PersonView): number =>
  one.displayName.localeCompare(other.displayName, 'zh-CN') || (one.id < other.id ? -1 : 1);
