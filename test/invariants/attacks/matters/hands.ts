import { birthOf, fixed, keyed, sayingOf, step } from '../../../factories/matters.js';
import type { Actor } from '../../../factories/versions.js';
import { asApp, id, type Attack } from '../../attack.js';
import type { World } from '../../world.js';
import { as, clock, compiler, hohhot, later, office, plan, stepPlan, taking, unkeyed } from './lies.js';

const NOT_SYSTEM = 'MUI08 actor.notTheSystem';
const NOT_SESSION = 'MUI08 actor.notTheSession';
const NOT_SAY = 'MUI03 role.mayNotSayThis';
const NO_HAND = 'MU409 appointment.changed';
const extend = { type: 'extend', to: 'open', facts: later() } as const;
const exempt = { type: 'exempt', to: 'exempted' } as const;
const notice = { machine: 'rectification', purpose: 'rectification', ...fixed() } as const;

/** Two steps in one plan, the second with another's. */
async function along(world: World, first: Parameters<typeof stepPlan>[1], second: Parameters<typeof stepPlan>[1]) {
  const [one, other] = [await stepPlan(world, first), unkeyed(await stepPlan(world, second))];
  return { ...one, expect: { ...one.expect, ...other.expect }, changes: [...one.changes, ...other.changes] };
}

