import type { ItemSummary } from '../version/version';

/** Undecided on an officer's desk: nobody has concluded anything about the text that stands. */
export const UNDECIDED: readonly string[] = ['awaitingReview', 'deferred', 'referred', 'returned', 'drafting'];
/** Waiting for the officer, and only for them. */
export const WAITING = 'awaitingReview';

export type Toggle = 'undecided' | 'hints' | 'changed' | 'unseen';
export const TOGGLES: readonly Toggle[] = ['undecided', 'hints', 'changed', 'unseen'];

/** What the list is narrowed to, as the address says it. */
export interface Filter {
  readonly states: readonly string[];
  readonly q: string;
  readonly toggles: readonly Toggle[];
}

export const NO_FILTER: Filter = { states: [], q: '', toggles: [] };

type Query = Readonly<Record<string, unknown>>;

/** `?state=returned,deferred&q=电话&only=hints,changed` */
export function filterOf(query: Query): Filter {
  const list = (value: unknown): string[] => (typeof value === 'string' ? value.split(',').filter(Boolean) : []);
  return {
    states: list(query['state']),
    q: typeof query['q'] === 'string' ? query['q'] : '',
    toggles: list(query['only']).filter((one): one is Toggle => (TOGGLES as readonly string[]).includes(one)),
  };
}

export function queryOf(filter: Filter): Record<string, string | undefined> {
  return {
    state: filter.states.join(',') || undefined,
    q: filter.q || undefined,
    only: filter.toggles.join(',') || undefined,
  };
}

const texts = new WeakMap<object, string>();

/** Everything that an item says, in one string; made once per content. */
function textOf(item: ItemSummary): string {
  if (!item.content) return item.number;
  const known = texts.get(item.content);
  if (known !== undefined) return known;
  const found: string[] = [item.number];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(item.content);
  const text = found.join('\n').toLowerCase();
  texts.set(item.content, text);
  return text;
}

/** Whether the item is what the list is narrowed to. Several words must all be there. */
export function matches(item: ItemSummary, filter: Filter, seen: (item: ItemSummary) => boolean): boolean {
  if (filter.states.length > 0 && !filter.states.includes(item.state)) return false;
  const tests: Record<Toggle, () => boolean> = {
    undecided: () => UNDECIDED.includes(item.state),
    hints: () => (item.marks?.officerHits ?? 0) + (item.marks?.advice ?? 0) + (item.marks?.openRepairs ?? 0) > 0,
    changed: () => item.marks !== null && item.marks.change !== 'same',
    unseen: () => !seen(item),
  };
  if (!filter.toggles.every((toggle) => tests[toggle]())) return false;
  const wanted = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0 || wanted.every((word) => textOf(item).includes(word));
}

/** The next one below, from the top again after the last, for which `fits` holds; null when there is none but `from` itself. */
export function nextAfter<T extends { readonly id: string }>(
  items: readonly T[],
  from: string | null,
  fits: (item: T) => boolean,
): T | null {
  const at = items.findIndex((item) => item.id === from);
  for (let step = 1; step <= items.length; step += 1) {
    const item = items[(at + step + items.length) % items.length]!;
    if (item.id !== from && fits(item)) return item;
  }
  return null;
}

/** 已办, 失效, 待我. */
export interface Count {
  readonly decided: number;
  readonly items: number;
  readonly voided: number;
  readonly mine: number;
}

/** As the server counts: what is being compiled, waits or was returned is not decided. */
const NOT_DECIDED: readonly string[] = ['drafting', 'awaitingReview', 'returned'];

export function countOf(items: readonly ItemSummary[]): Count {
  const open = items.filter((item) => NOT_DECIDED.includes(item.state));
  return {
    decided: items.length - open.length,
    items: items.length,
    voided: open.filter((item) => (item.marks?.voided ?? 0) > 0).length,
    mine: items.filter((item) => item.state === WAITING).length,
  };
}
