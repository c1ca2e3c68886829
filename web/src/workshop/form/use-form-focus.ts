import type { Ref } from 'vue';
import { FIRST_HIT } from '../../shared/blocker';
import { fieldOf, levelOf, type ColumnKey } from '../table/columns';
import { fieldOfElement } from './fields-of';

const INPUT = 'textarea:not([readonly]), input:not([disabled]), select, button';

/**
 * Ways to a field of the form: `go` by its name, `begin` at the column of the table or the missing element that one came for, or at the first
 * open hit; at the heading without one. */
export function useFormFocus(root: Ref<HTMLElement | null>, heading: Ref<HTMLElement | null>) {
  function go(field: string): void {
    const block = root.value?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    block?.scrollIntoView({ block: 'start' });
    block?.querySelector<HTMLElement>(INPUT)?.focus({ preventScroll: true });
  }

  /** @returns whether the hit is there: hints come later than the form */
  function beginAtHit(): boolean {
    const hint = root.value?.querySelector<HTMLElement>('.hint.personalData:not(.dismissed)');
    hint?.scrollIntoView({ block: 'center' });
    hint?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    return Boolean(hint);
  }

  function begin(column: string | undefined): void {
    if (column === FIRST_HIT) return void beginAtHit();
    const key = (column ?? 'ordinal') as ColumnKey;
    const field = key === 'ordinal' ? null : (fieldOf(key) ?? fieldOfElement(key));
    const level = levelOf(key);
    const part = key === 'clauses' || key === 'effectLevel' ? `[data-part="${key}"] input, [data-part="${key}"] textarea` : null;
    const place = level > 0 ? `[data-level="${level}"] input` : part;
    const input = place ? root.value?.querySelector<HTMLElement>(place) : null;
    if (input) input.focus();
    else if (field) go(field);
    else heading.value?.focus();
  }

  return { go, begin, beginAtHit };
}
