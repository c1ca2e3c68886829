import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { birth, decision, event, itemEvent, rewrite, text, versionStep } from '../../factories/versions.js';
import { asApp, asOwner, behind, copyOf, id, lie, type Attack } from '../attack.js';
import type { World } from '../world.js';

const said = text('too late');
const CLOSED = 'MUI05 version.closed';
const opening = (world: World, part: object): Change[] => {
  const next = randomUUID();
  const { desk, scenes } = world;
  return [
    { ...desk.opening(next, scenes.tombstone.catalogue, scenes.tombstone.id), ...part } as Change,
    ...versionStep(next, null, 'create', 'draft', desk.compiler),
  ];
};

/** I5: of a published version nothing changes but its state; what history says stays said. */
export const I5: readonly Attack[] = [
  asApp('changing what is public', '42501', () => `update publication set document = 'x'`),
  asApp('changing a public item', '42501', () => `update publication_item set public_content = '{}'`),
  asApp('moving an item of a version', '42501', () => `update version_item set state = 'releasable'`),
  lie(
    'a decision in a published version',
    CLOSED,
    (w) => w.desk.officer,
    ({ desk, scenes: { shown } }) => decision(shown.id, shown.items.public!, 'reopen', 'awaitingReview', desk.officer),
  ),
  lie(
    'a decision in a scheduled version',
    CLOSED,
    (w) => w.desk.officer,
    ({ desk, scenes: { scheduled } }) => decision(scheduled.id, scheduled.items.later!, 'reopen', 'awaitingReview', desk.officer),
  ),
  lie(
    'a new item in a published version',
    CLOSED,
    (w) => w.desk.compiler,
    ({ desk, scenes: { shown } }) => birth(shown.id, desk.compiler, randomUUID(), said),
  ),
  lie(
    'a new item under review',
    'MUI05 item.notHere',
    (w) => w.desk.compiler,
    ({ desk, scenes: { review } }) => birth(review.id, desk.compiler, randomUUID(), said),
  ),
  lie(
    'an edit of what waits for its decision',
    'MUI05 item.notToBeEditedNow',
    (w) => w.desk.compiler,
    ({ desk, scenes: { review } }) => rewrite(review.id, review.items.awaiting!, desk.compiler, said),
  ),
  lie(
    'a decision while the leader looks',
    'MUI05 version.awaitsApproval',
    (w) => w.desk.officer,
    async ({ desk, scenes: { review } }) => {
      await desk.send(desk.officer, desk.conclusion(review.id));
      return decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer);
    },
  ),
  lie(
    'an item of another catalogue',
    'MUI05 item.notHere',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft, shown } }) => {
      const item = shown.items.public!;
      return [
        itemEvent(draft.id, { ...item, state: null as never }, 'create', 'drafting', desk.compiler),
        { op: 'place', version: draft.id, item: item.id, state: 'drafting', revision: item.revision, hash: item.hash },
      ];
    },
  ),
  lie(
    'a draft that follows a version of another catalogue',
    'MUI05 version.wrongPredecessor',
    (w) => w.desk.compiler,
    (w) => opening(w, { predecessor: w.scenes.shown.id }),
  ),
  lie(
    'a draft that forgets what was public',
    'MUI05 version.wrongPredecessor',
    (w) => w.desk.compiler,
    (w) => opening(w, { predecessor: null }),
  ),
  lie(
    'a draft that follows an open version',
    'MUI05 version.wrongPredecessor',
    (w) => w.desk.compiler,
    (w) => opening(w, { catalogue: w.scenes.draft.catalogue, predecessor: w.scenes.draft.id }),
  ),
  lie(
    'a draft under another profile',
    '23503 catalogue_version_catalogue_id_profile_id_fkey',
    (w) => w.desk.compiler,
    (w) => opening(w, { profileId: 'NM-2024' }),
  ),
  lie(
    'a draft under a profile that does not exist',
    'MUI05 version.oldProfile',
    (w) => w.desk.compiler,
    (w) => opening(w, { profileVersion: 99 }),
  ),
  {
    what: 'a draft under a profile that is no longer in force',
    refused: 'MUI05 version.oldProfile',
    run: async (w) => {
      await w.admin.query(`insert into profile select id, version + 1, hash, body from profile where id = 'SX-CZ'`);
      const first = opening(w, {}).map((change) =>
        change.op === 'event' ? { ...change, body: JSON.stringify({ ...JSON.parse(change.body), idempotencyKey: 'k' }) } : change,
      );
      await w.admin.query('select commit_command($1, $2)', [
        w.desk.compiler.token,
        JSON.stringify({ lock: [], expect: [], key: 'k', requestHash: '00', changes: first }),
      ]);
    },
  },
  lie(
    'a file that was read for another version',
    'MU409 import.confirmed',
    (w) => w.desk.compiler,
    ({ desk, scenes: { next, waitingImport } }) => [
      event(next.id, 'import.confirmed', desk.compiler, { facts: { importId: waitingImport } }),
      { op: 'confirmImport', version: next.id, import: waitingImport },
    ],
  ),
  lie(
    'another file than was logged',
    'MUI05 import.immutable',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft, waitingImport } }) => [
      event(draft.id, 'import.confirmed', desk.compiler, { facts: { importId: randomUUID() } }),
      { op: 'confirmImport', version: draft.id, import: waitingImport },
    ],
  ),
  lie(
    'a file confirmed by an officer',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.officer,
    ({ desk, scenes: { draft, waitingImport } }) => [
      event(draft.id, 'import.confirmed', desk.officer, { facts: { importId: waitingImport } }),
      { op: 'confirmImport', version: draft.id, import: waitingImport },
    ],
  ),
  lie(
    'a version that gives way to nothing',
    'MUI05 version.noSuccessor',
    (w) => w.desk.compiler,
    ({ desk, scenes: { shown, next } }) => [
      event(next.id, 'hint.dismissed', desk.compiler),
      ...versionStep(shown.id, 'published', 'supersede', 'revised', null),
    ],
  ),
  lie(
    'dropping an item that is public',
    'MUI08 state.withoutEvent',
    (w) => w.desk.compiler,
    ({ desk, scenes: { next } }) => {
      const item = next.items.public!;
      return [itemEvent(next.id, item, 'remove', null, desk.compiler), { op: 'drop', version: next.id, item: item.id }];
    },
  ),

  asOwner(
    'an item of a published version',
    CLOSED,
    ({ scenes: { shown } }) => `update version_item set label = 'x' where version_id = ${id(shown.id)}`,
  ),
  asOwner(
    'an item gone from a published version',
    CLOSED,
    ({ scenes: { shown } }) => `delete from version_item where version_id = ${id(shown.id)}`,
  ),
  asOwner(
    'another place for an item',
    'MUI05 item.immutable',
    ({ scenes: { draft } }) => `update version_item set position = 100 where version_id = ${id(draft.id)}`,
  ),
  asOwner(
    'a decision of a published version that falls',
    'MUI05 decision.immutable',
    ({ scenes: { shown } }) => `update decision set voided_seq = 1 where version_id = ${id(shown.id)}`,
  ),
  asOwner('a decision gone', 'MUI05 DELETE of decision', () => `delete from decision`),
  asOwner('all decisions gone', 'MUI05 TRUNCATE of decision', () => `truncate decision cascade`),
  asOwner('a version gone', 'MUI05 DELETE of catalogue_version', () => `delete from catalogue_version`),
  asOwner('all versions gone', 'MUI05 TRUNCATE of catalogue_version', () => `truncate catalogue_version cascade`),
  asOwner('all items gone from their versions', 'MUI05 TRUNCATE of version_item', () => `truncate version_item`),
  asOwner(
    'a version under another number',
    'MUI05 version.immutable',
    ({ scenes: { shown } }) => `update catalogue_version set number = 100 where id = ${id(shown.id)}`,
  ),
  asOwner(
    'a version with another predecessor',
    'MUI05 version.immutable',
    ({ scenes: { next } }) => `update catalogue_version set predecessor_id = null where id = ${id(next.id)}`,
  ),
  asOwner('another item in a publication', 'MUI05 publication.complete', ({ scenes: { shown, ready } }) =>
    copyOf('publication_item', { item_id: id(ready.items.one!.id) }, `version_id = ${id(shown.id)}`),
  ),
  asOwner('a changed publication', 'MUI05 UPDATE of publication', () => `update publication set document = 'x'`),
  asOwner('a publication gone', 'MUI05 DELETE of publication', () => `delete from publication`),
  asOwner('all publications gone', 'MUI05 TRUNCATE of publication', () => `truncate publication cascade`),
  asOwner('a changed public item', 'MUI05 UPDATE of publication_item', () => `update publication_item set public_content = '{}'`),
  asOwner('a public item gone', 'MUI05 DELETE of publication_item', () => `delete from publication_item`),
  asOwner('all public items gone', 'MUI05 TRUNCATE of publication_item', () => `truncate publication_item`),
  ...['catalogue', 'item', 'hint_dismissal', 'profile'].map((table) =>
    asOwner(`all of ${table} gone`, `${'MUI05'} TRUNCATE of ${table}`, () => `truncate ${table} cascade`),
  ),
  asOwner('a catalogue renamed', 'MUI05 UPDATE of catalogue', () => `update catalogue set title = 'x'`),
  asOwner('a catalogue gone', 'MUI05 DELETE of catalogue', () => `delete from catalogue`),
  asOwner('an item of another catalogue', 'MUI05 UPDATE of item', () => `update item set catalogue_id = catalogue_id`),
  asOwner('an item gone', 'MUI05 DELETE of item', () => `delete from item`),
  asOwner('a profile with more public columns', 'MUI05 UPDATE of profile', () => `update profile set body = '{}'`),
  asOwner('a profile gone', 'MUI05 DELETE of profile', () => `delete from profile`),
  asOwner(
    'an import brought by somebody else',
    'MUI05 import.immutable',
    ({ desk }) => `update import set uploaded_by = ${id(desk.officer.id)}`,
  ),
  asOwner('an import confirmed by no event', 'MUI05 import.immutable', () => `update import set reading = null, confirmed_seq = 1`),
  asOwner('an import gone', 'MUI05 DELETE of import', () => `delete from import`),
  asOwner('all imports gone', 'MUI05 TRUNCATE of import', () => `truncate import`),
  ...(['update', 'delete'] as const).map((word): Attack => ({
    what: `a dismissal that is ${word}d`,
    refused: `MUI05 ${word.toUpperCase()} of hint_dismissal`,
    run: async ({ admin, scenes: { draft }, desk }) => {
      await admin.query('alter table hint_dismissal disable trigger hint_dismissal_guard');
      await admin.query(
        `insert into hint_dismissal values (${id(draft.items.one!.id)}, '\\x00', 'h', 'compiler', ${id(desk.compiler.id)}, '\\x00', ${id(draft.id)}, 1)`,
      );
      await admin.query(word === 'update' ? `update hint_dismissal set side = 'officer'` : 'delete from hint_dismissal');
    },
  })),

  behind('catalogue', 'a catalogue twice', '23505 catalogue_pkey', () => copyOf('catalogue', {})),
  behind('catalogue', 'a catalogue of no body', '23503 catalogue_organization_id_fkey', () =>
    copyOf('catalogue', { id: 'gen_random_uuid()', organization_id: 'gen_random_uuid()' }),
  ),
  behind('catalogue', 'a catalogue without a title', '23514 catalogue_title_check', () =>
    copyOf('catalogue', { id: 'gen_random_uuid()', title: `''` }),
  ),
  behind('profile', 'a profile below version one', '23514 profile_version_check', () => copyOf('profile', { version: '0' })),
  behind('profile', 'a profile twice', '23505 profile_pkey', () => copyOf('profile', {})),
  behind('catalogue_version', 'a version twice', '23505 catalogue_version_pkey', ({ scenes: { shown } }) =>
    copyOf('catalogue_version', { number: '1000' }, `id = ${id(shown.id)}`),
  ),
  behind('catalogue_version', 'two versions of one number', '23505 catalogue_version_catalogue_id_number_key', ({ scenes: { second } }) =>
    copyOf('catalogue_version', { id: 'gen_random_uuid()', state: `'discarded'` }, `id = ${id(second.id)}`),
  ),
  behind('catalogue_version', 'a number below one', '23514 catalogue_version_number_check', () =>
    copyOf('catalogue_version', { id: 'gen_random_uuid()', number: '0' }),
  ),
  behind(
    'catalogue_version',
    'scheduled for no time',
    '23514 catalogue_version_scheduled_at',
    () => `update catalogue_version set publish_at = null where state = 'scheduled'`,
  ),
  behind(
    'catalogue_version',
    'a profile version that does not exist',
    '23503 catalogue_version_profile_id_profile_version_fkey',
    () => `update catalogue_version set profile_version = 99`,
  ),
  behind(
    'catalogue_version',
    'a profile that is not the catalogue’s',
    '23503 catalogue_version_catalogue_id_profile_id_fkey',
    () => `update catalogue_version set profile_id = 'NM-2024'`,
  ),
  behind(
    'catalogue_version',
    'a predecessor of another catalogue',
    '23503 catalogue_version_follows',
    ({ scenes: { shown, second } }) => `update catalogue_version set predecessor_id = ${id(second.id)} where id = ${id(shown.id)}`,
  ),
  behind('version_item', 'an item twice in a version', '23505 version_item_pkey', () => copyOf('version_item', {})),
  behind('version_item', 'an item of no version', '23503 version_item_version_id_fkey', () =>
    copyOf('version_item', { version_id: id('00000000-0000-0000-0000-000000000000'), state_seq: '1' }),
  ),
  behind('publication', 'two publications of one version', '23505 publication_pkey', () => copyOf('publication', {})),
  behind('import', 'an import twice', '23505 import_pkey', () => copyOf('import', {})),
  behind('import', 'an import for no version', '23503 import_version_id_fkey', () =>
    copyOf('import', { id: 'gen_random_uuid()', version_id: 'gen_random_uuid()' }),
  ),
  behind('import', 'an import by nobody', '23503 import_uploaded_by_fkey', () =>
    copyOf('import', { id: 'gen_random_uuid()', uploaded_by: 'gen_random_uuid()' }),
  ),
  behind('import', 'a confirmed import that still holds its reading', '23514 import_emptied', () => `update import set confirmed_seq = 1`),
  behind(
    'import',
    'an import confirmed by an event that is absent',
    '23503 import_event',
    () => `update import set reading = null, confirmed_seq = 1000000`,
  ),
];
