import type { PastRow } from './past-rows.js';

/** How a row differs between two moments. `moved`: it stands elsewhere among the rows that both have; `renumbered`: it bears another number. */
export type RowChangeKind = 'added' | 'removed' | 'changed' | 'state' | 'moved' | 'renumbered';

export interface RowChange {
  readonly id: string;
  readonly kinds: RowChangeKind[];
  readonly before: PastRow | null;
  readonly after: PastRow | null;
}

/** The rows that differ, in the later order; those that are gone come last. */
export function changedBetween(before: readonly PastRow[], after: readonly PastRow[]): RowChange[] {
  const olds = new Map(before.map((row) => [row.itemId, row]));
  const news = new Set(after.map((row) => row.itemId));
  const moved = movedBetween(
    before.filter((row) => news.has(row.itemId)).map((row) => row.itemId),
    after.filter((row) => olds.has(row.itemId)).map((row) => row.itemId),
  );
  const here = after.map((row): RowChange => {
    const old = olds.get(row.itemId);
    if (!old) return { id: row.itemId, kinds: ['added'], before: null, after: row };
    const kinds: RowChangeKind[] = [
      ...(old.contentHash !== row.contentHash ? (['changed'] as const) : []),
      ...(old.state !== row.state ? (['state'] as const) : []),
      ...(moved.has(row.itemId) ? (['moved'] as const) : []),
      ...(old.numberHash !== row.numberHash ? (['renumbered'] as const) : []),
    ];
    return { id: row.itemId, kinds, before: old, after: row };
  });
  const gone = before
    .filter((row) => !news.has(row.itemId))
    .map((row): RowChange => ({ id: row.itemId, kinds: ['removed'], before: row, after: null }));
  return [...here.filter(({ kinds }) => kinds.length > 0), ...gone];
}

/** The fewest rows whose moving explains the other order: all but a longest run that kept its order. Both lists hold the same ids. */
export function movedBetween(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const ranks = new Map(before.map((id, index) => [id, index]));
  const tails: number[] = [];
  const previous: number[] = [];
  after.forEach((id, index) => {
    const rank = ranks.get(id)!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranks.get(after[tails[middle]!]!)! < rank) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const stayed = new Set<string>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) stayed.add(after[index]!);
  return new Set(after.filter((id) => !stayed.has(id)));
}
