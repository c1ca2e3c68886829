import { randomUUID } from 'node:crypto';
import { sha256Hex } from '../../../../src/content/canonical.js';
import type { MatterChange } from '../../../../src/commands/matter-store.js';
import { birthOf, fixed, keyed, sayingOf, step, type MatterPlan } from '../../../factories/matters.js';
import { command, event, versionStep } from '../../../factories/versions.js';
import { id, type Attack } from '../../attack.js';
import type { World } from '../../world.js';
import { as, clock, compiler, hohhot, later, LATER, office, plan, stepPlan, taking, unkeyed, without } from './lies.js';

const GONE = 'MUI08 state.withoutEvent';
const ELSE = 'MUI08 event.aboutSomethingElse';
const NO_JSON = '22P02';
const OTHER_CHAIN = 'MUI07 log.ofAnotherLifecycle';
const exempt = { of: 'owed', by: office, type: 'exempt', to: 'exempted' } as const;
const extend = { of: 'owed', by: office, type: 'extend', to: 'open', facts: later() } as const;
const task = { machine: 'compilationTask' } as const;
const saying =
  (part: Parameters<typeof sayingOf>[1]) =>
  ({ changes, ...rest }: MatterPlan): MatterPlan => ({ ...rest, changes: sayingOf(changes, part) });
const beginning = (what: string, refused: string, part: Parameters<typeof sayingOf>[1], text?: object): Attack =>
  plan(what, refused, office, ({ offices }) => keyed(sayingOf(birthOf(task, offices.office, text).changes, part)));

/** An event of the clock's door in another chain, while a version is due to be released. */
const releasedInto =
  (stream: (world: World) => string) =>
  async (world: World): Promise<void> => {
    const { admin, scenes } = world;
    await admin.query(`set local session_replication_role = replica`);
    await admin.query(`update catalogue_version set publish_at = now() - interval '1 minute' where id = $1`, [scenes.scheduled.id]);
    await admin.query(`set local session_replication_role = origin`);
    const changes = versionStep(stream(world), 'scheduled', 'release', 'published', null).slice(0, 1);
    await admin.query('select commit_due($1, $2)', [scenes.scheduled.id, JSON.stringify({ lock: [], expect: [], changes })]);
  };

