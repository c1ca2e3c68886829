import type { Change } from '../../../src/commands/changes.js';
import { decision, event, itemEvent, versionStep } from '../../factories/versions.js';
import { asOwner, behind, id, lie, saying, shows, type Attack } from '../attack.js';

const GONE = 'MUI08 state.withoutEvent';
const latest = (version: string) => `(select max(seq) from log_event where stream = ${id(version)})`;

/** I8: nothing goes without its word, the system speaks only along with somebody, and no row points elsewhere. */
export const UNHEARD: readonly Attack[] = [
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
      ...saying(versionStep(draft.id, 'draft', 'textBarred', 'draft', null), { roles: ['departmentLeader'] }),
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
