import { periodIn, type Period } from '../period';

export const OF = ['items', 'decisions'] as const;

/** What is drawn: whoever names the same draws the same. */
export interface SampleWish extends Period {
  readonly of: (typeof OF)[number];
  readonly seed: string;
  readonly size: number;
  readonly region: string;
  /** The size of the checkpoint that fixes the list; empty: the newest. */
  readonly checkpoint: string;
}

export const MOST = 500;
export const LONGEST_SEED = 200;
const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What the address asks for; what it leaves out is usual, but there is no usual seed. */
export function wishIn(query: Readonly<Record<string, unknown>>, today: string): SampleWish {
  const size = Number(said(query['size']));
  return {
    ...periodIn(query, today),
    of: OF.find((one) => one === query['of']) ?? 'items',
    seed: said(query['seed']).slice(0, LONGEST_SEED),
    size: Number.isInteger(size) && size >= 1 && size <= MOST ? size : 25,
    region: said(query['region']),
    checkpoint: /^[1-9]\d{0,14}$/.test(said(query['checkpoint'])) ? said(query['checkpoint']) : '',
  };
}

/** As the address and the API say it: everything that is not empty. */
export const queryOf = (wish: SampleWish): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wish)
      .map(([name, value]) => [name, String(value)] as const)
      .filter(([, value]) => value !== ''),
  );
