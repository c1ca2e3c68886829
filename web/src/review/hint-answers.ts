import type { Offer } from '../shared/offers';
import type { Item } from '../version/item';

const HITS = 'hitsAcknowledgedByOfficer';

/** The item as it will be once the answers to its hints have arrived. */
export function withAnswers(item: Item, answered: ReadonlySet<string>): Item {
  const hints = item.hints.map((hint) => (answered.has(hint.id) ? { ...hint, dismissedBy: [...hint.dismissedBy, 'officer'] } : hint));
  return { ...item, hints };
}

/** The offer once every hit is answered: the server will say so with its next answer. */
export function withoutHits(offer: Offer): Offer {
  const requirements = offer.requirements.map((one) => (one.id === HITS ? { ...one, satisfied: true } : one));
  return { ...offer, requirements, allowed: requirements.every((one) => one.satisfied) };
}
