import type { Change } from '../../../src/commands/changes.js';
import { decision } from '../../factories/versions.js';
import { asApp, behind, bytes, copyOf, id, lie, type Attack } from '../attack.js';

const signing = (changes: Change[], part: object): Change[] =>
  changes.map((change) => (change.op === 'decide' ? ({ ...change, ...part } as Change) : change));

/** I2: a signature is for one revision of one item and for its bytes. */
export const I2: readonly Attack[] = [
  asApp('signing by hand', '42501', () => `insert into decision default values`),
  lie(
    'a signature for the text of another item',
    'MUI02 decision.notTheText',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      signing(decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer), {
        revision: review.items.other!.revision,
        hash: review.items.other!.hash,
      }),
  ),
  lie(
    'a signature for other bytes of the same text',
    'MUI02 decision.notTheText',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      signing(decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer), { hash: review.items.other!.hash }),
  ),
  lie(
    'a signature for an item of another version',
    'MUI02 decision.notTheText',
    (w) => w.desk.officer,
    ({ scenes: { review, draft }, desk }) =>
      signing(decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer), { item: draft.items.one!.id }),
  ),
  lie(
    'an event that says other bytes than the item has',
    'MUI08 state.withoutEvent',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) =>
      decision(review.id, { ...review.items.awaiting!, hash: review.items.other!.hash }, 'clear', 'releasable', desk.officer),
  ),
  behind('decision', 'a decision on bytes that the text does not have', '23503 decision_text', ({ scenes: { review } }) =>
    copyOf('decision', { id: '1000000', content_hash: bytes(review.items.other!.hash), seq: '1' }, `version_id = ${id(review.id)}`),
  ),
  behind('decision', 'a decision on the text of another item', '23503 decision_text', ({ scenes: { review } }) =>
    copyOf(
      'decision',
      { id: '1000000', item_id: id(review.items.other!.id), seq: '1' },
      `version_id = ${id(review.id)} and item_id = ${id(review.items.returned!.id)}`,
    ),
  ),
  behind(
    'version_item',
    'an item with the text of another',
    '23503 version_item_text',
    ({ scenes: { review } }) =>
      `update version_item set revision_id = ${id(review.items.other!.revision)}, content_hash = ${bytes(review.items.other!.hash)} where item_id = ${id(review.items.awaiting!.id)}`,
  ),
  behind(
    'publication_item',
    'a publication of another text',
    '23503 publication_item_text',
    ({ scenes: { review } }) => `update publication_item set content_hash = ${bytes(review.items.other!.hash)}`,
  ),
];
