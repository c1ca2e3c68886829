import type { MatterEventType, MatterParameters } from '../matter.events.js';
import type { MatterFacts } from '../matter.facts.js';
import type { ActingRole } from '../policy.js';
import type { MatterMachineId } from '../registry.js';

/** One way in which an event goes, in a scene where nothing else stands in its way. */
export interface MatterRow {
  readonly to: string;
  readonly by: readonly ActingRole[];
  readonly event?: Partial<MatterParameters>;
  readonly facts?: Partial<Omit<MatterFacts, 'actor' | 'matter'>>;
}
export type MatterTable = Readonly<Record<string, Partial<Record<MatterEventType, readonly MatterRow[]>>>>;

const system = ['system'] as const;
const giving = ['givingOffice'] as const;
const author = ['ownOffice', 'compiler', 'departmentLeader'] as const;
const people = ['compiler', 'departmentLeader'] as const;

const recompute = (open: string, overdue: string): MatterRow[] => [
  { to: open, by: system },
  { to: overdue, by: system, facts: { recomputed: { dueOn: '2026-11-01', changed: true } } },
];
const awaiting = (here: string, overdue: string) => ({
  remind: [{ to: here, by: system }],
  fallOverdue: [{ to: overdue, by: system }],
  recompute: recompute(here, overdue),
});
const late = (open: string, here: string) => ({ escalate: [{ to: here, by: system }], recompute: recompute(open, here) });

const settle = {
  fulfil: [{ to: 'fulfilled', by: system }],
  recordOutside: [{ to: 'doneOutside', by: ['coveringOffice'] }],
  exempt: [{ to: 'exempted', by: giving }],
  cancel: [{ to: 'withdrawn', by: system }],
  extend: [{ to: 'open', by: giving }],
} as const;
const cancel = [{ to: 'withdrawn', by: system }] as const;

const writing = (here: string) => ({
  compose: [{ to: here, by: author }],
  edit: [{ to: here, by: author }],
  submit: [{ to: 'submitted', by: author }],
});

export const MATTER_TABLE: Readonly<Record<MatterMachineId, MatterTable>> = {
  compilationTask: {
    issued: { close: [{ to: 'closed', by: giving }], withdraw: [{ to: 'withdrawn', by: giving }] },
    closed: { withdraw: [{ to: 'withdrawn', by: giving }] },
    withdrawn: {},
  },
  obligation: {
    open: { ...settle, ...awaiting('open', 'overdue') },
    overdue: { ...settle, ...late('open', 'overdue') },
    fulfilled: { lapse: [{ to: 'open', by: system }], cancel },
    doneOutside: { reinstate: [{ to: 'open', by: ['coveringOffice'] }], cancel },
    exempted: { reinstate: [{ to: 'open', by: giving }], cancel },
    withdrawn: {},
  },
  rectification: {
    issued: {
      answer: [{ to: 'answered', by: people }],
      extend: [{ to: 'issued', by: giving }],
      withdraw: [{ to: 'withdrawn', by: giving }],
      ...awaiting('issued', 'overdue'),
    },
    overdue: {
      answer: [{ to: 'answered', by: people }],
      extend: [{ to: 'issued', by: giving }],
      withdraw: [{ to: 'withdrawn', by: giving }],
      ...late('issued', 'overdue'),
    },
    answered: {
      accept: [{ to: 'accepted', by: giving }],
      return: [{ to: 'issued', by: giving }],
      withdraw: [{ to: 'withdrawn', by: giving }],
    },
    accepted: {},
    withdrawn: {},
  },
  progressReport: {
    drafting: { ...writing('drafting'), ...awaiting('drafting', 'overdue') },
    overdue: { ...writing('overdue'), ...late('drafting', 'overdue') },
    submitted: {
      receive: [{ to: 'received', by: giving }],
      return: [{ to: 'drafting', by: giving }],
      recall: [{ to: 'drafting', by: author }],
    },
    received: {},
  },
};
