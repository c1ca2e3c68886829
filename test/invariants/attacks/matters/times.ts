import { birthOf, fixed, keyed } from '../../../factories/matters.js';
import type { Facts } from '../../../factories/versions.js';
import type { Attack } from '../../attack.js';
import type { MatterScenes } from '../../matters.world.js';
import { as, clock, compiler, day, inTime, later, office, plan, taking } from './lies.js';

const NOT_SO = 'MUI09 matter.notSo';
const NO_DEADLINE = 'MUI09 deadline.notSo';
const NO_STEP = 'MUI09 state.noSuchTransition';

const clockSays = (what: string, refused: string, of: keyof MatterScenes, type: string, to: string, facts?: Facts): Attack =>
  taking(what, refused, { of, by: clock, type, to, ...(facts && { facts }) });
const extending = (what: string, refused: string, facts: Facts): Attack =>
  taking(what, refused, { of: 'owed', by: office, type: 'extend', to: 'open', facts });
const recordedOn = (what: string, refused: string, doneOn: string | null): Attack =>
  taking(what, refused, { of: 'owed', by: as(office, 'coveringOffice'), type: 'recordOutside', to: 'doneOutside', facts: { doneOn } });
const answeredOn = (what: string, refused: string, doneOn: string | null): Attack =>
  taking(what, refused, { of: 'notice', by: compiler, type: 'answer', to: 'answered', facts: { doneOn } });
const asking = (what: string, refused: string, due: object): Attack =>
  plan(what, refused, office, ({ offices }) => {
    const to = { machine: 'rectification', purpose: 'rectification', organizationId: offices.bodies.region } as const;
    return keyed(birthOf({ ...to, ...fixed(), ...due }, offices.office).changes);
  });

const TODAY = day(0);
const OVERDUE = ['fallOverdue', 'overdue'] as const;
const REMIND = ['remind', 'open'] as const;
const ESCALATE = ['escalate', 'overdue'] as const;

/** I9, of matters: steps of the lifecycles only, and what the clock says is so. */
export const MATTER_TIMES: readonly Attack[] = [
  taking('a task in a state that there is not', NO_STEP, { of: 'task', by: office, type: 'close', to: 'overdue' }),
  taking('a task taken up again', NO_STEP, { of: 'withdrawn', by: office, type: 'close', to: 'closed' }),
  taking('an obligation that answers', NO_STEP, { of: 'owed', by: compiler, type: 'answer', to: 'answered', facts: { doneOn: TODAY } }),
  taking('a question that is exempted', NO_STEP, { of: 'asked', by: office, type: 'exempt', to: 'exempted' }),
  clockSays('an obligation out of nothing again', NO_STEP, 'cancelled', 'issue', 'open'),
  clockSays('told before it is late', NO_STEP, 'owed', 'escalate', 'overdue'),

  clockSays('done, and nothing is published', NOT_SO, 'owed', 'fulfil', 'fulfilled', { doneOn: TODAY }),
  clockSays('done on no day, and nothing is published', NOT_SO, 'owed', 'fulfil', 'fulfilled', { doneOn: null }),
  clockSays('done earlier than it was', NOT_SO, 'doable', 'fulfil', 'fulfilled', { doneOn: day(-1) }),
  clockSays('done on no day', NOT_SO, 'doable', 'fulfil', 'fulfilled', { doneOn: null }),
  clockSays('done as it was', 'taken', 'doable', 'fulfil', 'fulfilled', { doneOn: TODAY }),
  clockSays('lapsed, and it is in force', NOT_SO, 'done', 'lapse', 'open', { doneOn: null }),
  clockSays('lapsed, and done all the same', NOT_SO, 'done', 'lapse', 'open', { doneOn: TODAY }),
  clockSays('a deadline passed that lies ahead', NOT_SO, 'owed', ...OVERDUE),
  clockSays('counted anew to the same', NOT_SO, 'owed', 'recompute', 'open', { ...later('2099-03-31') }),
  clockSays('a day that was set, counted anew', NOT_SO, 'owed', 'recompute', 'open', later()),

  inTime('a deadline passes on its own day', NOT_SO, 'owed', 0, [OVERDUE]),
  inTime('a deadline passes', 'taken', 'owed', -1, [OVERDUE]),
  inTime('a deadline passes twice', NO_STEP, 'owed', -1, [OVERDUE, OVERDUE]),
  inTime('reminded on the last day', 'taken', 'owed', 0, [REMIND]),
  inTime('reminded when it is late', NOT_SO, 'owed', -1, [REMIND]),
  inTime('reminded twice', NOT_SO, 'owed', 3, [REMIND, REMIND]),
  inTime('told when it is late', 'taken', 'owed', -30, [OVERDUE, ESCALATE]),
  inTime('told twice', NOT_SO, 'owed', -30, [OVERDUE, ESCALATE, ESCALATE]),
  inTime('counted anew, to any day', NO_DEADLINE, 'counted', -1, [
    OVERDUE,
    ['recompute', 'open', { before: day(-1), ...countedTo('2099-01-05') }],
  ]),

  extending('an extension to an earlier day', NOT_SO, later('2098-01-05')),
  extending('an extension to the same day', NOT_SO, later('2099-03-31')),
  extending('an extension from another day', NOT_SO, { ...later(), before: '2099-01-05' }),
  extending('an extension to two days', NO_DEADLINE, { ...later(), dueRule: { kind: 'FIXED', dueOn: '2099-12-31' } }),
  extending('an extension to a day that is not sure', NO_DEADLINE, { ...later(), dueProvisional: true }),
  extending('an extension by no rule', NO_DEADLINE, { ...later(), dueRule: { kind: 'WHENEVER' } }),
  extending('an extension without a rule', NO_DEADLINE, { ...later(), dueRule: null }),
  extending('an extension to a later day', 'taken', later()),
  inTime('an extension by the clock', 'MUI08 actor.notTheSystem', 'owed', 0, [['extend', 'open', { ...later(), before: TODAY }]]),

  asking('asked for yesterday', NO_DEADLINE, fixed(day(-1))),
  asking('asked for today', NO_DEADLINE, fixed(TODAY)),
  asking('asked for by another day than its rule', NO_DEADLINE, { dueRule: { kind: 'FIXED', dueOn: '2099-12-31' } }),
  asking('asked for by working days that are not so many', NO_DEADLINE, { dueRule: { kind: 'WORKDAYS_AFTER', from: TODAY, days: 20 } }),
  asking('asked for by more working days than one can count', NO_DEADLINE, {
    dueRule: { kind: 'WORKDAYS_AFTER', from: TODAY, days: 1_000_000 },
  }),

  recordedOn('done outside tomorrow', NOT_SO, day(1)),
  recordedOn('done outside on no day', NOT_SO, null),
  recordedOn('done outside', 'taken', '2026-01-05'),
  answeredOn('an answer of yesterday', NOT_SO, day(-1)),
  answeredOn('an answer of tomorrow', NOT_SO, day(1)),
  answeredOn('an answer on no day of all', NOT_SO, null),
  answeredOn('an answer', 'taken', TODAY),
  taking('taken back, and done all the same', NOT_SO, {
    of: 'outside',
    by: as(office, 'coveringOffice'),
    type: 'reinstate',
    to: 'open',
    facts: { doneOn: TODAY },
  }),
];

function countedTo(dueOn: string): Facts {
  return { dueOn, dueRule: { kind: 'WORKDAYS_AFTER', from: TODAY, days: 200 }, dueProvisional: true };
}
