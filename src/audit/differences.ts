import type { AuditProblem } from './chain.js';

/** A row as it is stored, or as the log says that it is: under a name that is its own, with the event that made it. */
export interface NamedRow {
  readonly name: string;
  /** Null where no event of this stream made it. */
  readonly seq: number | null;
  readonly row: Readonly<Record<string, unknown>>;
}

const said = (value: unknown): string => JSON.stringify(value ?? null);

/** Whether two JSON values mean the same: keys in any order. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = Object.entries(one);
  return (
    members.length === Object.keys(other).length &&
    members.every(([key, member]) => Object.hasOwn(other, key) && same(member, (other as Record<string, unknown>)[key]))
  );
}

/** Rows that lack, that nothing in the log made, or that say something else than it. Columns that the log is silent on (`undefined`) are not compared. */
export function differences(what: string, stored: readonly NamedRow[], expected: readonly NamedRow[]): AuditProblem[] {
  const rows = new Map(stored.map((each) => [each.name, each]));
  const problems = expected.flatMap(({ name, seq, row }): AuditProblem[] => {
    const found = rows.get(name);
    rows.delete(name);
    if (!found) return [{ seq, code: `${what}.missing`, detail: `${name} is missing` }];
    return Object.keys(row)
      .filter((column) => row[column] !== undefined && !same(row[column], found.row[column] ?? null))
      .map((column) => ({
        seq,
        code: `${what}.differs`,
        detail: `${column} of ${name} is ${said(found.row[column])}, the log says ${said(row[column])}`,
      }));
  });
  const doubled = stored.length - new Set(stored.map(({ name }) => name)).size;
  return [
    ...problems,
    ...[...rows.values()].map(({ name, seq }) => ({ seq, code: `${what}.unlogged`, detail: `${name} is in no event` })),
    ...(doubled > 0 ? [{ seq: null, code: `${what}.doubled`, detail: `${doubled} of them are there twice` }] : []),
  ];
}
