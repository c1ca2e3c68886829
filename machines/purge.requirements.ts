import { roleHeld } from './hands.js';
import { isWritten, verdict, type Refusal, type Requirement } from './policy.js';
import type { PurgeEventType, PurgeParameters } from './purge.events.js';
import { PURGE_GROUNDS, type PurgeFacts } from './purge.facts.js';
import { choosePurgeHand } from './purge.hands.js';
import { PURGE_MESSAGES, type PurgeRequirementId } from './purge.messages.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from './requirement-messages.js';

const MESSAGES = { ...PURGE_MESSAGES, rolePermits: REQUIREMENT_MESSAGES.rolePermits, reasonGiven: REQUIREMENT_MESSAGES.reasonGiven };
type Id = keyof typeof MESSAGES;

type PurgeRequirement = Requirement<PurgeFacts, PurgeParameters, RequirementId | PurgeRequirementId>;

function requirement(id: Id, refusal: Refusal, check: PurgeRequirement['check'], parameter = false): PurgeRequirement {
  return { id, message: MESSAGES[id], refusal, parameter, check };
}
const said = (id: Id, holds: (event: PurgeParameters) => boolean): PurgeRequirement =>
  requirement(id, 'unmet', (_, event) => verdict(holds(event)), true);
const nobody = (id: Id, inTheWay: (facts: PurgeFacts) => readonly string[]): PurgeRequirement =>
  requirement(id, 'unmet', (facts) => ({ satisfied: inTheWay(facts).length === 0, itemIds: inTheWay(facts) }));

const rolePermits = requirement('rolePermits', 'forbidden', ({ actor }, _, permission) => verdict(roleHeld(actor, permission, false)));

/** Who holds no permitted role is refused for that alone. */
const secondHand = requirement('secondHand', 'unmet', (facts, { type }, permission) =>
  verdict(!roleHeld(facts.actor, permission, false) || choosePurgeHand(facts, type, permission) !== null),
);

const reason = said('reasonGiven', (event) => isWritten(event.reason));
const groundKnown = said('purgeGroundKnown', ({ ground }) => PURGE_GROUNDS.some((known) => known === ground));
const legalBasis = said('legalBasisGiven', (event) => isWritten(event.legalBasis));

const textHeld = requirement('textHeld', 'conflict', ({ text }) => verdict(text.held));
const textNotShown = nobody('textNotShown', ({ text }) => text.shownBy);
const textNotInUse = nobody('textNotInUse', ({ text }) => text.usedBy);

/** What each event needs: what was so when it was proposed must be so again when it is done. */
export const PURGE_REQUIREMENTS: Readonly<Record<PurgeEventType, readonly PurgeRequirement[]>> = {
  'purge.proposed': [rolePermits, textHeld, textNotShown, textNotInUse, groundKnown, legalBasis, reason],
  'purge.withdrawn': [rolePermits, reason],
  'purge.done': [rolePermits, secondHand, textHeld, textNotShown, textNotInUse],
};
