import { judge } from '../../machines/judge.js';
import type { MatterParameters } from '../../machines/matter.events.js';
import { currentVersion } from '../../machines/registry.js';
import type { Calendar } from '../calendar/index.js';
import { refuse } from '../commands/index.js';
import { matterFacts } from './facts.js';
import type { Allowed, Taker } from './steps.js';

/**
 * A step that a matter takes because the one above it takes one, judged by its own lifecycle.
 * @param by whose step it is: the same hand's as above, or the system's where it only follows
 * @throws ProblemError when the lifecycle refuses it; then nothing above happens either
 */
export function stepBelow(
  machine: 'obligation' | 'rectification',
  state: string | null,
  event: MatterParameters,
  by: Pick<Taker, 'person' | 'hand'>,
  { today, calendar }: { readonly today: string; readonly calendar: Calendar },
): Allowed {
  const loaded = { person: by.person, today, matter: null, publishedSince: null, hands: by.hand ? [by.hand] : [] };
  const judgement = judge(machine, currentVersion(machine), state as never, event, matterFacts(loaded, calendar));
  if (!judgement.allowed) throw refuse.byMachine(judgement);
  return judgement;
}