/** I8, of matters: a row is what its events say, and its events are about it. */
export const MATTER_WORDS: readonly Attack[] = [
  // What was looked at.
  taking('a matter that was not looked at', 'MUI08 change.notLookedAt', exempt, (honest) => ({ ...honest, expect: {} })),
  taking('nothing looked at', 'MUI08 change.notLookedAt', exempt, without('expect')),
  {
    what: 'a matter that has moved on meanwhile',
    refused: 'taken',
    run: async (world) => {
      const late = await stepPlan(world, exempt);
      await world.offices.take(world.scenes.matters.owed, 'extend', 'open', world.offices.office, later());
      const outcome = await world.offices.send(world.offices.office, late, world.app);
      if (outcome.conflict !== true) throw new Error(`it was answered ${JSON.stringify(outcome)}`);
    },
  },

  // Saying without doing, and doing what is not said.
  taking('an event that changes nothing', 'MUI08 event.withoutChange', exempt, ({ changes, ...rest }) => ({
    ...rest,
    changes: changes.map((change) => (change.op === 'move' ? ({ ...change, op: 'event' } as never) : change)),
  })),
  taking('a step from where it does not stand', GONE, { ...exempt, from: 'overdue' }),
  taking('a step that says an item', GONE, exempt, saying({ itemId: randomUUID() })),
  taking('a step that says a text of an item', GONE, exempt, saying({ revisionId: randomUUID() })),
  taking('another deadline along with an answer', ELSE, {
    of: 'notice',
    by: compiler,
    type: 'answer',
    to: 'answered',
    facts: { doneOn: null, ...later() },
  }),
  taking('another rule along with an exemption', ELSE, { ...exempt, facts: { dueRule: { kind: 'FIXED', dueOn: LATER } } }),
  taking('another deadline along with a reminder', ELSE, { of: 'owed', by: clock, type: 'remind', to: 'open', facts: later() }),
  taking('a day of doing along with an exemption', ELSE, { ...exempt, facts: { doneOn: '2026-01-05' } }),
  taking('an extension to no day', ELSE, { ...extend, facts: {} }),
  taking('an answer on no day', ELSE, { of: 'notice', by: compiler, type: 'answer', to: 'answered' }),
  taking('a lapse that leaves it done', ELSE, { of: 'done', by: clock, type: 'lapse', to: 'open' }),
  plan('another text along with a reminder', ELSE, clock, async (world) => {
    const honest = unkeyed(await stepPlan(world, { of: 'asked', by: clock, type: 'remind', to: 'issued' }));
    const text = world.scenes.matters.task;
    const { rows } = await world.app.query(`select encode(text_hash, 'hex') as hash from matter where id = $1`, [text]);
    return { ...honest, changes: sayingOf(honest.changes, { contentHash: rows[0].hash }) };
  }),
  taking('an exemption for no reason', 'MUI08 event.withoutWords', { ...exempt, words: { opinion: '同意' } }),
  taking('an exemption for a reason that is blank', 'MUI08 event.withoutWords', { ...exempt, words: { reason: ' \n' } }),
  taking('an answer that says nothing', 'MUI08 event.withoutWords', {
    of: 'notice',
    by: compiler,
    type: 'answer',
    to: 'answered',
    facts: { doneOn: null },
    words: { reason: '理由' },
  }),
  taking('done outside, and nobody knows where', 'MUI08 event.withoutWords', {
    of: 'owed',
    by: as(office, 'coveringOffice'),
    type: 'recordOutside',
    to: 'doneOutside',
    facts: { doneOn: '2026-01-05' },
    words: { reason: '理由', address: 'somewhere' },
  }),
  taking('an extension to tomorrow, whenever that is', 'MUI08 event.noDay', { ...extend, facts: later('tomorrow') }),
  taking('an extension for ever', 'MUI08 event.noDay', { ...extend, facts: later('infinity') }),
  taking('an extension to a number', 'MUI08 event.noDay', { ...extend, facts: { ...later(), dueOn: 20990630 } }),
  taking('an extension to a day that there is not', '22008', { ...extend, facts: later('2099-02-30') }),

  // How a matter begins.
  plan('a matter that begins twice', '23505 matter_pkey', office, ({ offices }) => {
    const { changes } = birthOf(task, offices.office);
    return keyed([...changes, ...changes]);
  }),
  plan('a matter that began before', '23505 matter_pkey', office, ({ offices, scenes: { matters } }) =>
    keyed(birthOf(task, offices.office).changes.map((change) => (change.op === 'begin' ? { ...change, matter: matters.task } : change))),
  ),
  plan('a matter in the chain of a version', OTHER_CHAIN, office, ({ offices, scenes }) =>
    keyed(birthOf(task, offices.office).changes.map((change) => (change.op === 'begin' ? { ...change, matter: scenes.draft.id } : change))),
  ),
  plan('a matter in the chain of the house', OTHER_CHAIN, office, ({ offices }) =>
    keyed(
      birthOf(task, offices.office).changes.map((change) =>
        change.op === 'begin' ? { ...change, matter: '00000000-0000-0000-0000-000000000000' } : change,
      ),
    ),
  ),
  plan('a matter that begins in the middle', GONE, office, ({ offices }) =>
    keyed(sayingOf(birthOf(task, offices.office).changes, { from: 'issued', type: 'close', to: 'closed' })),
  ),
  beginning('a matter that begins and says more than it holds', GONE, { facts: { remindedFor: '2026-01-05' } }),
  beginning('a matter that begins and says its place otherwise', GONE, { facts: { dueProvisional: 'false' } }),
  beginning('a matter with a text that is not there', '23503 matter_text_hash_fkey', { contentHash: '11'.repeat(32) }),
  beginning('a matter for a reason that is not there', '23503 log_event_reason_hash_fkey', { reasonHash: '11'.repeat(32) }),
  beginning('a matter with a number that never ends', '23514 matter_number_check', {}, { number: '号'.repeat(101), title: '', text: '' }),
  beginning('a matter with a title that never ends', '23514 matter_title_check', {}, { number: '', title: '题'.repeat(201), text: '' }),
  plan('a text that is no JSON', NO_JSON, office, ({ offices }) => withText(birthOf(task, offices.office).changes, 'not JSON')),
  plan('a text that is no object', 'MUI08 event.noWords', office, ({ offices }) =>
    withText(birthOf(task, offices.office).changes, '["not an object"]'),
  ),
  plan('an event that is no JSON', NO_JSON, office, ({ offices }) => {
    const changes: MatterChange[] = birthOf(task, offices.office).changes.map((change) =>
      change.op === 'begin' ? { ...change, body: 'not JSON' } : change,
    );
    return { expect: {}, key: randomUUID(), requestHash: '00', changes };
  }),
  plan('a reason that is no JSON', NO_JSON, office, async (world) => withReason(await stepPlan(world, exempt), 'because')),
  plan('a reason that is no object', 'MUI08 event.noWords', office, async (world) => withReason(await stepPlan(world, exempt), '1')),
  plan('a beginning for a reason that is no object', 'MUI08 event.noWords', office, ({ offices }) =>
    withReason(keyed(birthOf(task, offices.office).changes), '1'),
  ),

  // One chain, one kind of thing.
  plan('a version moved through the door for matters', 'MUI09 state.noSuchTransition', office, async ({ app, offices, scenes }) => {
    const { rows } = await app.query(`select max(seq)::int as seq from log_event where stream = $1`, [scenes.draft.id]);
    const said = { id: scenes.draft.id, machine: 'compilationTask', state: 'issued', seq: 1, dueOn: null } as const;
    return keyed(step(said, 'close', 'closed', offices.office), { [scenes.draft.id]: rows[0].seq });
  }),
  {
    what: 'a matter moved through the door for versions',
    refused: 'MU409 appointment.changed',
    run: async ({ app, offices, scenes }) => {
      const [, said] = step(await offices.matter(scenes.matters.owed), 'exempt', 'exempted', offices.office, {}, { reason: '理由' });
      const change = { op: 'event' as const, stream: scenes.matters.owed, body: (said as { body: string }).body };
      await app.query('select commit_command($1, $2)', [offices.office.token, JSON.stringify(command([change]))]);
    },
  },
  {
    what: 'a release in the chain of a matter',
    refused: 'MUI08 event.ofAnotherVersion',
    run: releasedInto(({ scenes }) => scenes.matters.owed),
  },
  {
    what: 'a release in the chain of another version',
    refused: 'MUI08 event.ofAnotherVersion',
    run: releasedInto(({ scenes }) => scenes.shown.id),
  },
  {
    what: 'a version that begins in the chain of a matter',
    refused: GONE,
    run: async ({ app, desk, scenes }) => {
      const { owed } = scenes.matters;
      const opens = [
        desk.opening(owed, scenes.tombstone.catalogue, scenes.tombstone.id),
        ...versionStep(owed, null, 'create', 'draft', desk.compiler),
      ];
      await app.query('select commit_command($1, $2)', [desk.compiler.token, JSON.stringify(command(opens))]);
    },
  },
  {
    what: 'a step of a matter in the chain of a version',
    refused: OTHER_CHAIN,
    run: ({ admin, scenes }) =>
      admin.query(
        `select log_append(${id(scenes.draft.id)}, '{"type":"close","machine":{"id":"compilationTask","version":"0"},"from":"issued","to":"closed"}')`,
      ),
  },
  {
    what: 'a step of a version in the chain of the house',
    refused: OTHER_CHAIN,
    run: async ({ app, desk }) => {
      const key = randomUUID();
      const facts = { catalogueId: randomUUID(), organizationId: desk.body, profile: 'SX-CZ', kind: 'PROACTIVE_DISCLOSURE' };
      const machine = { id: 'catalogueVersion', version: '0', hash: '' };
      const said = event('', 'catalogue.created', desk.compiler, { facts, machine, idempotencyKey: key });
      await app.query(`select catalogue_create($1, $2, $3, $4, $5, '目录', $6, $7, sha256('x'))`, [
        ...[desk.compiler.token, facts.catalogueId, desk.body, facts.profile, facts.kind, said.body, key],
      ]);
    },
  },

  // What lies below what.
  plan('an obligation that comes later than its task', 'MUI09 parent.notSo', office, async (world) => {
    const { bodies } = world.offices;
    const place = { organizationId: bodies.changzhi, regionCode: '140400', officeRegion: '140000', since: '2024-09-18' };
    const asked = await stepPlan(world, { of: 'task', by: office, type: 'close', to: 'closed' });
    const { changes } = birthOf({ machine: 'obligation', ...place, parentId: world.scenes.matters.task, ...fixed() }, null, null, 'open');
    return { ...asked, changes: [...asked.changes, ...changes] };
  }),
  below('a question under a task that was withdrawn', ({ scenes: { matters } }) => ({
    parentId: matters.withdrawn,
    purpose: 'suggestUpdate',
  })),
  below('a notice under a task that asks something else', ({ scenes: { matters } }) => ({ parentId: matters.asking })),
  below('a notice about what another body owes', ({ scenes: { matters } }) => ({ parentId: matters.owedByCity })),
  below('a notice about a report', ({ scenes: { matters } }) => ({ parentId: matters.report })),
  plan('a task withdrawn without what it asked', 'MUI09 task.leavesSomething', office, async ({ offices, scenes, app }) => {
    const honest = await offices.withdrawal(scenes.matters.task, offices.office, app);
    return { ...honest, changes: honest.changes.filter((change) => change.op === 'store' || change.matter !== scenes.matters.owed) };
  }),
  plan('a task withdrawn with all that it asked', 'taken', office, ({ offices, scenes, app }) =>
    offices.withdrawal(scenes.matters.task, offices.office, app),
  ),
  plan('a question under a task that asks it', 'taken', office, ({ offices, scenes: { matters } }) => {
    const place = { organizationId: offices.bodies.xincheng, regionCode: '150102', parentId: matters.asking };
    return keyed(birthOf({ machine: 'rectification', purpose: 'suggestUpdate', ...place, ...fixed() }, offices.office).changes);
  }),
  plan('a report edited by its author', 'taken', hohhot, async (world) => {
    const honest = await stepPlan(world, { of: 'report', by: as(hohhot, 'ownOffice'), type: 'edit', to: 'drafting' });
    return { ...withText(honest.changes, '{"title":"第三季度进展"}'), expect: honest.expect! };
  }),
];

/** The same plan, its first event bringing these bytes as the text. */
function withText(changes: readonly MatterChange[], text: string): MatterPlan {
  const store = { op: 'store', text } as const;
  return keyed([
    store,
    ...sayingOf(
      changes.filter(({ op }) => op !== 'store'),
      { contentHash: sha256Hex(text) },
    ),
  ]);
}

function withReason({ changes, ...rest }: MatterPlan, text: string): MatterPlan {
  return { ...rest, changes: [{ op: 'store', text }, ...sayingOf(changes, { reasonHash: sha256Hex(text) })] };
}

function below(what: string, of: (world: World) => object): Attack {
  return plan(what, 'MUI09 parent.notSo', office, (world) => {
    const place = { machine: 'rectification', purpose: 'rectification', organizationId: world.offices.bodies.region, ...fixed() } as const;
    return keyed(birthOf({ ...place, ...of(world) }, world.offices.office).changes);
  });
}
