import { grant, signIn } from '../../factories/people.js';
import type { Change } from '../../../src/commands/changes.js';
import { birth, decision, event, STORED_REASON, REASON_HASH, text, versionStep, type Actor } from '../../factories/versions.js';
import { asApp, asOwner, behind, copyOf, id, lie, shows, type Attack } from '../attack.js';
import type { World } from '../world.js';
import { randomUUID } from 'node:crypto';

const awaiting = (by: (world: World) => Actor, what: string, refused: string, type = 'clear', to = 'releasable'): Attack =>
  lie(what, refused, by, (world) => decision(world.scenes.review.id, world.scenes.review.items.awaiting!, type, to, by(world)));
const as = (person: (world: World) => Actor, role: string) => (world: World) => ({ ...person(world), role });
const said = text('a text by somebody');
const patched = (changes: Change[], op: string, part: object): Change[] =>
  changes.map((change) => (change.op === op ? ({ ...change, ...part } as Change) : change));

/** The facts of an event, said differently from what the decision row says. */
const logging = (changes: Change[], facts: object): Change[] =>
  changes.map((change) => (change.op === 'event' ? { ...change, body: JSON.stringify({ ...JSON.parse(change.body), facts }) } : change));

/** A version of one item that `bothCompiles` wrote, submitted by the other compiler: under review. */
async function writtenByBoth({ desk, people }: World): Promise<string> {
  const version = await desk.draft(await desk.catalogue(), []);
  await desk.send(people.bothCompiles, birth(version, people.bothCompiles, randomUUID(), said));
  await desk.submit(version);
  return version;
}

