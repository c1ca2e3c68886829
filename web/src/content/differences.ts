import type { components } from '../api/schema';

export type Content = components['schemas']['ItemContentView'];
export type Difference = components['schemas']['FieldDifferenceView'];

/** Differences by field; a field may have two: an entry that went counts in the earlier list, one that came in the later. */
export type Differences = ReadonlyMap<string, readonly Difference[]>;

export function differencesByField(differences: readonly Difference[]): Differences {
  const found = new Map<string, Difference[]>();
  for (const difference of differences) found.set(difference.field, [...(found.get(difference.field) ?? []), difference]);
  return found;
}

/** What became of one value: `before` and `after` are there where it was another, came or went. */
export function changeOf(differences: Differences, field: string): Difference | undefined {
  return differences.get(field)?.[0];
}

/** Whether anything in the field, or in any part of it, changed. */
export function touches(differences: Differences, field: string): boolean {
  for (const changed of differences.keys())
    if (changed === field || changed.startsWith(`${field}[`) || changed.startsWith(`${field}.`)) return true;
  return false;
}

/** An entry of a list as it is, was, or became; `field` names it in the content that it belongs to. */
export interface Entry<T> {
  readonly value: T;
  readonly field: string;
  readonly status: 'same' | 'added' | 'removed';
}

/** Both lists in one: what went stands where it was. `same` entries may have changed within; their own differences say so. */
export function mergedEntries<T>(field: string, after: readonly T[], before: readonly T[], differences: Differences): readonly Entry<T>[] {
  const at = (index: number): string => `${field}[${index}]`;
  const of = (index: number): readonly Difference[] => differences.get(at(index)) ?? [];
  const went = (index: number): boolean => index < before.length && of(index).some((one) => one.after === null);
  const came = (index: number): boolean => of(index).some((one) => one.before === null);
  const entries: Entry<T>[] = [];
  let was = 0;
  for (let now = 0; now < after.length; now += 1) {
    for (; went(was); was += 1) entries.push({ value: before[was]!, field: at(was), status: 'removed' });
    const added = came(now);
    entries.push({ value: after[now]!, field: at(now), status: added ? 'added' : 'same' });
    if (!added) was += 1;
  }
  for (; was < before.length; was += 1) if (went(was)) entries.push({ value: before[was]!, field: at(was), status: 'removed' });
  return entries;
}
