import type { MatterEventType, MatterParameters } from '../matter.events.js';
import type { MatterFacts } from '../matter.facts.js';
import type { ActingRole } from '../policy.js';
import type { MatterMachineId } from '../registry.js';
import { MATTER_TABLE, type MatterRow } from './matter.table.js';

export const TODAY = '2026-11-20';

const PARAMETERS: Partial<Record<MatterEventType, Partial<MatterParameters>>> = {
  issue: { text: '请限期整改', dueOn: '2026-12-31' },
  withdraw: { reason: '下达有误' },
  recordOutside: { doneOn: '2026-11-18', address: 'https://example.gov.cn/ml', evidence: '网页存档' },
  exempt: { reason: '机构已撤并' },
  reinstate: { reason: '登记有误' },
  extend: { reason: '机构改革', dueOn: '2027-01-31' },
  answer: { text: '已整改' },
  return: { reason: '未附网址' },
  recall: { reason: '数字有误' },
};

/** When the clock's steps are due: each needs the deadline somewhere else. */
const DEADLINES: Partial<Record<MatterEventType, string>> = { fallOverdue: '2026-11-19', escalate: '2026-11-10' };

/** An event with all that it needs, and facts in which nothing stands in its way but who asks. */
export function matterScene(
  type: MatterEventType,
  row: Pick<MatterRow, 'event' | 'facts'>,
  role: ActingRole,
): { event: MatterParameters; facts: MatterFacts } {
  return {
    event: { type, ...PARAMETERS[type], ...row.event },
    facts: {
      actor: role === 'system' ? { kind: 'system' } : { kind: 'person', id: 'somebody', hands: [{ role, persons: ['somebody'] }] },
      today: TODAY,
      matter: { dueOn: DEADLINES[type] ?? '2026-11-25', remindedFor: null, escalatedFor: null, written: true },
      remindFrom: '2026-11-18',
      escalateFrom: '2026-11-17',
      published: type === 'fulfil' ? '2026-11-02' : null,
      recomputed: { dueOn: '2026-12-02', changed: true },
      ...row.facts,
    },
  };
}

export function rowsOf(id: MatterMachineId, state: string, type: MatterEventType): readonly MatterRow[] {
  return MATTER_TABLE[id][state]?.[type] ?? [];
}
