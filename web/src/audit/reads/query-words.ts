/** A question as it was written down: `audit/decisions?from=2026-01-01&to=2026-12-31&who=张三`. */
export interface Question {
  readonly path: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly rest: readonly (readonly [name: string, value: string])[];
}

/** What is before a sign, and what after its first place. */
function parted(text: string, sign: string): readonly [before: string, after: string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Takes a question apart; what is between two days stands by itself. */
export function questionIn(query: string): Question {
  const [path, asked] = parted(query, '?');
  const pairs = asked === '' ? [] : asked.split('&').map((pair) => parted(pair, '='));
  const valueOf = (name: string) => pairs.find(([one]) => one === name)?.[1];
  const [from, to] = [valueOf('from'), valueOf('to')];
  const period = from !== undefined && to !== undefined ? { from, to } : null;
  return { path, period, rest: pairs.filter(([name]) => !period || (name !== 'from' && name !== 'to')) };
}
