import { checkInvariants } from './check.js';
import { useWorld } from './defence.js';
import { sees } from './sabotage.js';
import type { Scenes } from './world.js';

// The independent look must see what it claims to see: each sabotage is done by the superuser with every trigger and constraint aside.

const used = useWorld();
const in_ = (scenes: Scenes, scene: keyof Omit<Scenes, 'waitingImport' | 'matters'>) => `version_id = '${scenes[scene].id}'`;
const item = (scenes: Scenes, scene: keyof Omit<Scenes, 'waitingImport' | 'matters'>, name: string) =>
  `item_id = '${scenes[scene].items[name]!.id}'`;

it('finds nothing wrong in an honest world', async () => {
  expect(await checkInvariants(used.world.admin)).toEqual([]);
});

it.each<[string, (scenes: Scenes) => string]>([
  [
    'I1 bytes do not give their hash',
    () =>
      `alter table content_blob drop constraint content_blob_bytes_match; update content_blob set bytes = '{"content":{}}' where hash in (select content_hash from revision)`,
  ],
  ['I1 a text is called otherwise than it says', () => `update revision set category = 'OTHER' where category = 'STATUTORY'`],
  ['I1 a text that no event brought', () => `update revision set author_id = (select id from account where username = 'leader')`],
  [
    'I2 a decision that stands on another text than the item has',
    (s) =>
      `update version_item set revision_id = r.revision_id, content_hash = r.content_hash from (select revision_id, content_hash from version_item where ${item(s, 'review', 'other')}) r where ${item(s, 'review', 'releasable')}`,
  ],
  [
    'I2 a decision on a text of another item',
    (s) => `update decision set item_id = '${s.review.items.other!.id}' where ${item(s, 'review', 'releasable')}`,
  ],
  [
    'I3 a decision by somebody who did not hold the role',
    () => `update decision set decided_by = (select id from account where username = 'compiler') where step = 'review'`,
  ],
  [
    'I3 a signature by somebody who had a hand in the text, or submitted it',
    (s) => `update revision set author_id = (select id from account where username = 'officer') where ${item(s, 'shown', 'public')}`,
  ],
  [
    'I3 a signature by somebody who had a hand in the text, or submitted it',
    (s) =>
      `update participation set person_id = (select id from account where username = 'officer') where ${in_(s, 'shown')} and kind = 'submitted'`,
  ],
  [
    'I3 two steps of one item signed by one person',
    (s) =>
      `update decision set decided_by = (select id from account where username = 'officer') where ${in_(s, 'review')} and kind = 'acceptRisk'`,
  ],
  [
    'I4 public without a signature on exactly this text',
    (s) => `update decision set voided_seq = seq where ${in_(s, 'shown')} and ${item(s, 'shown', 'public')}`,
  ],
  ['I4 public without a signature on exactly this text', (s) => `update decision set at = at + interval '1 hour' where ${in_(s, 'shown')}`],
  ['I4 public without a signature on exactly this text', (s) => `update decision set voided_seq = 1 where ${in_(s, 'revised')}`],
  [
    'I4 public without a signature on exactly this text',
    (s) =>
      `insert into bar select item_id, content_hash, at + interval '1 microsecond', version_id, seq from decision where ${in_(s, 'shown')} and ${item(s, 'shown', 'public')}`,
  ],
  [
    'I4 public without the assessment or endorsement that it needs',
    (s) => `update decision set assess = true where ${in_(s, 'shown')} and kind = 'clear'`,
  ],
  [
    'I4 published with an item that is not concluded by a decision that stands',
    (s) => `update version_item set state = 'awaitingReview' where ${item(s, 'revised', 'first')} and ${in_(s, 'revised')}`,
  ],
  [
    'I4 published with an item that is not concluded by a decision that stands',
    (s) => `update decision set voided_seq = 1 where ${item(s, 'shown', 'aside')}`,
  ],
  [
    'I4 public although it was not released, or released and not public',
    (s) => `delete from publication_item where ${item(s, 'shown', 'public')}`,
  ],
  [
    'I4 public although it was not released, or released and not public',
    (s) =>
      `insert into publication_item select version_id, item_id, position, revision_id, content_hash, 1, '{}' from version_item where ${item(s, 'shown', 'withheld')} and ${in_(s, 'shown')}`,
  ],
  ['I4 an empty version was published', (s) => `delete from version_item where ${in_(s, 'tombstone')}`],
  ['I4 approved by nobody who might', (s) => `delete from participation where ${in_(s, 'shown')} and kind = 'approved'`],
  [
    'I4 approved by nobody who might',
    (s) =>
      `update participation set person_id = (select id from account where username = 'officer') where ${in_(s, 'shown')} and kind = 'approved'`,
  ],
  [
    'I4 approved by nobody who might',
    (s) =>
      `update participation set person_id = (select id from account where username = 'compiler') where ${in_(s, 'shown')} and kind = 'approved'`,
  ],
  [
    'I4 the public sees a text that is barred',
    (
      s,
    ) => `insert into bar select item_id, content_hash, now(), version_id, 1 from publication_item where ${item(s, 'shown', 'public')}; create or replace view open.document as
     select p.catalogue_id, p.version_id, '{}'::uuid[] as hidden_items, p.document from publication p`,
  ],
  [
    'I5 the public reads what the text does not say, or a column that is internal',
    () => `update publication_item set public_content = public_content || '{"responsibleOffice": "internal"}'`,
  ],
  [
    'I5 the public reads what the text does not say, or a column that is internal',
    () => `update publication_item set public_content = public_content || '{"path": ["other"]}'`,
  ],
  [
    'I5 a publication without its state, or a state without its publication',
    (s) => `update catalogue_version set state = 'discarded' where id = '${s.shown.id}'`,
  ],
  [
    'I5 an open or published version too many',
    (s) => `drop index catalogue_version_one_published; update catalogue_version set state = 'published' where id = '${s.revised.id}'`,
  ],
  ['I7 a broken chain', () => `delete from log_event where seq = 2`],
  [
    'I7 a broken chain',
    () =>
      `alter table log_event drop constraint log_event_hash_computed; update log_event set body = convert_to('{"type":"submit"}', 'UTF8') where seq = 3`,
  ],
  ['I7 a broken chain', () => `update log_event set at = at + interval '1 second' where seq = 3`],
  ['I7 a column that is not what the body says', () => `update log_event set to_state = 'published' where seq = 3`],
  [
    'I8 a version that stands otherwise than its log says',
    (s) => `update catalogue_version set state = 'riskAssessment' where id = '${s.review.id}'`,
  ],
  ['I8 an item that stands otherwise than its log says', (s) => `update version_item set state = 'releasable' where ${in_(s, 'review')}`],
  ['I8 a row arranged otherwise than its log says', (s) => `update version_item set arranged_seq = 1 where ${in_(s, 'draft')}`],
  ['I8 a calendar otherwise than the log says', () => `delete from calendar_day where day = '2026-10-01'`],
  [
    'I9 a step that no lifecycle has, or that starts elsewhere',
    () => `alter table transition disable trigger user; delete from transition where event = 'clear'`,
  ],
  [
    'I9 a step that no lifecycle has, or that starts elsewhere',
    () => `update log_event set from_state = 'released' where type = 'approve'`,
  ],
  [
    'I10 a request that was done twice',
    () => `drop index log_event_idempotency; update log_event set idempotency_key = 'one' where idempotency_key is not null`,
  ],
  [
    'I11 an administrator with another family’s role',
    () =>
      `alter table appointment disable trigger user; insert into appointment (account_id, role) select id, 'auditAdministrator' from account where username = 'compiler'`,
  ],
  [
    'I12 bytes that are gone without two hands',
    (s) => `update content_blob set bytes = null where hash = '\\x${s.shown.items.public!.hash}'::bytea`,
  ],
  [
    'I12 a purge that stands otherwise than the log says',
    (s) => `insert into purge (id, version_id, content_hash, kind, ground, state, state_seq, proposed_seq, proposed_by)
      select gen_random_uuid(), '${s.shown.id}', '\\x${s.shown.items.public!.hash}'::bytea, 'text', 'PERSONAL_DATA', 'done', 1, 1, id from account limit 1`,
  ],
  [
    'I12 a purged text that is kept elsewhere',
    (s) => `update content_blob set bytes = null where hash = '\\x${s.shown.items.public!.hash}'::bytea`,
  ],
])('sees %s', (expected, sabotage) => sees(used, expected, sabotage));
