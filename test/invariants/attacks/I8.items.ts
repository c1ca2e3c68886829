import { randomUUID } from 'node:crypto';
import { machineOf } from '../../../src/commands/machines.js';
import { decision, event, itemEvent, text, versionStep } from '../../factories/versions.js';
import { asApp, lie, type Attack } from '../attack.js';

const GONE = 'MUI08 state.withoutEvent';

/** I8: a state is what its own event says. */
export const UNSAID: readonly Attack[] = [
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
];
