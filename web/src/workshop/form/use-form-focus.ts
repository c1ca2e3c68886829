import type { Ref } from 'vue';
import { fieldOf, levelOf, type ColumnKey } from '../table/columns';

const INPUT = 'textarea:not([readonly]), input:not([disabled]), button';

/** Ways to a field of the form: `go` by its name, `begin` at the column of the table that one came from, at the heading without one. */
export function useFormFocus(root: Ref<HTMLElement | null>, heading: Ref<HTMLElement | null>) {
  function go(field: string): void {
    const block = root.value?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    block?.scrollIntoView({ block: 'start' });
    block?.querySelector<HTMLElement>(INPUT)?.focus({ preventScroll: true });
  }

  function begin(column: string | undefined): void {
    const key = (column ?? 'ordinal') as ColumnKey;
    const field = fieldOf(key);
    const level = levelOf(key);
    const part = key === 'clauses' || key === 'effectLevel' ? `[data-part="${key}"] input, [data-part="${key}"] textarea` : null;
    const place = level > 0 ? `[data-level="${level}"] input` : part;
    const input = place ? root.value?.querySelector<HTMLElement>(place) : null;
    if (input) input.focus();
    else if (field) go(field);
    else heading.value?.focus();
  }

  return { go, begin };
}
