import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { grant, signIn } from '../../factories/people.js';
import { decision, event, text, birth, type Actor } from '../../factories/versions.js';
import { asApp, id, lie, type Attack } from '../attack.js';
import type { World } from '../world.js';

const awaiting = (by: (world: World) => Actor, what: string, refused: string, type = 'clear', to = 'releasable'): Attack =>
  lie(what, refused, by, (world) => decision(world.scenes.review.id, world.scenes.review.items.awaiting!, type, to, by(world)));
const as = (person: (world: World) => Actor, role: string) => (world: World) => ({ ...person(world), role });
const said = text('a text by somebody');

/** A version of one item that `bothCompiles` wrote, submitted by the other compiler: under review. */
async function writtenByBoth({ desk, people }: World): Promise<string> {
  const version = await desk.draft(await desk.catalogue(), []);
  await desk.send(people.bothCompiles, birth(version, people.bothCompiles, randomUUID(), said));
  await desk.submit(version);
  return version;
}

/** I3: who signs holds the role, now and here, and had no other hand in the item. */
export const WRONG_HANDS: readonly Attack[] = [
  asApp(
    'making oneself an officer',
    '42501',
    (w) => `insert into appointment (account_id, role) values (${id(w.desk.compiler.id)}, 'confidentialityOfficer')`,
  ),
  asApp('forgetting that somebody submitted', '42501', () => `delete from participation`),
  awaiting((w) => w.desk.compiler, 'a compiler clears', 'MUI03 role.mayNotSayThis'),
  awaiting((w) => w.desk.leader, 'a leader clears', 'MUI03 role.mayNotSayThis'),
  awaiting((w) => w.desk.auditor, 'an auditor withholds', 'MUI03 role.mayNotSayThis', 'withhold', 'withheld'),
  awaiting(
    as((w) => w.desk.compiler, 'confidentialityOfficer'),
    'a compiler clears in a role they do not hold',
    'MU409 appointment.changed',
  ),
  awaiting(
    (w) => ({ ...w.people.deputyOfBoth, principal: undefined }) as Actor,
    'an officer of another body clears',
    'MU409 appointment.changed',
  ),
  awaiting(
    (w) => ({ ...w.desk.officer, principal: w.desk.officer2.id }),
    'somebody clears on behalf of another who never asked',
    'MU409 appointment.changed',
  ),
  lie(
    'an event in the name of another',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ scenes: { review }, desk }) => decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer),
  ),
  lie(
    'a decision in the system’s name',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ scenes: { review } }) => decision(review.id, review.items.awaiting!, 'clear', 'releasable', null),
  ),
  lie(
    'a decision in nobody’s name behind an honest event',
    'MUI08 actor.notTheSession',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => {
      const honest = decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer);
      const [, forged] = decision(review.id, review.items.other!, 'clear', 'cleared', desk.officer) as [
        Change,
        { op: 'event'; stream: string; body: string },
      ];
      return [...honest, { ...forged, body: JSON.stringify({ ...JSON.parse(forged.body), actor: null, onBehalfOf: desk.officer.id }) }];
    },
  ),
  lie(
    'two roles in one hand',
    'MUI08 actor.notTheSession',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => {
      const changes = decision(review.id, review.items.awaiting!, 'clear', 'releasable', desk.officer);
      return changes.map((change) =>
        change.op === 'event'
          ? { ...change, body: JSON.stringify({ ...JSON.parse(change.body), roles: ['confidentialityOfficer', 'riskAssessor'] }) }
          : change,
      );
    },
  ),
  lie(
    'a word that belongs to no version',
    'MUI09 state.noSuchTransition',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => [event(review.id, 'session.opened', desk.officer)],
  ),
  lie(
    'an author clears their own text',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const version = await writtenByBoth(w);
      return decision(version, (await w.desk.items(version))[0]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'the deputy of an author clears',
    'MUI03 decision.byContributor',
    (w) => w.people.deputyOfBoth,
    async (w) => {
      const version = await writtenByBoth(w);
      return decision(version, (await w.desk.items(version))[0]!, 'clear', 'releasable', w.people.deputyOfBoth);
    },
  ),
  lie(
    'an author withholds, too',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const version = await writtenByBoth(w);
      return decision(version, (await w.desk.items(version))[0]!, 'withhold', 'withheld', w.people.bothReviews, {
        ground: 'ART15_PRIVACY',
      });
    },
  ),
  lie(
    'a submitter clears',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const version = await w.desk.draft(await w.desk.catalogue(), [said]);
      await w.desk.submit(version, w.people.bothCompiles);
      return decision(version, (await w.desk.items(version))[0]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'whoever brought the file clears',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const { draft, waitingImport } = w.scenes;
      await w.desk.send(w.desk.compiler, [
        event(draft.id, 'import.confirmed', w.desk.compiler, { facts: { importId: waitingImport } }),
        { op: 'confirmImport', version: draft.id, import: waitingImport },
        ...birth(draft.id, w.desk.compiler, randomUUID(), said),
      ]);
      await w.desk.submit(draft.id);
      return decision(draft.id, (await w.desk.items(draft.id))[2]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'whoever amended clears',
    'MUI03 decision.byContributor',
    (w) => w.people.bothReviews,
    async (w) => {
      const { review } = w.scenes;
      await w.desk.decide(review.id, review.items.returned!, 'amend', 'awaitingReview', w.people.bothCompiles);
      return decision(review.id, (await w.desk.items(review.id))[1]!, 'clear', 'releasable', w.people.bothReviews);
    },
  ),
  lie(
    'one person signs two steps',
    'MUI03 decision.twoSteps',
    (w) => w.desk.officer,
    async (w) => {
      const { review } = w.scenes;
      const secadmin = await signIn(w.app, 'secadmin');
      await grant(w.app, secadmin, { account: w.desk.officer.id, role: 'riskAssessor', organization: w.desk.body });
      return decision(
        review.id,
        review.items.cleared!,
        'acceptRisk',
        'releasable',
        { ...w.desk.officer, role: 'riskAssessor' },
        { level: 'LOW' },
      );
    },
  ),
];
