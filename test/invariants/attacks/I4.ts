import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { grant, signIn } from '../../factories/people.js';
import {
  actor,
  carryOver,
  command,
  decision,
  event,
  itemEvent,
  placing,
  rewrite,
  text,
  versionStep,
  type Actor,
  type Desk,
  type Item,
} from '../../factories/versions.js';
import { asApp, asOwner, behind, bytes, copyOf, id, lie, shows, type Attack } from '../attack.js';
import type { World } from '../world.js';

const said = text('what was signed');
const without = (changes: Change[], op: string): Change[] => changes.filter((change) => change.op !== op);

/** Concludes the review, whatever stands in the way, and says how the leader would approve. */
async function push(desk: Desk, version: string, leader = desk.leader): Promise<Change[]> {
  await desk.send(desk.officer, desk.conclusion(version));
  return desk.approval(version, null, leader);
}

/** A version of one item under review. */
async function reviewed(desk: Desk, of = said): Promise<{ version: string; item: Item }> {
  const version = await desk.draft(await desk.catalogue(), [of]);
  await desk.submit(version);
  return { version, item: (await desk.items(version))[0]! };
}

/** An attempt to publish a version of one item that was treated so, by the leader or by whom the treatment names. */
function publishing(
  what: string,
  treat: (desk: Desk, version: string, item: Item, world: World) => Promise<Actor | void>,
  of = said,
): Attack {
  return {
    what: `publishing ${what}`,
    refused: 'MUI04 publication.refused',
    run: async (world) => {
      const { version, item } = await reviewed(world.desk, of);
      const leader = (await treat(world.desk, version, item, world)) ?? world.desk.leader;
      await world.desk.send(leader, await push(world.desk, version, leader));
    },
  };
}

