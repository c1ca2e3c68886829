import type { Change } from '../../../src/commands/changes.js';
import { grant, signIn } from '../../factories/people.js';
import {
  actor,
  decision,
  itemEvent,
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

/** Makes somebody a leader too. */
async function takeTheLead(world: World, account: string): Promise<Actor> {
  await appoint(world, account, 'departmentLeader');
  return actor(world.app, account === world.desk.officer.id ? 'officer' : 'compiler2', 'departmentLeader');
}

/** I4: a version with one item that is not concluded by a decision that stands is not published. */
export const UNSIGNED: readonly Attack[] = [
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
];
