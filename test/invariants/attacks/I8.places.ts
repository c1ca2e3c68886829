import { sha256Hex } from '../../../src/content/canonical.js';
import type { Change } from '../../../src/commands/changes.js';
import { birth, event, STORED_REASON, REASON_HASH, text, type Actor } from '../../factories/versions.js';
import { asApp, asOwner, behind, id, lie, saying, shows, type Attack } from '../attack.js';
import type { Scene } from '../world.js';

const NUMBER = '{"number":"7"}';

/** One arrangement as the application writes it: the number that is said, the event, the row. */
function arrangement(scene: Scene, by: Actor, name: string, said: { after?: string | null; number?: string }): Change[] {
  const item = scene.items[name]!.id;
  const { after, number } = said;
  return [
    ...(number ? ([{ op: 'store', text: NUMBER }] as const) : []),
    event(scene.id, 'items.arranged', by, {
      itemId: item,
      ...(number && { reasonHash: sha256Hex(NUMBER) }),
      facts: { ...(after !== undefined && { after }) },
    }),
    { op: 'arrange', version: scene.id, item, ...(after !== undefined && { after }), ...(number && { label: number }) },
  ];
}

/** I8 for the order of a draft's rows and their numbers. */
export const PLACES: readonly Attack[] = [
  asApp('moving a row by hand', '42501', () => `update version_item set position = 0`),
  shows(
    'an honest move to the first place, with a number',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => arrangement(draft, desk.compiler, 'two', { after: null, number: '7' }),
    ({ scenes: { draft } }) => `(select item_id = ${id(draft.items.two!.id)} and label = '7' from mulu.version_item
      where version_id = ${id(draft.id)} order by position limit 1)`,
  ),
  lie(
    'a move without any event',
    'MUI08 change.withoutEvent',
    (w) => w.desk.compiler,
    ({ scenes: { draft } }) => [{ op: 'arrange', version: draft.id, item: draft.items.two!.id, after: null }],
  ),
  lie(
    'a move that another event explains',
    'MUI08 place.withoutEvent',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [
      STORED_REASON,
      event(draft.id, 'hint.dismissed', desk.compiler, { itemId: draft.items.two!.id, reasonHash: REASON_HASH, facts: { after: null } }),
      { op: 'arrange', version: draft.id, item: draft.items.two!.id, after: null },
    ],
  ),
  lie(
    'a move of another row than was logged',
    'MUI08 place.withoutEvent',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) =>
      arrangement(draft, desk.compiler, 'one', { after: draft.items.two!.id }).map((change) =>
        change.op === 'arrange' ? { ...change, item: draft.items.two!.id, after: null } : change,
      ),
  ),
  lie(
    'two moves by one event',
    'MUI08 place.withoutEvent',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => {
      const changes = arrangement(draft, desk.compiler, 'two', { after: null });
      return [...changes, { op: 'arrange', version: draft.id, item: draft.items.two!.id, label: '7' }];
    },
  ),
  lie(
    'a move to another place than was logged',
    'MUI08 place.notWhatWasLogged',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) =>
      saying(arrangement(draft, desk.compiler, 'two', { after: null }), { facts: { after: draft.items.one!.id } }),
  ),
  lie(
    'a move where only a number was logged',
    'MUI08 place.notWhatWasLogged',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => saying(arrangement(draft, desk.compiler, 'two', { after: null }), { facts: {} }),
  ),
  lie(
    'another number than was logged',
    'MUI08 place.notWhatWasLogged',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) =>
      arrangement(draft, desk.compiler, 'two', { number: '7' }).map((change) =>
        change.op === 'arrange' ? { ...change, label: '8' } : change,
      ),
  ),
  lie(
    'a move behind a row of another version',
    'MUI08 place.behindNothing',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft, next } }) => arrangement(draft, desk.compiler, 'two', { after: next.items.kept!.id }),
  ),
  lie(
    'a move under review',
    'MUI05 item.notToBeArrangedNow',
    (w) => w.desk.compiler,
    ({ desk, scenes: { review } }) => arrangement(review, desk.compiler, 'other', { after: null }),
  ),
  lie(
    'a move before approval',
    'MUI05 item.notToBeArrangedNow',
    (w) => w.desk.compiler,
    ({ desk, scenes: { ready } }) => arrangement(ready, desk.compiler, 'two', { number: '7' }),
  ),
  lie(
    'a move in a published version',
    'MUI05 version.closed',
    (w) => w.desk.compiler,
    ({ desk, scenes: { shown } }) => arrangement(shown, desk.compiler, 'public', { after: null }),
  ),
  lie(
    'a move by an officer',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.officer,
    ({ desk, scenes: { draft } }) => arrangement(draft, desk.officer, 'two', { after: null }),
  ),
  {
    what: 'a move that changes the row’s state along with it',
    refused: 'MUI05 item.immutable',
    run: async ({ admin, desk, scenes: { draft } }) => {
      const [said] = arrangement(draft, desk.compiler, 'two', { after: null });
      const { rows } = await admin.query('select log_append($1, $2) as seq', [draft.id, (said as { body: string }).body]);
      await admin.query(
        `update version_item set position = position - 10, state = 'releasable', arranged_seq = $3 where version_id = $1 and item_id = $2`,
        [draft.id, draft.items.two!.id, rows[0].seq],
      );
    },
  },
  {
    what: 'a move by an event of the past',
    refused: 'MUI08 place.withoutEvent',
    run: async ({ admin, desk, scenes: { draft } }) => {
      const [said] = arrangement(draft, desk.compiler, 'two', { after: null });
      const { rows } = await admin.query('select log_append($1, $2) as seq', [draft.id, (said as { body: string }).body]);
      await admin.query('select log_append($1, $2)', [
        draft.id,
        (said as { body: string }).body.replace('items.arranged', 'hint.dismissed'),
      ]);
      await admin.query('update version_item set position = position - 10, arranged_seq = $3 where version_id = $1 and item_id = $2', [
        draft.id,
        draft.items.two!.id,
        rows[0].seq,
      ]);
    },
  },
  lie(
    'a new row in the middle that the log puts last',
    'MUI08 place.notWhatWasLogged',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) =>
      birth(draft.id, desk.compiler, '00000000-0000-4000-8000-000000000001', text('between')).map((change) =>
        change.op === 'place' ? { ...change, after: null } : change,
      ),
  ),
  asOwner(
    'another number without an event',
    'MUI08 place.withoutEvent',
    ({ scenes: { draft } }) => `update version_item set label = 'x' where version_id = ${id(draft.id)}`,
  ),
  behind(
    'version_item',
    'two rows at one place',
    '23505 version_item_position',
    ({ scenes: { draft } }) => `update version_item set position = 1 where version_id = ${id(draft.id)}`,
  ),
  behind(
    'version_item',
    'a place that no event explains',
    '23503 version_item_arranged_event',
    ({ scenes: { draft } }) => `update version_item set arranged_seq = 1000000 where version_id = ${id(draft.id)}`,
  ),
];
