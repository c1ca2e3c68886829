import { asOwner, behind, copyOf, id, type Attack } from '../attack.js';

/** I3: what the tables refuse of decisions and participations, whoever writes. */
export const WRONG_ROWS: readonly Attack[] = [
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
