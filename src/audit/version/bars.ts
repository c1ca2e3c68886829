import type { AuditProblem } from '../chain.js';
import { differences } from '../differences.js';
import type { SaidEvent } from '../said.js';
import type { VersionRows } from './stored-rows.js';

/** A bar may come a moment after its event, for it waits until every version of the catalogue is locked. */
const SOON_MS = 60_000;

/** Texts are barred by the events that took them down, each in just the wording that was shown. */
export function barFaults({ bars, shown }: VersionRows, events: readonly SaidEvent[]): AuditProblem[] {
  const texts = new Map(shown.map(({ name, row }) => [name, row.contentHash]));
  const said = events.flatMap(({ seq, type, at, facts }) =>
    barred(type, facts, [...texts.keys()]).map((item) => ({
      name: `bar ${seq} of ${item}`,
      seq,
      at,
      row: { contentHash: texts.get(item) ?? null },
    })),
  );
  const at = new Map(said.map((bar) => [bar.name, Date.parse(bar.at)]));
  const late = bars.filter(({ name, row }) => {
    const after = Date.parse(String(row.at)) - (at.get(name) ?? NaN);
    return after < 0 || after > SOON_MS;
  });
  return [
    ...differences('bar', bars, said),
    ...late.map(({ name, seq }) => ({ seq, code: 'bar.differs', detail: `${name} came at another time than its event` })),
  ];
}

function barred(type: string, facts: SaidEvent['facts'], shown: readonly string[]): readonly string[] {
  if (type === 'suspendItem') return [String(facts.itemId)];
  if (type !== 'takeDown') return [];
  if (facts.texts === 'all') return shown;
  return Array.isArray(facts.texts) ? [...new Set(facts.texts.map(String))] : [];
}
