import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import {
  carryOver,
  command,
  decision,
  event,
  placing,
  rewrite,
  text,
  versionStep,
  type Actor,
  type Desk,
  type Item,
} from '../../factories/versions.js';
import { lie, type Attack } from '../attack.js';
import type { World } from '../world.js';

const said = text('what was signed');

/** A version of one item under review. */
async function reviewed(desk: Desk, of = said): Promise<{ version: string; item: Item }> {
  const version = await desk.draft(await desk.catalogue(), [of]);
  await desk.submit(version);
  return { version, item: (await desk.items(version))[0]! };
}

/** A next draft of `shown` in which one carry-over is not as it should be. */
const carrying = (what: string, lying: (world: World, honest: { item: Item; restsOn: number }) => Promise<Change[]> | Change[]): Attack =>
  lie(
    `carrying over ${what}`,
    'MUI03 decision.notToBeCarriedOver',
    (w) => w.desk.compiler,
    async (world) => {
      const { desk, scenes } = world;
      await desk.send(desk.compiler, versionStep(scenes.next.id, 'draft', 'discard', 'discarded', desk.compiler));
      const next = randomUUID();
      const { shown } = scenes;
      const item = shown.items.public!;
      const restsOn = (await desk.carriedFrom(shown.id)).get(item.id)!;
      const opened = desk.revision(next, { ...shown, state: 'published' }, [], new Map());
      return [
        ...opened,
        ...placing(next, item, desk.compiler),
        ...(await lying(world, { item, restsOn })).map((change) => moved(change, next)),
      ];
    },
  );

const NEXT = '11111111-1111-4111-8111-111111111111';
const moved = (change: Change, next: string): Change => JSON.parse(JSON.stringify(change).replaceAll(NEXT, next)) as Change;

/** I4: what is carried over or kept rests on a decision that may be rested on. */
export const UNFOUNDED: readonly Attack[] = [
  carrying('the decision of another item', async ({ desk, scenes: { shown } }, { item }) =>
    carryOver(NEXT, item, (await desk.carriedFrom(shown.id)).get(shown.items.kept!.id)!),
  ),
  carrying('a decision of another kind', async ({ desk, scenes: { shown } }, { item }) =>
    carryOver(NEXT, item, (await desk.carriedFrom(shown.id)).get(shown.items.withheld!.id)!, 'withheld'),
  ),
  carrying('a decision in another state than it led to', (_, { item, restsOn }) => carryOver(NEXT, item, restsOn, 'onApplication')),
  carrying('the decision of another catalogue', async ({ app, scenes: { revised } }, { item }) =>
    carryOver(NEXT, item, Number((await app.query('select id from decision where version_id = $1 limit 1', [revised.id])).rows[0].id)),
  ),
  carrying('a decision on a text that was barred', async ({ desk, scenes: { shown } }, { item, restsOn }) => {
    await desk.send(desk.leader, desk.suspension(shown.id, 'published', item));
    return carryOver(NEXT, item, restsOn);
  }),
  lie(
    'carrying over once more, after the draft was opened',
    'MUI03 decision.notToBeCarriedOver',
    (w) => w.desk.compiler,
    async ({ desk, app, scenes: { next } }) => {
      const again = rewrite(next.id, next.items.public!, desk.compiler, text('public'));
      await desk.send(desk.compiler, again);
      const [, item] = await desk.items(next.id);
      const restsOn = (await app.query('select rests_on from decision where version_id = $1 and item_id = $2', [next.id, item!.id])).rows[0]
        .rests_on;
      // A word of a person's first, as in every command.
      return [
        event(next.id, 'hint.dismissed', desk.compiler, { itemId: item!.id }),
        ...carryOver(next.id, { ...item!, state: 'releasable' }, Number(restsOn)),
      ];
    },
  ),
  {
    what: 'carrying over a decision older than the profile allows',
    refused: 'MUI03 decision.notToBeCarriedOver',
    run: async (world) => {
      const {
        admin,
        desk,
        scenes: { shown, next },
      } = world;
      const send = (by: Actor, changes: Change[]) =>
        admin.query('select commit_command($1, $2)', [by.token, JSON.stringify(command(changes))]);
      await admin.query('alter table decision disable trigger user');
      await admin.query(`update decision set at = at - interval '13 months'`);
      await admin.query('alter table decision enable trigger user');
      await send(desk.compiler, versionStep(next.id, 'draft', 'discard', 'discarded', desk.compiler));
      const item = shown.items.public!;
      const { rows } = await admin.query('select decision_id as id from publication_item where version_id = $1 and item_id = $2', [
        shown.id,
        item.id,
      ]);
      await send(
        desk.compiler,
        desk.revision(randomUUID(), { ...shown, state: 'published' }, [item], new Map([[item.id, Number(rows[0].id)]])),
      );
    },
  },
  {
    what: 'carrying over a decision that fell',
    refused: 'MUI03 decision.notToBeCarriedOver',
    run: async (world) => {
      const {
        admin,
        desk,
        scenes: { shown, next },
      } = world;
      const send = (by: Actor, changes: Change[]) =>
        admin.query('select commit_command($1, $2)', [by.token, JSON.stringify(command(changes))]);
      await send(desk.compiler, versionStep(next.id, 'draft', 'discard', 'discarded', desk.compiler));
      const item = shown.items.public!;
      const { rows } = await admin.query('select decision_id as id from publication_item where version_id = $1 and item_id = $2', [
        shown.id,
        item.id,
      ]);
      await admin.query('alter table decision disable trigger user');
      await admin.query('update decision set voided_seq = seq where id = $1', [rows[0].id]);
      await admin.query('alter table decision enable trigger user');
      await send(
        desk.compiler,
        desk.revision(randomUUID(), { ...shown, state: 'published' }, [item], new Map([[item.id, Number(rows[0].id)]])),
      );
    },
  },
  lie(
    'keeping what the predecessor does not show',
    'MUI04 decision.notToBeKept',
    (w) => w.desk.officer,
    async ({ desk, scenes: { shown } }) => {
      const { version, item } = await reviewed(desk);
      await desk.decide(version, item, 'defer', 'deferred');
      const kept = {
        revisionId: item.revision,
        contentHash: item.hash,
        decisionId: (await desk.carriedFrom(shown.id)).get(shown.items.public!.id)!,
      };
      return decision(version, { ...item, state: 'deferred' }, 'setAside', 'setAside', desk.officer, {
        reviewOn: '2030-01-01',
        predecessor: 'keep',
        kept,
      });
    },
  ),
  lie(
    'keeping a barred text',
    'MUI04 decision.notToBeKept',
    (w) => w.desk.officer,
    async ({ desk, scenes: { shown, next } }) => {
      const restsOn = (await desk.carriedFrom(shown.id)).get(shown.items.public!.id)!;
      await desk.send(desk.leader, desk.suspension(shown.id, 'published', shown.items.public!));
      await desk.send(desk.compiler, rewrite(next.id, next.items.public!, desk.compiler, text('changed')));
      await desk.submit(next.id);
      const item = (await desk.items(next.id))[1]!;
      await desk.decide(next.id, item, 'defer', 'deferred');
      const kept = { revisionId: shown.items.public!.revision, contentHash: shown.items.public!.hash, decisionId: restsOn };
      return decision(next.id, { ...item, state: 'deferred' }, 'setAside', 'setAside', desk.officer, {
        reviewOn: '2030-01-01',
        predecessor: 'keep',
        kept,
      });
    },
  ),
];