/** I3, of matters: who acts holds the capacity, now, over this very matter; what the clock does, the clock does. */
export const MATTER_HANDS: readonly Attack[] = [
  asApp('a matter of one’s own', '42501', () => `insert into matter select * from matter`),
  asApp('a deadline set by hand', '42501', () => `update matter set due_on = '2099-12-31'`),
  asApp('a matter deleted', '42501', () => `delete from matter`),
  asApp('all matters gone', '42501', () => `truncate matter`),
  asApp('the body of the door itself', '42501', ({ offices }) => `select commit_matter_as(${id(offices.office.id)}, '{}')`),
  plan(
    'nobody acts',
    'MU401 session.absent',
    (world) => ({ ...(office(world) as Actor), token: 'nobody' }),
    (world) => stepPlan(world, { of: 'owed', by: office, ...extend }),
  ),
  taking('an extension in the name of the office', NOT_SESSION, { of: 'owed', by: office, through: compiler, ...extend }),
  taking('an extension by the body itself', NOT_SAY, { of: 'owed', by: compiler, ...extend }),
  taking('an extension by the body as an office', NO_HAND, { of: 'owed', by: as(compiler, 'givingOffice'), ...extend }),
  taking('an extension by an office below', NO_HAND, { of: 'owedByCity', by: hohhot, ...extend }),
  taking('an extension by whoever only covers the body', NOT_SAY, { of: 'owedByCity', by: as(hohhot, 'coveringOffice'), ...extend }),
  taking('an exemption by the office of another territory', NO_HAND, { of: 'owed', by: hohhot, ...exempt }),
  taking('an exemption on behalf of somebody who never asked', NO_HAND, {
    of: 'owed',
    by: (world) => ({ ...(office(world) as Actor), principal: world.offices.hohhot.id }),
    ...exempt,
  }),
  taking('an exemption by an auditor', NOT_SAY, { of: 'owed', by: ({ desk }) => desk.auditor, ...exempt }),
  taking('something done outside, recorded by the body', NOT_SAY, {
    of: 'owed',
    by: compiler,
    type: 'recordOutside',
    to: 'doneOutside',
    facts: { doneOn: '2026-01-05' },
  }),
  taking('something done outside, recorded by an office elsewhere', NO_HAND, {
    of: 'owed',
    by: as(hohhot, 'coveringOffice'),
    type: 'recordOutside',
    to: 'doneOutside',
    facts: { doneOn: '2026-01-05' },
  }),
  taking('an answer for another body', NO_HAND, { of: 'asked', by: compiler, type: 'answer', to: 'answered', facts: { doneOn: null } }),
  taking('an answer by the office that asks', NOT_SAY, {
    of: 'asked',
    by: office,
    type: 'answer',
    to: 'answered',
    facts: { doneOn: null },
  }),
  taking('an answer accepted by whoever gave it', NO_HAND, {
    of: 'answered',
    by: as(compiler, 'givingOffice'),
    type: 'accept',
    to: 'accepted',
  }),
  taking('a report handed in by the office above', NO_HAND, {
    of: 'report',
    by: as(office, 'ownOffice'),
    type: 'submit',
    to: 'submitted',
    facts: { doneOn: null },
  }),
  taking('a report received by whoever wrote it', NO_HAND, { of: 'submitted', by: hohhot, type: 'receive', to: 'received' }),
  taking('two capacities in one hand', NOT_SESSION, { of: 'owed', by: office, ...extend }, ({ changes, ...rest }) => ({
    ...rest,
    changes: sayingOf(changes, { roles: ['givingOffice', 'coveringOffice'] }),
  })),
  {
    what: 'an office whose appointment was taken back',
    refused: NO_HAND,
    run: async ({ offices, admin, scenes }) => {
      await admin.query(`update appointment set revoked_at = now() where account_id = $1`, [offices.office.id]);
      const matter = await offices.matter(scenes.matters.owed, admin);
      const changes = step(matter, 'exempt', 'exempted', offices.office);
      await offices.send(offices.office, keyed(changes, { [matter.id]: matter.seq }), admin);
    },
  },

  // What the system does, and what it does not.
  taking('fulfilled, because somebody says so', NOT_SAY, {
    of: 'doable',
    by: office,
    type: 'fulfil',
    to: 'fulfilled',
    facts: { doneOn: '2026-01-05' },
  }),
  taking('fulfilled in nobody’s name through somebody’s door', NOT_SYSTEM, {
    of: 'doable',
    by: clock,
    through: office,
    type: 'fulfil',
    to: 'fulfilled',
    facts: { doneOn: '2026-01-05' },
  }),
  taking('exempted by the clock', NOT_SYSTEM, { of: 'owed', by: clock, ...exempt }),
  taking('withdrawn by the clock', NOT_SYSTEM, { of: 'task', by: clock, type: 'withdraw', to: 'withdrawn' }),
  taking('cancelled by the clock', NOT_SYSTEM, { of: 'owed', by: clock, type: 'cancel', to: 'withdrawn' }),
  taking('somebody’s step through the clock’s door', NOT_SESSION, { of: 'owed', by: office, through: clock, ...exempt }),
  taking(
    'the clock on behalf of somebody',
    NOT_SYSTEM,
    { of: 'doable', by: clock, type: 'fulfil', to: 'fulfilled', facts: { doneOn: '2026-01-05' } },
    ({ changes, ...rest }) => ({ ...rest, changes: sayingOf(changes, { onBehalfOf: '00000000-0000-4000-8000-000000000000' }) }),
  ),
  plan('an obligation given out by the clock', NOT_SYSTEM, clock, ({ offices: { bodies }, scenes: { matters } }) => {
    const place = { organizationId: bodies.xincheng, regionCode: '150102', parentId: matters.withdrawn, since: '2024-09-18' };
    return { expect: {}, changes: birthOf({ machine: 'obligation', ...place, ...fixed() }, null, null, 'open').changes };
  }),
  plan('an obligation without its task', NOT_SYSTEM, office, ({ offices: { bodies }, scenes: { matters } }) => {
    const place = { organizationId: bodies.xincheng, regionCode: '150102', parentId: matters.withdrawn, since: '2024-09-18' };
    return keyed(birthOf({ machine: 'obligation', ...place, ...fixed() }, null, null, 'open').changes);
  }),
  plan('an obligation that is its own task', NOT_SYSTEM, office, ({ offices: { bodies } }) => {
    const { id: own, changes } = birthOf(
      { machine: 'obligation', organizationId: bodies.region, since: '2024-09-18', ...fixed() },
      null,
      null,
      'open',
    );
    return keyed(sayingOf(changes, { facts: { parentId: own } }));
  }),
  plan('an obligation cancelled along with another task', NOT_SYSTEM, office, async (world) => {
    const { withdrawal } = world.offices;
    const honest = await withdrawal.call(world.offices, world.scenes.matters.asking, world.offices.office, world.app);
    const other = unkeyed(await stepPlan(world, { of: 'owed', by: clock, type: 'cancel', to: 'withdrawn' }));
    return { ...honest, expect: { ...honest.expect, ...other.expect }, changes: [...honest.changes, ...other.changes] };
  }),
  plan('an obligation cancelled while its task goes on', 'MUI09 matter.notSo', office, (world) =>
    along(world, { of: 'task', by: office, type: 'close', to: 'closed' }, { of: 'owed', by: clock, type: 'cancel', to: 'withdrawn' }),
  ),
  plan('a reminder along with somebody’s step', NOT_SYSTEM, office, (world) =>
    along(world, { of: 'task', by: office, type: 'close', to: 'closed' }, { of: 'owed', by: clock, type: 'remind', to: 'open' }),
  ),

  // Whom an office may ask.
  plan('a task for a territory above', NO_HAND, hohhot, ({ offices }) =>
    keyed(birthOf({ machine: 'compilationTask' }, offices.hohhot).changes),
  ),
  plan('a task for a territory beside', 'MUI03 matter.outsideTerritory', hohhot, ({ offices }) =>
    keyed(birthOf({ machine: 'compilationTask', officeRegion: '150100', regionCode: '150500' }, offices.hohhot).changes),
  ),
  plan('a notice to a body elsewhere', 'MUI03 matter.outsideTerritory', office, ({ offices }) =>
    keyed(birthOf({ ...notice, organizationId: offices.bodies.changzhi }, offices.office).changes),
  ),
  plan('a notice to a body that lies in another region', 'MUI03 matter.outsideTerritory', office, ({ offices }) =>
    keyed(birthOf({ ...notice, organizationId: offices.bodies.xincheng, regionCode: '150100' }, offices.office).changes),
  ),
  plan('a report about a territory below', NO_HAND, as(hohhot, 'ownOffice'), ({ offices }) =>
    keyed(
      birthOf(
        { machine: 'progressReport', purpose: 'annualProgress', period: '2026', regionCode: '150102', ...fixed() },
        { ...offices.hohhot, role: 'ownOffice' },
        null,
        'drafting',
      ).changes,
    ),
  ),
  plan('a report about a territory by somebody of a body there', NO_HAND, compiler, ({ offices }) =>
    keyed(
      birthOf({ machine: 'progressReport', purpose: 'annualProgress', period: '2026', ...fixed() }, offices.compiler, null, 'drafting')
        .changes,
    ),
  ),
];
