import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import type { Calendar } from '../calendar/index.js';
import { refuse, type MatterCommand, type MatterRequest } from '../commands/index.js';
import { begin, matterFacts, stepBelow, type Taker } from '../matters/index.js';
import { ProblemError } from '../platform/problems/index.js';
import type { Addressee } from './addressees.js';
import type { NewTaskDto } from './task.dto.js';

interface Around {
  calendar(): Promise<Calendar>;
  addressees(today: string, calendar: Calendar): Promise<Addressee[] | null>;
}

interface Gathered {
  readonly calendar: Calendar;
  readonly addressees: readonly Addressee[] | null;
}

/** An obligation comes by itself, with its task. */
const SYSTEM: Taker = { person: null, hand: null, key: null };

/**
 * Hands a task down: the task, and with it for each body an obligation, or a question to be answered. One command, whole or not at all.
 * @throws ProblemError 422 when a group's deadline is not said, lies behind, or nobody is addressed
 */
export function issueTask(request: MatterRequest, task: NewTaskDto, around: Around): MatterCommand<Gathered> {
  return {
    gather: async ({ today }) => {
      const calendar = await around.calendar();
      return { calendar, addressees: await around.addressees(today, calendar) };
    },
    judge: (loaded, { calendar }) =>
      judge('compilationTask', currentVersion('compilationTask'), null, { type: 'issue' }, matterFacts(loaded, calendar)),
    plan: ({ person, today }, { calendar, addressees }, judgement) => {
      const bodies = demandBodies(addressees, today);
      const { regionCode, purpose, number, title, text, requirements = [], since = today } = task;
      const words = { number, title, text, requirements };
      const taker: Taker = { person, hand: judgement.hand, key: request.key, requestId: request.requestId };
      const own = {
        machine: 'compilationTask',
        purpose,
        organizationId: null,
        regionCode,
        officeRegion: regionCode,
        parentId: null,
      } as const;
      const made = begin(own, { type: 'issue', to: judgement.to!, verdicts: judgement.verdicts, text: words }, taker);
      const below = bodies.flatMap((body) => {
        const { dueOn, rule: dueRule, provisional: dueProvisional } = body.due;
        const place = { purpose, organizationId: body.id, regionCode: body.regionCode, officeRegion: regionCode, parentId: made.id };
        const common = { ...place, dueOn, dueRule, dueProvisional };
        const at = { today, calendar };
        if (purpose === 'suggestUpdate') {
          const by = { ...taker, key: null };
          const { to, verdicts } = stepBelow('rectification', null, { type: 'issue', text, dueOn }, by, at);
          return begin({ ...common, machine: 'rectification' }, { type: 'issue', to: to!, verdicts, text: words }, by).changes;
        }
        const { to, verdicts } = stepBelow('obligation', null, { type: 'issue' }, SYSTEM, at);
        return begin({ ...common, machine: 'obligation', since }, { type: 'issue', to: to!, verdicts }, SYSTEM).changes;
      });
      return { expect: {}, changes: [...made.changes, ...below], answer: { id: made.id, state: judgement.to, bodies: bodies.length } };
    },
  };
}

function demandBodies(addressees: readonly Addressee[] | null, today: string): readonly Addressee[] {
  if (addressees === null) throw new ProblemError({ status: 422, code: 'task.deadlineUnclear' });
  if (addressees.length === 0) throw new ProblemError({ status: 422, code: 'task.nobodyAddressed' });
  if (addressees.some(({ due }) => due.dueOn <= today)) throw refuse.unmet('deadlineAhead');
  return addressees;
}
