import { hintsFor, type ItemContent } from '../content/index.js';
import type { Language } from '../platform/problems/index.js';
import type { Profile } from '../profiles/index.js';
import type { Findings } from './text.js';
import type { HintView } from './views/item.views.js';

/** A hint that somebody said does not matter, and on which side. */
export interface Dismissal {
  readonly hint_id: string;
  readonly side: string;
}

/** The hints on a text, repairs that nobody confirmed first, each with the sides that have dismissed it. */
export function hintsOf(
  content: ItemContent,
  { openRepairs }: Pick<Findings, 'openRepairs'>,
  dismissals: readonly Dismissal[],
  profile: Profile,
  language: Language,
): HintView[] {
  const dismissedBy = (id: string) => dismissals.filter((one) => one.hint_id === id).map((one) => one.side);
  const hints = hintsFor(content, profile).map((hint) => ({ ...hint, message: hint.message[language], dismissedBy: dismissedBy(hint.id) }));
  const repairs = openRepairs.map((repair) => ({
    ...repair,
    kind: 'repair',
    message: repair.message[language],
    dismissedBy: dismissedBy(repair.id),
  }));
  return [...repairs, ...hints] as HintView[];
}
