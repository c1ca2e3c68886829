import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { decision, event, itemEvent, rewrite, text, versionStep, birth } from '../../factories/versions.js';
import { asApp, lie, type Attack } from '../attack.js';
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

/** I5: what plans are refused for a version that is closed, or by what it follows. */
export const TOO_LATE: readonly Attack[] = [
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
];
