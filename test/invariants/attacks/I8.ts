import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { machineOf } from '../../../src/commands/machines.js';
import { decision, event, itemEvent, text, versionStep } from '../../factories/versions.js';
import { asApp, asOwner, behind, id, lie, shows, type Attack } from '../attack.js';

const GONE = 'MUI08 state.withoutEvent';
const latest = (version: string) => `(select max(seq) from log_event where stream = ${id(version)})`;
const relogged = (changes: Change[], part: object): Change[] =>
  changes.map((change) => (change.op === 'event' ? { ...change, body: JSON.stringify({ ...JSON.parse(change.body), ...part }) } : change));

/** I8: a state changes only with a new event that says just that. */
export const I8: readonly Attack[] = [
  asApp('moving a version by hand', '42501', () => `update catalogue_version set state_seq = state_seq + 1`),
  asApp('putting an item into a version by hand', '42501', () => `insert into version_item default values`),
  lie(
    'a state without any event',
    'MUI08 change.withoutEvent',
    (w) => w.desk.compiler,
    ({ scenes: { draft } }) => [{ op: 'version', version: draft.id, state: 'published' }],
  ),
  lie(
    'an item’s state without any event',
    'MUI08 change.withoutEvent',
    (w) => w.desk.compiler,
    ({ scenes: { draft } }) => [{ op: 'item', version: draft.id, item: draft.items.one!.id, state: 'releasable' }],
  ),
  lie(
    'a text without any event',
    'MUI08 change.withoutEvent',
    (w) => w.desk.auditor,
    ({ scenes: { draft } }) => [
      { op: 'revision', version: draft.id, item: draft.items.one!.id, id: randomUUID(), text: text('x').bytes, findings: {} },
    ],
  ),
  lie(
    'another state than was logged',
    GONE,
    (w) => w.desk.officer,
    ({ desk, scenes: { review } }) => {
      const item = review.items.awaiting!;
      return [
        itemEvent(review.id, item, 'clear', 'cleared', desk.officer),
        { op: 'item', version: review.id, item: item.id, state: 'releasable' },
      ];
    },
  ),
  lie(
    'the event of another item',
    GONE,
    (w) => w.desk.officer,
    ({ desk, scenes: { review } }) => [
      itemEvent(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer),
      { op: 'item', version: review.id, item: review.items.other!.id, state: 'releasable' },
    ],
  ),
  lie(
    'the event of an item for its version',
    GONE,
    (w) => w.desk.officer,
    ({ desk, scenes: { review } }) => [
      itemEvent(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer),
      { op: 'version', version: review.id, state: 'releasable' },
    ],
  ),
  lie(
    'an event that starts elsewhere',
    GONE,
    (w) => w.desk.officer,
    ({ desk, scenes: { review } }) =>
      decision(review.id, { ...review.items.returned!, state: 'awaitingReview' }, 'clear', 'releasable', desk.officer),
  ),
  lie(
    'a version’s event that starts elsewhere',
    GONE,
    (w) => w.desk.leader,
    ({ desk, scenes: { review } }) => desk.approval(review.id),
  ),
  lie(
    'an event of no machine',
    'MUI08 state.withoutEvent',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [
      event(draft.id, 'hint.dismissed', desk.compiler, { itemId: draft.items.one!.id }),
      { op: 'item', version: draft.id, item: draft.items.one!.id, state: 'awaitingReview' },
    ],
  ),
  lie(
    'an item born otherwise than logged',
    GONE,
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => {
      const itemId = randomUUID();
      const said = text('born');
      const revision = randomUUID();
      const machine = machineOf('itemReview');
      const at = { version: draft.id, item: itemId };
      return [
        event(draft.id, 'create', desk.compiler, {
          machine,
          from: null,
          to: 'drafting',
          itemId,
          revisionId: revision,
          contentHash: said.hash,
        }),
        { op: 'identify', ...at },
        { op: 'revision', ...at, id: revision, text: said.bytes, findings: {} },
        { op: 'place', ...at, state: 'referred', revision, hash: said.hash },
      ];
    },
  ),
  lie(
    'a version that begins with another event',
    GONE,
    (w) => w.desk.compiler,
    async ({ desk }) => {
      const version = randomUUID();
      return [
        desk.opening(version, await desk.catalogue(), null),
        event(version, 'hint.dismissed', desk.compiler),
        ...versionStep(version, null, 'create', 'draft', desk.compiler),
      ];
    },
  ),
  lie(
    'a version that begins with another event, and goes on',
    GONE,
    (w) => w.desk.compiler,
    async ({ desk }) => {
      const version = randomUUID();
      return [
        desk.opening(version, await desk.catalogue(), null),
        event(version, 'hint.dismissed', desk.compiler),
        ...versionStep(version, 'draft', 'submit', 'confidentialityReview', desk.compiler),
      ];
    },
  ),
  lie(
    'a version without a beginning',
    '23503 catalogue_version_state_event',
    (w) => w.desk.compiler,
    async ({ desk }) => [desk.opening(randomUUID(), await desk.catalogue(), null)],
  ),
  lie(
    'an item dropped without a word',
    GONE,
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [
      event(draft.id, 'hint.dismissed', desk.compiler),
      { op: 'drop', version: draft.id, item: draft.items.one!.id },
    ],
  ),
  lie(
    'an item dropped by another’s removal',
    GONE,
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [
      itemEvent(draft.id, draft.items.one!, 'remove', null, desk.compiler),
      { op: 'drop', version: draft.id, item: draft.items.two!.id },
    ],
  ),
  lie(
    'a sealed item dropped',
    GONE,
    (w) => w.desk.compiler,
    async ({ desk, scenes: { review } }) => {
      await desk.send(desk.compiler, versionStep(review.id, 'confidentialityReview', 'recall', 'draft', desk.compiler));
      return [
        itemEvent(review.id, review.items.referred!, 'remove', null, desk.compiler),
        { op: 'drop', version: review.id, item: review.items.referred!.id },
      ];
    },
  ),
  lie(
    'an item dropped under review',
    GONE,
    (w) => w.desk.compiler,
    ({ desk, scenes: { review } }) => [
      itemEvent(review.id, review.items.awaiting!, 'remove', null, desk.compiler),
      { op: 'drop', version: review.id, item: review.items.awaiting!.id },
    ],
  ),
  lie(
    'a removal by an officer',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.officer,
    ({ desk, scenes: { draft } }) => [
      itemEvent(draft.id, draft.items.one!, 'remove', null, desk.officer),
      { op: 'drop', version: draft.id, item: draft.items.one!.id },
    ],
  ),
  lie(
    'decisions that fall for a bar that is not there',
    'MUI08 state.withoutBar',
    (w) => w.desk.compiler,
    ({ desk, scenes: { next } }) => [
      event(next.id, 'hint.dismissed', desk.compiler),
      ...decision(next.id, next.items.public!, 'textBarred', 'drafting', null),
    ],
  ),
  lie(
    'the system speaking without anybody',
    'MUI08 actor.notTheSession',
    (w) => w.desk.auditor,
    ({ scenes: { review } }) => versionStep(review.id, 'confidentialityReview', 'textBarred', 'draft', null),
  ),
  lie(
    'the system speaking in a role',
    'MUI08 actor.notTheSystem',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [
      event(draft.id, 'hint.dismissed', desk.compiler),
      ...relogged(versionStep(draft.id, 'draft', 'textBarred', 'draft', null), { roles: ['departmentLeader'] }),
    ],
  ),
  lie(
    'the system saying a person’s word',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [
      event(draft.id, 'hint.dismissed', desk.compiler),
      ...versionStep(draft.id, 'draft', 'submit', 'confidentialityReview', null),
    ],
  ),
  shows(
    'the hour of publication is the logged one',
    (w) => w.desk.leader,
    ({ desk, scenes: { ready } }) => {
      const [said, moved] = versionStep(ready.id, 'departmentApproval', 'approve', 'scheduled', desk.leader, {
        publishAt: '2040-01-01T00:00:00.000Z',
      }) as [Change, Change];
      return [said, Object.assign(moved, { publishAt: '2020-01-01T00:00:00.000Z' })];
    },
    ({ scenes: { ready } }) => `(select publish_at = '2040-01-01T00:00:00Z' from catalogue_version where id = ${id(ready.id)})`,
  ),

  asOwner(
    'a version moved by its owner',
    GONE,
    ({ scenes: { review } }) => `update catalogue_version set state = 'departmentApproval' where id = ${id(review.id)}`,
  ),
  asOwner(
    'a version moved to an event that says otherwise',
    GONE,
    ({ scenes: { review } }) =>
      `update catalogue_version set state = 'departmentApproval', state_seq = ${latest(review.id)} where id = ${id(review.id)}`,
  ),
  asOwner(
    'an item moved by its owner',
    GONE,
    ({ scenes: { review } }) => `update version_item set state = 'releasable' where version_id = ${id(review.id)}`,
  ),
  asOwner(
    'an item moved to an event that says otherwise',
    GONE,
    ({ scenes: { review } }) => `update version_item set state = 'releasable', state_seq = 1000000 where version_id = ${id(review.id)}`,
  ),
  asOwner(
    'an item taken away by its owner',
    GONE,
    ({ scenes: { draft } }) => `delete from version_item where version_id = ${id(draft.id)}`,
  ),
  behind(
    'version_item',
    'an item that points to no event',
    '23503 version_item_state_event',
    () => `update version_item set state_seq = 1000000`,
  ),
  behind(
    'catalogue_version',
    'a version that points to no event',
    '23503 catalogue_version_state_event',
    () => `update catalogue_version set state_seq = 1000000`,
  ),
];
