import type { Notice } from './urging';

export type Whose = 'mine' | 'waiting' | 'ended';

/** Whose turn it is in a notice. */
export function whoseOf({ mine, holder }: Pick<Notice, 'mine' | 'holder'>): Whose {
  if (mine) return 'mine';
  return holder ? 'waiting' : 'ended';
}

/** The notices as they come, in groups: my turn, what waits for others, what is ended. */
export function grouped<Row extends Pick<Notice, 'mine' | 'holder'>>(rows: readonly Row[]): { whose: Whose; rows: Row[] }[] {
  const groups: { whose: Whose; rows: Row[] }[] = [];
  for (const row of rows) {
    const whose = whoseOf(row);
    const last = groups[groups.length - 1];
    if (last?.whose === whose) last.rows.push(row);
    else groups.push({ whose, rows: [row] });
  }
  return groups;
}
