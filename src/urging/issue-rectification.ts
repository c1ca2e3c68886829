import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import type { Calendar } from '../calendar/index.js';
import type { MatterCommand, MatterRequest, Place } from '../commands/index.js';
import { begin, dueOf, matterFacts, type SetDue, type Taker } from '../matters/index.js';
import { ProblemError } from '../platform/problems/index.js';
import type { NewRectificationDto } from './urging.dto.js';

interface Around {
  calendar(): Promise<Calendar>;
  /** Whether the body owes this, so that a notice may be about it. */
  owes(obligationId: string): Promise<boolean>;
}

interface Gathered {
  readonly calendar: Calendar;
  readonly due: SetDue | null;
  readonly aboutItsOwn: boolean;
}

/**
 * Sends a notice to one body.
 * @throws ProblemError 422 when the deadline does not lie ahead, or it is about something that the body does not owe
 */
export function issueRectification(
  request: Pick<MatterRequest, 'key' | 'requestId'>,
  at: Place,
  notice: NewRectificationDto,
  around: Around,
): MatterCommand<Gathered> {
  const { purpose, number = '', title, text, requirements = [], obligationId } = notice;
  return {
    gather: async ({ today }) => {
      const calendar = await around.calendar();
      const aboutItsOwn = obligationId === undefined || (await around.owes(obligationId));
      return { calendar, due: dueOf(notice, today, calendar), aboutItsOwn };
    },
    judge: (loaded, { calendar, due }) => {
      const event = { type: 'issue', text, ...(due && { dueOn: due.dueOn }) } as const;
      return judge('rectification', currentVersion('rectification'), null, event, matterFacts(loaded, calendar));
    },
    plan: ({ person }, { due, aboutItsOwn }, { hand, to, verdicts }) => {
      if (!aboutItsOwn) throw new ProblemError({ status: 422, code: 'rectification.notOwed' });
      const { dueOn, rule: dueRule, provisional: dueProvisional } = due!;
      const taker: Taker = { person, hand, key: request.key, requestId: request.requestId };
      const { id, changes } = begin(
        { machine: 'rectification', purpose, ...at, parentId: obligationId ?? null, dueOn, dueRule, dueProvisional },
        { type: 'issue', to: to!, verdicts, text: { number, title, text, requirements } },
        taker,
      );
      return { expect: {}, changes, answer: { id, state: to, dueOn } };
    },
  };
}