/** Gives somebody one more role at the body. */
async function appoint({ app, desk }: World, account: string, role: string): Promise<void> {
  await grant(app, await signIn(app, 'secadmin'), { account, role, organization: desk.body });
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

/** I4: nothing is published but what was signed, everything looked at again under the lock. */
export const I4: readonly Attack[] = [
  asApp('publishing by hand', '42501', () => `update catalogue_version set state = 'published'`),
  asApp('adding to what is public', '42501', () => `insert into publication_item default values`),
  publishing('an item that nobody decided', async () => undefined),
  publishing('an item that was returned', (desk, version, item) => desk.decide(version, item, 'return', 'returned')),
  publishing('a state without a signature', async (desk, version, item) => {
    await desk.send(desk.officer, without(decision(version, item, 'clear', 'releasable', desk.officer), 'decide'));
  }),
  publishing('a withholding that nobody signed', async (desk, version, item) => {
    await desk.send(
      desk.officer,
      without(decision(version, item, 'withhold', 'withheld', desk.officer, { ground: 'ART15_PRIVACY' }), 'decide'),
    );
  }),
  publishing('an item set aside by nobody', async (desk, version, item) => {
    await desk.decide(version, item, 'defer', 'deferred');
    await desk.send(
      desk.officer,
      without(
        decision(version, { ...item, state: 'deferred' }, 'setAside', 'setAside', desk.officer, { reviewOn: '2030-01-01' }),
        'decide',
      ),
    );
  }),
  publishing(
    'a prudential item without an assessment',
    (desk, version, item) => desk.decide(version, item, 'clear', 'releasable'),
    text('prudential', 'OTHER'),
  ),
  publishing('an item whose officer asked for an assessment', (desk, version, item) =>
    desk.decide(version, item, 'clear', 'releasable', desk.officer, { assess: true }),
  ),
  publishing(
    'a medium risk without measures',
    async (desk, version, item) => {
      await desk.decide(version, item, 'clear', 'cleared');
      await desk.decide(version, { ...item, state: 'cleared' }, 'acceptRisk', 'releasable', desk.assessor, { level: 'MEDIUM' });
    },
    text('medium', 'OTHER'),
  ),
  publishing(
    'a high risk that nobody endorsed',
    async (desk, version, item) => {
      await desk.decide(version, item, 'clear', 'cleared');
      await desk.decide(version, { ...item, state: 'cleared' }, 'acceptRisk', 'releasable', desk.assessor, { level: 'HIGH' });
    },
    text('high', 'OTHER'),
  ),
  publishing('a determination to withhold as if it were open', async (desk, version, item) => {
    await desk.decide(version, item, 'refer', 'referred');
    await desk.decide(version, { ...item, state: 'referred' }, 'determine', 'releasable', desk.officer, {
      outcome: 'withhold',
      documentNumber: '1',
    });
  }),
  publishing('a referred text that another officer cleared', async (desk, version, item) => {
    await desk.decide(version, item, 'refer', 'referred');
    await desk.decide(version, { ...item, state: 'referred' }, 'setAside', 'setAside', desk.officer, { reviewOn: '2030-01-01' });
    await desk.decide(version, { ...item, state: 'setAside' }, 'reopen', 'awaitingReview');
    await desk.decide(version, item, 'clear', 'releasable', desk.officer2);
  }),
  publishing('a decision that was reopened', async (desk, version, item) => {
    await desk.decide(version, item, 'clear', 'releasable');
    await desk.decide(version, { ...item, state: 'releasable' }, 'reopen', 'awaitingReview');
    await desk.send(desk.officer2, without(decision(version, item, 'clear', 'releasable', desk.officer2), 'decide'));
  }),
  publishing('a wording that came back after an edit', async (desk, version, item) => {
    await desk.decide(version, item, 'clear', 'releasable');
    await desk.send(desk.compiler, versionStep(version, 'confidentialityReview', 'recall', 'draft', desk.compiler));
    await desk.send(desk.compiler, rewrite(version, { ...item, state: 'releasable' }, desk.compiler, text('another wording')));
    await desk.send(desk.compiler, rewrite(version, (await desk.items(version))[0]!, desk.compiler, said));
    await desk.submit(version);
    await desk.send(
      desk.officer2,
      without(decision(version, (await desk.items(version))[0]!, 'clear', 'releasable', desk.officer2), 'decide'),
    );
  }),
  lie(
    'an item that went, brought back with its old text',
    'MUI05 item.notHere',
    (w) => w.desk.compiler,
    async ({ desk }) => {
      const { version, item } = await reviewed(desk);
      await desk.decide(version, item, 'clear', 'releasable');
      await desk.send(desk.compiler, versionStep(version, 'confidentialityReview', 'recall', 'draft', desk.compiler));
      const gone = itemEvent(version, { ...item, state: 'releasable' }, 'remove', null, desk.compiler);
      await desk.send(desk.compiler, [gone, { op: 'drop', version, item: item.id }]);
      return placing(version, item, desk.compiler);
    },
  ),
  publishing('what a contributor approves', async (desk, version, item, world) => {
    await desk.decide(version, item, 'clear', 'releasable');
    await desk.send(desk.compiler, versionStep(version, 'confidentialityReview', 'recall', 'draft', desk.compiler));
    await desk.send(
      world.people.bothCompiles,
      rewrite(version, { ...item, state: 'releasable' }, world.people.bothCompiles, text('by both')),
    );
    await desk.submit(version);
    await desk.clearAll(version);
    return takeTheLead(world, world.people.bothCompiles.id);
  }),
  publishing('what the submitter approves', async (desk, version, item, world) => {
    await desk.send(desk.compiler, versionStep(version, 'confidentialityReview', 'recall', 'draft', desk.compiler));
    await desk.submit(version, world.people.bothCompiles);
    await desk.decide(version, item, 'clear', 'releasable');
    return takeTheLead(world, world.people.bothCompiles.id);
  }),
  publishing('what the decider approves', async (desk, version, item, world) => {
    await desk.decide(version, item, 'clear', 'releasable');
    return takeTheLead(world, desk.officer.id);
  }),
  publishing('what its decider submitted afterwards', async (desk, version, item, { people }) => {
    await desk.decide(version, item, 'clear', 'releasable', people.bothReviews);
    await desk.send(desk.compiler, versionStep(version, 'confidentialityReview', 'recall', 'draft', desk.compiler));
    await desk.submit(version, people.bothCompiles);
  }),
  lie(
    'publishing nothing at all',
    'MUI04 publication.refused',
    (w) => w.desk.leader,
    async ({ desk }) => {
      const version = await desk.draft(await desk.catalogue(), []);
      await desk.submit(version);
      return push(desk, version);
    },
  ),
  lie(
    'publishing a text that was barred meanwhile',
    'MUI04 publication.refused',
    (w) => w.desk.leader,
    async ({ desk, scenes: { shown, next } }) => {
      await desk.send(desk.leader, desk.suspension(shown.id, 'published', shown.items.public!));
      await desk.submit(next.id);
      await desk.clearAll(next.id);
      await desk.send(desk.officer, desk.conclusion(next.id));
      return desk.approval(next.id, shown.id);
    },
  ),
  lie(
    'approving as an officer',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.officer2,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id, null, desk.officer2),
  ),
  lie(
    'approving as the compiler',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.compiler,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id, null, desk.compiler),
  ),
  lie(
    'approving in the name of the leader',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id),
  ),
  lie(
    'releasing as a person',
    'MUI08 actor.notTheSession',
    (w) => w.desk.leader,
    ({ scenes: { scheduled } }) => versionStep(scheduled.id, 'scheduled', 'release', 'published', null),
  ),
  {
    what: 'the clock releases before the hour',
    refused: 'MUI09 release.notDue',
    run: ({ admin, scenes: { scheduled } }) =>
      admin.query('select commit_as(null, $1)', [
        JSON.stringify({ lock: [], expect: [], changes: versionStep(scheduled.id, 'scheduled', 'release', 'published', null) }),
      ]),
  },
  {
    what: 'the clock’s door takes nothing that is not due',
    refused: 'taken',
    run: async ({ app, scenes: { scheduled } }) => {
      const { rows } = await app.query('select commit_due($1, $2) as outcome', [
        scheduled.id,
        JSON.stringify({ lock: [], expect: [], changes: [] }),
      ]);
      if (rows[0].outcome.conflict !== true) throw new Error('it was taken');
    },
  },
  {
    what: 'a person’s word through the clock’s door',
    refused: 'MUI08 actor.notTheSession',
    run: ({ admin, desk, scenes: { ready } }) =>
      admin.query('select commit_as(null, $1)', [JSON.stringify(command(desk.approval(ready.id)))]),
  },
  {
    what: 'a lie among honest commands',
    refused: 'taken',
    run: async ({ app, desk, scenes: { ready, scheduled } }) => {
      const commands = [
        { token: desk.officer2.token, command: command(desk.approval(ready.id, null, desk.officer2)) },
        { token: desk.leader.token, command: command(versionStep(scheduled.id, 'scheduled', 'return', 'draft', desk.leader)) },
      ];
      const { rows } = await app.query('select commit_commands($1) as outcomes', [JSON.stringify(commands)]);
      const [lied, honest] = rows[0].outcomes;
      if (lied.error?.code !== 'MUI03' || honest.answer?.seq === undefined || (await desk.state(ready.id)) !== 'departmentApproval')
        throw new Error(JSON.stringify(rows[0].outcomes));
    },
  },
  ...(['repeatable read', 'serializable'] as const).flatMap((level): Attack[] => [
    {
      what: `approving under ${level}, where locks show the past`,
      refused: 'MUI04 transaction.notReadCommitted',
      run: async ({ app, desk, scenes: { ready } }) => {
        await app.query(`set transaction isolation level ${level}`);
        await app.query('select commit_command($1, $2)', [desk.leader.token, JSON.stringify(command(desk.approval(ready.id)))]);
      },
    },
  ]),

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

  lie(
    'a compiler suspends',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.compiler,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.public!, desk.compiler),
  ),
  lie(
    'a bar on another item than was named',
    'MUI05 bar.withoutEvent',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => [
      desk.suspension(shown.id, 'published', shown.items.public!)[0]!,
      { op: 'bar', version: shown.id, item: shown.items.kept!.id, hash: shown.items.kept!.hash },
    ],
  ),
  lie(
    'a bar on a text that is not shown',
    'MUI05 bar.withoutEvent',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.withheld!),
  ),
  shows(
    'a bar’s time is the database’s own',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.public!),
    ({ scenes: { shown } }) => `(select at > now() from bar where item_id = ${id(shown.items.public!.id)})`,
  ),
  asOwner(
    'a bar out of nowhere',
    'MUI05 bar.withoutEvent',
    ({ scenes: { shown } }) =>
      `insert into bar values (${id(shown.items.public!.id)}, ${bytes(shown.items.public!.hash)}, now() - interval '1 day', ${id(shown.id)}, 1)`,
  ),
  asOwner('lifting a bar', 'MUI05 DELETE of bar', () => `delete from bar`),
  asOwner('moving a bar', 'MUI05 UPDATE of bar', () => `update bar set at = now()`),
  asOwner('lifting all bars', 'MUI05 TRUNCATE of bar', () => `truncate bar`),

  asOwner('a publication without its event', 'MUI04 publication.withoutEvent', ({ scenes: { ready } }) =>
    copyOf('publication', { version_id: id(ready.id) }),
  ),
  behind(
    'catalogue_version',
    'two versions in force',
    '23505 catalogue_version_one_published',
    ({ scenes: { revised } }) => `update catalogue_version set state = 'published' where id = ${id(revised.id)}`,
  ),
  behind(
    'catalogue_version',
    'two open versions',
    '23505 catalogue_version_one_open',
    ({ scenes: { shown } }) => `update catalogue_version set state = 'draft' where id = ${id(shown.id)}`,
  ),
  behind(
    'publication_item',
    'a publication of an item that no decision released',
    '23503 publication_item_decision_id_fkey',
    () => `update publication_item set decision_id = 1000000`,
  ),
  behind('publication_item', 'an item twice in a publication', '23505 publication_item_pkey', () => copyOf('publication_item', {})),
  behind('publication_item', 'public items without a publication', '23503 publication_item_version_id_fkey', ({ scenes: { ready } }) =>
    copyOf('publication_item', { version_id: id(ready.id) }),
  ),
  asOwner('an unsigned version published by its owner', 'MUI04 publication.refused', ({ scenes: { ready }, desk }) => {
    const [said] = versionStep(ready.id, 'departmentApproval', 'approve', 'published', desk.leader) as [Extract<Change, { op: 'event' }>];
    return `alter table decision disable trigger user; update decision set voided_seq = seq where version_id = ${id(ready.id)};
      select log_append(${id(ready.id)}, '${said.body}');
      update catalogue_version set state = 'published', state_seq = (select max(seq) from log_event where stream = ${id(ready.id)}) where id = ${id(ready.id)}`;
  }),
  shows(
    'what is published is made of what was signed',
    (w) => w.desk.leader,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id),
    ({
      scenes: { ready },
    }) => `(select count(*) = 2 and bool_and(not public_content ? 'responsibleOffice') and bool_and(public_content ? 'path') from publication_item where version_id = ${id(ready.id)})
      and exists (select from publication where version_id = ${id(ready.id)})`,
  ),
];

/** Makes somebody a leader too. */
async function takeTheLead(world: World, account: string): Promise<Actor> {
  await appoint(world, account, 'departmentLeader');
  return actor(world.app, account === world.desk.officer.id ? 'officer' : 'compiler2', 'departmentLeader');
}
