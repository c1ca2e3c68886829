import type { Change } from '../../../src/commands/changes.js';
import { decision, event, versionStep, STORED_REASON, REASON_HASH, type Actor } from '../../factories/versions.js';
import { id, lie, patched, saying, shows, type Attack } from '../attack.js';
import type { World } from '../world.js';

function dismissal({ scenes: { draft } }: World, by: Actor, side: 'compiler' | 'officer'): Change[] {
  const item = draft.items.one!;
  return [
    STORED_REASON,
    event(draft.id, 'hint.dismissed', by, {
      itemId: item.id,
      revisionId: item.revision,
      contentHash: item.hash,
      reasonHash: REASON_HASH,
      facts: { hintId: 'hint' },
    }),
    { op: 'dismiss', version: draft.id, item: item.id, hash: item.hash, hint: 'hint', side, reasonHash: REASON_HASH },
  ];
}

/** I3: a signature says what was logged, and nothing is dismissed for somebody else. */
export const WRONG_WORDS: readonly Attack[] = [
  lie(
    'a review called an endorsement',
    'MUI03 decision.wrongStep',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      patched(decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer), 'decide', { step: 'endorsement' }),
  ),
  lie(
    'a carry-over in a version under review',
    'MUI03 decision.notToBeCarriedOver',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      patched(decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer), 'decide', { step: 'carryOver' }),
  ),
  lie(
    'a signature where another was logged',
    'MUI08 decision.withoutEvent',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      patched(decision(review.id, review.items.awaiting!, 'defer', 'deferred', desk.officer), 'decide', { kind: 'clear' }),
  ),
  lie(
    'a level that was not logged',
    'MUI08 decision.notWhatWasLogged',
    (w) => w.desk.assessor,
    ({ scenes: { review }, desk }) =>
      patched(decision(review.id, review.items.cleared!, 'acceptRisk', 'releasable', desk.assessor, { level: 'HIGH' }), 'decide', {
        level: 'LOW',
      }),
  ),
  lie(
    'a ground that was not logged',
    'MUI08 decision.notWhatWasLogged',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      saying(decision(review.id, review.items.awaiting!, 'withhold', 'withheld', desk.officer, { ground: 'ART15_PRIVACY' }), { facts: {} }),
  ),
  lie(
    'reasons that were not logged',
    'MUI08 decision.notWhatWasLogged',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => [
      STORED_REASON,
      ...patched(decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer), 'decide', { detail: undefined }),
    ],
  ),
  lie(
    'a withholding without its ground',
    '23514 decision_says_enough',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => decision(review.id, review.items.awaiting!, 'withhold', 'withheld', desk.officer),
  ),
  lie(
    'a decision in a draft',
    'MUI08 state.withoutEvent',
    (w) => w.desk.officer,
    ({ scenes: { draft }, desk }) =>
      decision(draft.id, { ...draft.items.one!, state: 'awaitingReview' }, 'clear', 'releasable', desk.officer),
  ),
  lie(
    'a decision on an item that the draft kept awaiting',
    'MUI05 version.notUnderReview',
    (w) => w.desk.officer,
    async ({ scenes: { review }, desk }) => {
      await desk.send(desk.compiler, versionStep(review.id, 'confidentialityReview', 'recall', 'draft', desk.compiler));
      return decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer);
    },
  ),
  lie(
    'a compiler dismisses for the officer',
    'MUI03 dismissal.withoutEvent',
    (w) => w.desk.compiler,
    (w) => dismissal(w, w.desk.compiler, 'officer'),
  ),
  lie(
    'a leader dismisses',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.leader,
    (w) => dismissal(w, w.desk.leader, 'officer'),
  ),
  lie(
    'a dismissal of another hint than was logged',
    'MUI03 dismissal.withoutEvent',
    (w) => w.desk.compiler,
    (w) => patched(dismissal(w, w.desk.compiler, 'compiler'), 'dismiss', { hint: 'other' }),
  ),
  shows(
    'a submitter is known without being named',
    (w) => w.desk.compiler2,
    ({ scenes: { draft }, desk }) => versionStep(draft.id, 'draft', 'submit', 'confidentialityReview', desk.compiler2),
    ({ scenes: { draft }, desk }) =>
      `(select count(*) = 1 from participation where version_id = ${id(draft.id)} and kind = 'submitted' and person_id = ${id(desk.compiler2.id)})`,
  ),
];