/** I3: who signs holds the role, now and here, and had no other hand in the item. */
export const I3: readonly Attack[] = [
  asApp(
    'making oneself an officer',
    '42501',
    (w) => `insert into appointment (account_id, role) values (${id(w.desk.compiler.id)}, 'confidentialityOfficer')`,
  ),
  asApp('forgetting that somebody submitted', '42501', () => `delete from participation`),
  awaiting((w) => w.desk.compiler, 'a compiler clears', 'MUI03 role.mayNotSayThis'),
  awaiting((w) => w.desk.leader, 'a leader clears', 'MUI03 role.mayNotSayThis'),
  awaiting((w) => w.desk.auditor, 'an auditor withholds', 'MUI03 role.mayNotSayThis', 'withhold', 'withheld'),
  awaiting(
    as((w) => w.desk.compiler, 'confidentialityOfficer'),
    'a compiler clears in a role they do not hold',
    'MU409 appointment.changed',
  ),
  awaiting(
    (w) => ({ ...w.people.deputyOfBoth, principal: undefined }) as Actor,
    'an officer of another body clears',
    'MU409 appointment.changed',
  ),
  awaiting(
    (w) => ({ ...w.desk.officer, principal: w.desk.officer2.id }),
    'somebody clears on behalf of another who never asked',
    'MU409 appointment.changed',
  ),
  lie(
    'an event in the name of another',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ scenes: { review }, desk }) => decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer),
  ),
  lie(
    'a decision in the system’s name',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ scenes: { review } }) => decision(review.id, review.items.awaiting!, 'clear', 'releasable', null),
  ),
  lie(
    'a decision in nobody’s name behind an honest event',
    'MUI08 actor.notTheSession',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => {
      const honest = decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer);
      const [, forged] = decision(review.id, review.items.other!, 'clear', 'cleared', desk.officer) as [
        Change,
        { op: 'event'; stream: string; body: string },
      ];
      return [...honest, { ...forged, body: JSON.stringify({ ...JSON.parse(forged.body), actor: null, onBehalfOf: desk.officer.id }) }];
    },
  ),
  lie(
    'two roles in one hand',
    'MUI08 actor.notTheSession',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => {
      const changes = decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer);
      return changes.map((change) =>
        change.op === 'event'
          ? { ...change, body: JSON.stringify({ ...JSON.parse(change.body), roles: ['confidentialityOfficer', 'riskAssessor'] }) }
          : change,
      );
    },
  ),
  lie(
    'a word that belongs to no version',
    'MUI09 state.noSuchTransition',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => [event(review.id, 'session.opened', desk.officer)],
  ),
  lie(
    'an author clears their own text',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const version = await writtenByBoth(w);
      return decision(version, (await w.desk.items(version))[0]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'the deputy of an author clears',
    'MUI03 decision.byContributor',
    (w) => w.people.deputyOfBoth,
    async (w) => {
      const version = await writtenByBoth(w);
      return decision(version, (await w.desk.items(version))[0]!, 'clear', 'releasable', w.people.deputyOfBoth);
    },
  ),
  lie(
    'an author withholds, too',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const version = await writtenByBoth(w);
      return decision(version, (await w.desk.items(version))[0]!, 'withhold', 'withheld', w.people.bothReviews, {
        ground: 'ART15_PRIVACY',
      });
    },
  ),
  lie(
    'a submitter clears',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const version = await w.desk.draft(await w.desk.catalogue(), [said]);
      await w.desk.submit(version, w.people.bothCompiles);
      return decision(version, (await w.desk.items(version))[0]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'whoever brought the file clears',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const { draft, waitingImport } = w.scenes;
      await w.desk.send(w.desk.compiler, [
        event(draft.id, 'import.confirmed', w.desk.compiler, { facts: { importId: waitingImport } }),
        { op: 'confirmImport', version: draft.id, import: waitingImport },
        ...birth(draft.id, w.desk.compiler, randomUUID(), said),
      ]);
      await w.desk.submit(draft.id);
      return decision(draft.id, (await w.desk.items(draft.id))[2]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'whoever amended clears',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const { review } = w.scenes;
      await w.desk.decide(review.id, review.items.returned!, 'amend', 'awaitingReview', w.people.bothCompiles);
      return decision(review.id, (await w.desk.items(review.id))[1]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'one person signs two steps',
    'MUI03 decision.twoSteps',
    (w) => w.desk.officer,
    async (w) => {
      const { review } = w.scenes;
      const secadmin = await signIn(w.app, 'secadmin');
      await grant(w.app, secadmin, { account: w.desk.officer.id, role: 'riskAssessor', organization: w.desk.body });
      return decision(
        review.id,
        review.items.cleared!,
        'acceptRisk',
        'releasable',
        { ...w.desk.officer, role: 'riskAssessor' },
        { level: 'LOW' },
      );
    },
  ),
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
      logging(decision(review.id, review.items.awaiting!, 'withhold', 'withheld', desk.officer, { ground: 'ART15_PRIVACY' }), {}),
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
  asOwner(
    'a participation that no event tells of',
    'MUI03 participation.withoutEvent',
    ({ scenes: { ready }, desk }) =>
      `insert into participation (version_id, seq, kind, person_id) values (${id(ready.id)}, 1, 'approved', ${id(desk.leader.id)})`,
  ),
  asOwner('a participation of another than the event names', 'MUI03 participation.withoutEvent', ({ scenes: { ready }, desk }) =>
    copyOf('participation', { person_id: id(desk.leader.id) }, `version_id = ${id(ready.id)} and kind = 'submitted'`),
  ),
  asOwner('a decision by somebody who was not an officer', 'MUI08 decision.withoutEvent', ({ scenes: { review } }) =>
    copyOf('decision', { id: '1000000', seq: '1' }, `version_id = ${id(review.id)} and kind = 'clear'`),
  ),
  asOwner('changing who decided', 'MUI05 decision.immutable', ({ desk }) => `update decision set decided_by = ${id(desk.leader.id)}`),
  asOwner('reviving a decision', 'MUI05 decision.immutable', () => `update decision set voided_seq = null where voided_seq is not null`),
  asOwner(
    'changing who took part',
    'MUI05 UPDATE of participation',
    ({ desk }) => `update participation set person_id = ${id(desk.leader.id)}`,
  ),
  asOwner('forgetting who took part', 'MUI05 DELETE of participation', () => `delete from participation`),
  asOwner('emptying the participations', 'MUI05 TRUNCATE of participation', () => `truncate participation`),
  asOwner(
    'a dismissal that no event tells of',
    'MUI03 dismissal.withoutEvent',
    ({ scenes: { draft }, desk }) =>
      `insert into hint_dismissal values (${id(draft.items.one!.id)}, '\\x00', 'h', 'compiler', ${id(desk.compiler.id)}, '\\x00', ${id(draft.id)}, 1)`,
  ),

  behind('decision', 'an unknown step', '23514 decision_step_check', () => copyOf('decision', { id: '1000000', step: `'prayer'` })),
  behind('decision', 'an unknown level', '23514 decision_level_check', () => copyOf('decision', { id: '1000000', level: `'NONE'` })),
  behind('decision', 'an unknown outcome', '23514 decision_outcome_check', () => copyOf('decision', { id: '1000000', outcome: `'maybe'` })),
  behind('decision', 'an unknown fate of the predecessor', '23514 decision_predecessor_check', () =>
    copyOf('decision', { id: '1000000', predecessor: `'forget'` }),
  ),
  behind('decision', 'a carry-over that names nothing', '23514 decision_carry_over_names', () =>
    copyOf('decision', { id: '1000000', rests_on: 'null' }, `step = 'carryOver'`),
  ),
  behind('decision', 'a signature of nobody', '23514 decision_carry_over_names', () =>
    copyOf('decision', { id: '1000000', decided_by: 'null' }, `step = 'review'`),
  ),
  behind('decision', 'an id in use', '23505 decision_pkey', ({ scenes: { review } }) =>
    copyOf('decision', { seq: '1' }, `version_id = ${id(review.id)}`),
  ),
  behind('decision', 'two decisions of one event', '23505 decision_version_id_seq_key', () => copyOf('decision', { id: '1000000' })),
  behind(
    'decision',
    'an absent decider',
    '23503 decision_decided_by_fkey',
    () => `update decision set decided_by = gen_random_uuid() where decided_by is not null`,
  ),
  behind(
    'decision',
    'an absent principal',
    '23503 decision_on_behalf_of_fkey',
    () => `update decision set on_behalf_of = gen_random_uuid()`,
  ),
  behind('decision', 'absent reasons', '23503 decision_detail_hash_fkey', () => `update decision set detail_hash = sha256('absent')`),
  behind('decision', 'an absent event', '23503 decision_event', () => `update decision set seq = seq + 1000000`),
  behind('decision', 'voided by an absent event', '23503 decision_voided_event', () => `update decision set voided_seq = 1000000`),
  behind(
    'decision',
    'resting on nothing',
    '23503 decision_rests_on_fkey',
    () => `update decision set rests_on = 1000000 where rests_on is not null`,
  ),
  behind(
    'decision',
    'a risk without its level',
    '23514 decision_says_enough',
    () => `update decision set level = null where kind = 'acceptRisk'`,
  ),
  behind('participation', 'an unknown participation', '23514 participation_kind_check', () => `update participation set kind = 'watched'`),
  behind(
    'participation',
    'an amendment of no text',
    '23514 participation_of_text',
    () => `update participation set kind = 'amended' where revision_id is null`,
  ),
  behind(
    'participation',
    'an absent person',
    '23503 participation_person_id_fkey',
    () => `update participation set person_id = gen_random_uuid()`,
  ),
  behind(
    'participation',
    'an absent principal',
    '23503 participation_on_behalf_of_fkey',
    () => `update participation set on_behalf_of = gen_random_uuid()`,
  ),
  behind(
    'participation',
    'an absent event',
    '23503 participation_version_id_seq_fkey',
    () => `update participation set seq = seq + 1000000`,
  ),
  behind(
    'participation',
    'an absent text',
    '23503 participation_revision_id_fkey',
    () => `update participation set kind = 'amended', revision_id = gen_random_uuid()`,
  ),
  behind(
    'hint_dismissal',
    'an unknown side',
    '23514 hint_dismissal_side_check',
    ({ scenes: { draft }, desk }) =>
      `insert into hint_dismissal values (${id(draft.items.one!.id)}, '\\x00', 'h', 'citizen', ${id(desk.compiler.id)}, '\\x00', ${id(draft.id)}, 1)`,
  ),
];

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
