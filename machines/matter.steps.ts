import type { MatterCondition } from './matter.conditions.js';
import type { Permission } from './policy.js';

/** The role or capacity and, where an event branches, the branch. */
export const permitted = (params: Permission<MatterCondition>) => ({ type: 'permitted', params }) as const;

export const bySystem = permitted({ by: ['system'] });
export const byGivingOffice = permitted({ by: ['givingOffice'] });

/** The clock's steps before a deadline: a reminder, and the deadline's passing. */
export const awaiting = <const Here extends string, const Overdue extends string>(here: Here, overdue: Overdue) =>
  ({
    remind: { target: here, guard: bySystem, description: '临期提醒 · a reminder before the deadline, once for each' },
    fallOverdue: { target: overdue, guard: bySystem, description: '到期未完成 · the deadline passed' },
    recompute: recomputeTo(here, overdue),
  }) as const;

/** The clock's steps after a deadline: the superior is told. */
export const late = <const Open extends string, const Here extends string>(open: Open, here: Here) =>
  ({
    escalate: { target: here, guard: bySystem, description: '逾期上报 · the superior is told, once for each deadline' },
    recompute: recomputeTo(open, here),
  }) as const;

const recomputeTo = <const Open extends string, const Overdue extends string>(open: Open, overdue: Overdue) =>
  [
    {
      target: overdue,
      guard: permitted({ by: ['system'], when: ['newDeadlinePassed'] }),
      description: '工作日历更新，期限重新推算后仍已届满 · counted anew by the calendar, the deadline has passed',
    },
    {
      target: open,
      guard: permitted({ by: ['system'], unless: ['newDeadlinePassed'] }),
      description: '工作日历更新，期限重新推算 · the deadline is counted anew by the calendar',
    },
  ] as const;

/** Another deadline for one body: only whoever set it, or stands above. */
export const extendTo = <const Open extends string>(open: Open) =>
  ({ target: open, guard: byGivingOffice, description: '延长期限 · another, later deadline, with a reason' }) as const;
