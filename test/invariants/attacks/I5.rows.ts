import { asOwner, behind, copyOf, id, type Attack } from '../attack.js';

const CLOSED = 'MUI05 version.closed';

/** I5: what the tables refuse of history, whoever writes. */
export const REWRITTEN: readonly Attack[] = [
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
    'MUI08 place.withoutEvent',
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
