import type { components } from '../api/schema';

export type Offer = components['schemas']['Offer'];

/** Whether the event is in one's hands at all; whether it may happen now is `offer.allowed`. */
export function inMyHands(offer: Offer): boolean {
  return !offer.requirements.some((requirement) => requirement.id === 'rolePermits' && !requirement.satisfied);
}

/** Why it may not happen now, in one line. */
export function whyNot(offer: Offer): string {
  return offer.requirements
    .filter((requirement) => !requirement.satisfied)
    .map((requirement) => requirement.message)
    .join(' ');
}
