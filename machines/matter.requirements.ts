import { roleHeld } from './hands.js';
import type { MatterEventType, MatterParameters } from './matter.events.js';
import type { MatterFacts } from './matter.facts.js';
import { isDay, isPublicAddress } from './matter.parameters.js';
import { isWritten, verdict, type Refusal, type Requirement } from './policy.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from './requirement-messages.js';

export type MatterRequirement = Requirement<MatterFacts, MatterParameters, RequirementId>;
type Holds = (facts: MatterFacts, event: MatterParameters) => boolean;

function requirement(id: RequirementId, refusal: Refusal, parameter: boolean, holds: Holds): MatterRequirement {
  return { id, message: REQUIREMENT_MESSAGES[id], refusal, parameter, check: (facts, event) => verdict(holds(facts, event)) };
}
/** On what the event brings along. */
const said = (id: RequirementId, holds: Holds) => requirement(id, 'unmet', true, holds);
/** On how things stand: for the clock's steps. */
const stands = (id: RequirementId, holds: Holds) => requirement(id, 'conflict', false, holds);

const rolePermits: MatterRequirement = {
  id: 'rolePermits',
  message: REQUIREMENT_MESSAGES.rolePermits,
  refusal: 'forbidden',
  parameter: false,
  check: ({ actor }, _, permission) => verdict(roleHeld(actor, permission, false)),
};

const reason = said('reasonGiven', (_, event) => isWritten(event.reason));
const textGiven = said('textGiven', (_, event) => isWritten(event.text));
const laterDeadline = said(
  'laterDeadline',
  ({ matter, today }, { dueOn = '' }) => isDay(dueOn) && dueOn > today && dueOn > (matter.dueOn ?? ''),
);
const deadlineAhead = said('deadlineAhead', ({ today }, { dueOn = '' }) => isDay(dueOn) && dueOn > today);
const doneBefore = said('dayPassed', ({ today }, { doneOn = '' }) => isDay(doneOn) && doneOn <= today);
const addressGiven = said('addressGiven', (_, { address = '' }) => isPublicAddress(address));
const evidenceGiven = said('evidenceGiven', (_, event) => isWritten(event.evidence));

/** Known before it is asked for, so that a report nobody wrote is not even offered to be sent. */
const reportWritten = requirement('reportWritten', 'unmet', false, ({ matter }) => matter.written);

const publishedSince = stands('publishedSince', ({ published }) => published !== null);
const nothingInForce = stands('nothingInForce', ({ published }) => published === null);
const deadlinePassed = stands('deadlinePassed', ({ matter, today }) => matter.dueOn !== null && matter.dueOn < today);
const reminderDue = stands(
  'reminderDue',
  ({ matter, today, remindFrom }) =>
    matter.dueOn !== null && matter.dueOn >= today && remindFrom !== null && remindFrom <= today && matter.remindedFor !== matter.dueOn,
);
const escalationDue = stands(
  'escalationDue',
  ({ matter, today, escalateFrom }) =>
    matter.dueOn !== null && escalateFrom !== null && escalateFrom <= today && matter.escalatedFor !== matter.dueOn,
);
const deadlineChanged = stands('deadlineChanged', ({ recomputed }) => recomputed?.changed === true);

/** What each event needs, in every lifecycle that knows it. */
const NEEDS = {
  issue: [rolePermits],
  open: [rolePermits],
  withdraw: [rolePermits, reason],
  cancel: [rolePermits],
  close: [rolePermits],
  fulfil: [rolePermits, publishedSince],
  lapse: [rolePermits, nothingInForce],
  recordOutside: [rolePermits, doneBefore, addressGiven, evidenceGiven],
  exempt: [rolePermits, reason],
  reinstate: [rolePermits, reason],
  extend: [rolePermits, reason, laterDeadline],
  recompute: [rolePermits, deadlineChanged],
  remind: [rolePermits, reminderDue],
  fallOverdue: [rolePermits, deadlinePassed],
  escalate: [rolePermits, deadlinePassed, escalationDue],
  answer: [rolePermits, textGiven],
  accept: [rolePermits],
  return: [rolePermits, reason],
  compose: [rolePermits],
  edit: [rolePermits],
  submit: [rolePermits, reportWritten],
  recall: [rolePermits, reason],
  receive: [rolePermits],
} as const satisfies Readonly<Record<MatterEventType, readonly MatterRequirement[]>>;

export type MatterNeeds = Readonly<Record<string, readonly MatterRequirement[]>>;
const ofEvents = <Type extends MatterEventType>(...types: readonly Type[]): Readonly<Record<Type, readonly MatterRequirement[]>> =>
  Object.fromEntries(types.map((type) => [type, NEEDS[type]])) as unknown as Readonly<Record<Type, readonly MatterRequirement[]>>;

export const TASK_REQUIREMENTS: MatterNeeds = ofEvents('issue', 'withdraw', 'close');

/** Nobody is reminded of what is published, nor called late: the clock may find a publication only after the deadline. */
export const OBLIGATION_REQUIREMENTS: MatterNeeds = {
  ...ofEvents('issue', 'cancel', 'fulfil', 'lapse', 'recordOutside', 'exempt', 'reinstate', 'extend', 'recompute'),
  remind: [...NEEDS.remind, nothingInForce],
  fallOverdue: [...NEEDS.fallOverdue, nothingInForce],
  escalate: [...NEEDS.escalate, nothingInForce],
};

export const RECTIFICATION_REQUIREMENTS: MatterNeeds = {
  ...ofEvents('withdraw', 'answer', 'accept', 'return', 'extend', 'recompute', 'remind', 'fallOverdue', 'escalate'),
  issue: [rolePermits, textGiven, deadlineAhead],
};

export const REPORT_REQUIREMENTS: MatterNeeds = ofEvents(
  'open', 'compose', 'edit', 'submit', 'recall', 'receive', 'return', 'recompute', 'remind', 'fallOverdue', 'escalate',
); // prettier-ignore
