import { decision, versionStep } from '../../factories/versions.js';
import { asApp, asOwner, copyOf, id, lie, type Attack } from '../attack.js';
import { MATTER_TIMES } from './matters/times.js';

const NO_STEP = 'MUI09 state.noSuchTransition';

/** I9: only steps of the lifecycles' own table are taken, and the table stays as it is. */
export const I9: readonly Attack[] = [
  asApp(
    'a step of one’s own',
    '42501',
    () => `insert into transition values ('itemReview', '0', 'drafting', 'clear', 'releasable', '{compiler}', '{}')`,
  ),
  asApp('fewer steps', '42501', () => `delete from transition`),
  lie(
    'from draft to published',
    NO_STEP,
    (w) => w.desk.leader,
    ({ desk, scenes: { draft } }) => versionStep(draft.id, 'draft', 'approve', 'published', desk.leader),
  ),
  lie(
    'past the review',
    NO_STEP,
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => versionStep(draft.id, 'draft', 'submit', 'departmentApproval', desk.compiler),
  ),
  lie(
    'a published version reopened',
    NO_STEP,
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => versionStep(shown.id, 'published', 'return', 'draft', desk.leader),
  ),
  lie(
    'a tombstone published again',
    NO_STEP,
    (w) => w.desk.leader,
    ({ desk, scenes: { tombstone } }) => versionStep(tombstone.id, 'takenDown', 'approve', 'published', desk.leader),
  ),
  lie(
    'an older version in force again',
    NO_STEP,
    (w) => w.desk.leader,
    ({ desk, scenes: { revised } }) => versionStep(revised.id, 'revised', 'approve', 'published', desk.leader),
  ),
  lie(
    'an item from drafting to releasable',
    NO_STEP,
    (w) => w.desk.officer,
    ({ desk, scenes: { draft } }) => decision(draft.id, draft.items.one!, 'clear', 'releasable', desk.officer),
  ),
  lie(
    'a machine that does not exist',
    NO_STEP,
    (w) => w.desk.officer,
    ({ desk, scenes: { review } }) =>
      decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer).map((change) =>
        change.op === 'event' ? { ...change, body: change.body.replace('"version":"0"', '"version":"7"') } : change,
      ),
  ),
  asOwner(
    'a step that the owner invents',
    NO_STEP,
    ({ scenes: { draft } }) =>
      `select log_append(${id(draft.id)}, '{"type":"approve","machine":{"id":"catalogueVersion","version":"0"},"from":"draft","to":"published"}');
     update catalogue_version set state = 'published', state_seq = (select max(seq) from log_event where stream = ${id(draft.id)}) where id = ${id(draft.id)}`,
  ),
  asOwner(
    'a version that is born published',
    NO_STEP,
    ({ desk, scenes: { tombstone } }) =>
      `insert into catalogue_version (id, catalogue_id, number, state, state_seq, profile_id, profile_version, predecessor_id)
     values ('22222222-2222-4222-8222-222222222222', ${id(tombstone.catalogue)}, 2, 'published', 1, 'SX-CZ', 1, ${id(tombstone.id)});
     select log_append('22222222-2222-4222-8222-222222222222', '{"type":"create","actor":"${desk.compiler.id}","machine":{"id":"catalogueVersion","version":"0"},"to":"published"}')`,
  ),
  asOwner('a changed step', 'MUI09 UPDATE of transition', () => `update transition set roles = '{compiler}'`),
  asOwner('a step gone', 'MUI09 DELETE of transition', () => `delete from transition`),
  asOwner('all steps gone', 'MUI09 TRUNCATE of transition', () => `truncate transition`),
  asOwner('a step twice', '23505 transition_pkey', () => copyOf('transition', {})),
  ...MATTER_TIMES,
];
