import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import type { ItemReviewFacts, ItemStanding } from './item-review.facts.js';
import type { MatterFacts } from './matter.facts.js';
import { signersOf } from './item-standing.js';
import type { Actor, Capacity, Hand, MatterHand, RoleCode } from './people.facts.js';
import type { Permission } from './policy.js';

/** Whether none of the hand's persons, deputy or principal, is among the excluded (product.md, rule 3). */
export function isFree(hand: Hand, excluded: Iterable<string>): boolean {
  const out = new Set(excluded);
  return hand.persons.every((person) => !out.has(person));
}

export function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((person) => other.includes(person));
}

/** The roles that may take the transition; a small body lets further ones in. */
export function rolesPermitted(permission: Permission, smallBody: boolean): readonly (RoleCode | Capacity)[] {
  const roles = permission.by.filter((role) => role !== 'system');
  return smallBody ? [...roles, ...(permission.smallBody ?? [])] : roles;
}

/** The actor's hands that hold a permitted role, those held in person first. */
export function handsWithRole<Role extends RoleCode | Capacity>(
  actor: Actor<Role>,
  permission: Permission,
  smallBody: boolean,
): Hand<Role>[] {
  if (actor.kind === 'system') return [];
  const roles = rolesPermitted(permission, smallBody);
  return actor.hands.filter((hand) => roles.includes(hand.role)).sort((one, other) => one.persons.length - other.persons.length);
}

/** Whether the actor holds the role at all, or is the system where the system acts. */
export function roleHeld(actor: Actor<RoleCode | Capacity>, permission: Permission, smallBody: boolean): boolean {
  return actor.kind === 'system' ? permission.by.includes('system') : handsWithRole(actor, permission, smallBody).length > 0;
}

/** Which step of the item a deciding event signs; other events sign none. */
const STEP_SIGNED: Readonly<Record<string, 'review' | 'assessment' | 'endorsement'>> = {
  clear: 'review',
  requireRedaction: 'review',
  return: 'review',
  withhold: 'review',
  discloseOnApplication: 'review',
  refer: 'review',
  defer: 'review',
  determine: 'review',
  setAside: 'review',
  acceptRisk: 'assessment',
  rejectRisk: 'assessment',
  endorse: 'endorsement',
};

const STEPS = ['review', 'assessment', 'endorsement'] as const;

/**
 * Who may not sign this event on this item with this hand: its contributors, the version's submitters and whoever
 * signed another step. A small body's officer may assess what an officer reviewed. `reopen` and `requireMitigation` exclude nobody.
 */
export function excludedFromItem(facts: ItemReviewFacts, event: string, role: RoleCode): string[] {
  const step = STEP_SIGNED[event];
  if (step === undefined) return [];
  const sameHandAllowed = facts.version.smallBody && step === 'assessment' && role === 'confidentialityOfficer';
  const others = STEPS.filter((other) => other !== step && !(sameHandAllowed && other === 'review'));
  return [...facts.item.contributors, ...facts.version.submitters, ...signersOf(facts.item, ...others)];
}

/** Who may not approve: whoever contributed, submitted, reviewed or assessed; endorsing and approving may be one leader's. */
export function excludedFromApproval(items: readonly ItemStanding[], submitters: readonly string[]): string[] {
  return [...submitters, ...items.flatMap((item) => [...item.contributors, ...signersOf(item, 'review', 'assessment')])];
}

/** Who may not submit: whoever signed for an item that keeps its state; what enters review is decided anew. */
export function excludedFromSubmission(items: readonly ItemStanding[]): string[] {
  return items.filter((item) => item.state !== 'drafting' && item.state !== 'returned').flatMap((item) => signersOf(item, ...STEPS));
}

function excluded(facts: ItemReviewFacts | CatalogueVersionFacts, event: string, role: RoleCode): string[] {
  if ('item' in facts) return excludedFromItem(facts, event, role);
  if (event === 'approve') return excludedFromApproval(facts.items, facts.version.submitters);
  return event === 'submit' ? excludedFromSubmission(facts.items) : [];
}

/**
 * The hand with which the actor does this: any that holds a permitted role and is not excluded, one held in person
 * before a deputy's; null when there is none, and for the system.
 */
export function chooseHand(facts: ItemReviewFacts | CatalogueVersionFacts, event: string, permission: Permission): Hand | null;
export function chooseHand(
  facts: ItemReviewFacts | CatalogueVersionFacts | MatterFacts,
  event: string,
  permission: Permission,
): MatterHand | null;
export function chooseHand(
  facts: ItemReviewFacts | CatalogueVersionFacts | MatterFacts,
  event: string,
  permission: Permission,
): MatterHand | null {
  // Nobody is excluded from a matter: it signs no text.
  if ('matter' in facts) return handsWithRole(facts.actor, permission, false)[0] ?? null;
  const hands = handsWithRole(facts.actor, permission, facts.version.smallBody);
  return hands.find((hand) => isFree(hand, excluded(facts, event, hand.role))) ?? null;
}

/**
 * Rule 3 read off the signatures that stand on one item: nobody who signed contributed or submitted, nobody signed
 * two steps. In a small body review and assessment may be the same officer's, unless the risk is HIGH.
 */
export function handsApart(item: ItemStanding, submitters: readonly string[], smallBody: boolean): boolean {
  const review = signersOf(item, 'review');
  const assessment = signersOf(item, 'assessment');
  const endorsement = signersOf(item, 'endorsement');
  const outsiders = [...item.contributors, ...submitters];
  const oneHandMayDoBoth = smallBody && item.acceptance?.level !== 'HIGH';
  return (
    !share([...review, ...assessment, ...endorsement], outsiders) &&
    (oneHandMayDoBoth || !share(review, assessment)) &&
    !share(endorsement, [...review, ...assessment])
  );
}
