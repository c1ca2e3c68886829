import { idOrNone, type Asking, type MatterRequest, type Place } from '../commands/index.js';

/** A step on a matter by somebody: what they saw must still be so. */
export function stepOn(asking: Asking, matterId: string): MatterRequest {
  return { ...asked(asking), at: idOrNone(matterId), ifMatch: asking.ifMatch };
}

/** A matter that somebody makes. */
export function beginningAt(asking: Asking, place: Place): MatterRequest {
  return { ...asked(asking), at: place };
}

const asked = ({ token, key, requestHash, requestId }: Asking) => ({ token, key, requestHash, requestId });
