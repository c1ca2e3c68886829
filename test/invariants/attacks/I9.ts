import { machineOf } from '../../../src/commands/machines.js';
import { decision, versionStep } from '../../factories/versions.js';
import { asApp, asOwner, behind, copyOf, id, lie, type Attack } from '../attack.js';
import { MATTER_TIMES } from './matters/times.js';

const NO_STEP = 'MUI09 state.noSuchTransition';
const MACHINE = JSON.stringify(machineOf('catalogueVersion'));
const OTHER = 'f'.repeat(64);
/** A second version of the lifecycle, with the same steps, or without those that concern drafts. */
const second = (which = 'true') =>
  `select machine_register('catalogueVersion', '1', decode('${OTHER}', 'hex'), decode('${OTHER}', 'hex'));
   insert into transition select machine_id, '1', from_state, event, to_state, roles, small_body from transition
   where machine_id = 'catalogueVersion' and machine_version = '0' and ${which};`;
const migrated = (stream: string, said: object = {}) =>
  `select log_append(${id(stream)}, '${JSON.stringify({
    type: 'machine.migrated',
    machine: { id: 'catalogueVersion', version: '1', hash: OTHER },
    from: 'draft',
    to: 'draft',
    facts: { from: '0', to: '1' },
    ...said,
  })}');`;
const NOT_SO = 'MUI09 machine.migrationNotSo';

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
      `select log_append(${id(draft.id)}, '{"type":"approve","machine":${MACHINE},"from":"draft","to":"published"}');
     update catalogue_version set state = 'published', state_seq = (select max(seq) from log_event where stream = ${id(draft.id)}) where id = ${id(draft.id)}`,
  ),
  asOwner(
    'a version that is born published',
    NO_STEP,
    ({ desk, scenes: { tombstone } }) =>
      `insert into catalogue_version (id, catalogue_id, number, state, state_seq, profile_id, profile_version, predecessor_id)
     values ('22222222-2222-4222-8222-222222222222', ${id(tombstone.catalogue)}, 2, 'published', 1, 'SX-CZ', 1, ${id(tombstone.id)});
     select log_append('22222222-2222-4222-8222-222222222222', '{"type":"create","actor":"${desk.compiler.id}","machine":${MACHINE},"to":"published"}')`,
  ),
  lie(
    'a lifecycle of another definition under the name of this one',
    'MUI09 machine.notRegistered',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) =>
      versionStep(draft.id, 'draft', 'discard', 'discarded', desk.compiler).map((change) =>
        change.op === 'event' ? { ...change, body: change.body.replace(machineOf('catalogueVersion').hash, OTHER) } : change,
      ),
  ),
  asApp('a lifecycle of one’s own', '42501', () => `select machine_register('itemReview', '1', sha256('1'), sha256('1'))`),
  asOwner(
    'a lifecycle registered otherwise',
    'MUI09 machine.registeredOtherwise',
    () => `select machine_register('itemReview', '0', sha256('1'), sha256('1'))`,
  ),
  asOwner(
    'a step under a version that is registered and not in force there',
    'MUI09 machine.notInForce',
    ({ scenes: { draft } }) => second() + migrated(draft.id, { type: 'discard', to: 'discarded' }),
  ),
  asOwner(
    'a step under the version before, once another is in force',
    'MUI09 machine.notInForce',
    ({ scenes: { draft } }) =>
      second() +
      migrated(draft.id) +
      `select log_append(${id(draft.id)}, '{"type":"discard","machine":${MACHINE},"from":"draft","to":"discarded"}')`,
  ),
  asOwner(
    'another version where the state that stands is none of it',
    'MUI09 machine.stateNotThere',
    ({ scenes: { draft } }) => second(`'draft' not in (from_state, to_state)`) + migrated(draft.id),
  ),
  asOwner('a state changed along with the version', NOT_SO, ({ scenes: { draft } }) => second() + migrated(draft.id, { to: 'discarded' })),
  asOwner(
    'a version changed in a state that it is not in',
    NOT_SO,
    ({ scenes: { draft } }) => second() + migrated(draft.id, { from: 'published', to: 'published' }),
  ),
  asOwner(
    'a version changed from one that was not in force',
    NOT_SO,
    ({ scenes: { draft } }) => second() + migrated(draft.id, { facts: { from: '1', to: '1' } }),
  ),
  asOwner('a version changed twice', NOT_SO, ({ scenes: { draft } }) => second() + migrated(draft.id) + migrated(draft.id)),
  asOwner('a registered version changed', 'MUI09 UPDATE of machine', () => `update machine set source = definition`),
  asOwner('a registered version gone', 'MUI09 DELETE of machine', () => `delete from machine`),
  asOwner('all registered versions gone', 'MUI09 TRUNCATE of machine', () => `truncate machine`),
  behind('machine', 'a version twice', '23505 machine_pkey', () => copyOf('machine', { seq: '1000000' })),
  behind('machine', 'two versions by one event', '23505 machine_seq_key', () => copyOf('machine', { version: `'9'` })),
  behind('machine', 'a hash of a definition that is none', '23514 machine_definition_check', () =>
    copyOf('machine', { version: `'9'`, seq: '1000000', definition: `'\\x00'::bytea` }),
  ),
  behind('machine', 'a hash of a source that is none', '23514 machine_source_check', () =>
    copyOf('machine', { version: `'9'`, seq: '1000000', source: `'\\x00'::bytea` }),
  ),
  asOwner('two versions in force in one log', '23505 machine_in_force_pkey', () => copyOf('machine_in_force', { version: `'9'` })),
  asOwner('a changed step', 'MUI09 UPDATE of transition', () => `update transition set roles = '{compiler}'`),
  asOwner('a step gone', 'MUI09 DELETE of transition', () => `delete from transition`),
  asOwner('all steps gone', 'MUI09 TRUNCATE of transition', () => `truncate transition`),
  asOwner('a step twice', '23505 transition_pkey', () => copyOf('transition', {})),
  ...MATTER_TIMES,
];
