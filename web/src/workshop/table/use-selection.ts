import { computed, nextTick, shallowRef, watch, type Ref } from 'vue';
import { at, moved, rectangleOf, type Cell, type Extent, type Rectangle, type Selection, type Step } from './selection';
import { levelOf, type TableColumn } from './columns';
import type { Row } from './rows';

/**
 * What is selected in the table, and how it looks: the marks are put on the cells directly, so that moving about draws nothing again.
 * The selection follows its row when rows come, go or move.
 */
export function useSelection(
  table: Ref<HTMLTableElement | null>,
  rows: Ref<readonly Row[]>,
  columns: Ref<readonly TableColumn[]>,
  spans: Ref<number[][]>,
) {
  const selection = shallowRef<Selection>(at(0, 1));
  let activeId: string | null = null;
  let anchorId: string | null = null;

  function merged({ row, column }: Cell): { top: number; bottom: number } {
    const level = levelOf(columns.value[column]?.key ?? 'ordinal');
    if (level < 0) return { top: row, bottom: row };
    let top = row;
    while (top > 0 && spans.value[top]?.[level] === 0) top -= 1;
    return { top, bottom: top + Math.max(1, spans.value[top]?.[level] ?? 1) - 1 };
  }

  const extent = computed<Extent>(() => ({ rows: rows.value.length, columns: columns.value.length, merged }));
  /** What is selected, whole merged cells included. */
  const rectangle = computed<Rectangle>(() => {
    const plain = rectangleOf(selection.value);
    if (plain.top !== plain.bottom || plain.left !== plain.right) return plain;
    const { top, bottom } = merged(selection.value.active);
    return { ...plain, top, bottom };
  });

  function select(next: Selection): void {
    selection.value = next;
    activeId = rows.value[next.active.row]?.id ?? null;
    anchorId = rows.value[next.anchor.row]?.id ?? null;
    paint();
  }

  function step(step: Step, extend: boolean): void {
    select(moved(selection.value, step, extent.value, extend));
    reveal();
  }

  /** The element that shows a cell: of a merged one, the cell at its top. */
  function elementOf(cell: Cell): HTMLElement | null {
    const { top } = merged(cell);
    return table.value?.querySelector<HTMLElement>(`[data-r="${top}"][data-c="${cell.column}"]`) ?? null;
  }

  let painted: HTMLElement[] = [];
  let focusable: HTMLElement | null = null;

  function paint(): void {
    for (const cell of painted) cell.removeAttribute('aria-selected');
    focusable?.classList.remove('active');
    focusable?.setAttribute('tabindex', '-1');
    painted = [];
    const { top, bottom, left, right } = rectangle.value;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = elementOf({ row, column });
        if (!cell || cell.hasAttribute('aria-selected')) continue;
        cell.setAttribute('aria-selected', 'true');
        painted.push(cell);
      }
    }
    focusable = elementOf(selection.value.active);
    focusable?.classList.add('active');
    focusable?.setAttribute('tabindex', document.activeElement instanceof HTMLTextAreaElement ? '-1' : '0');
  }

  function reveal(): void {
    elementOf(selection.value.active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    table.value?.querySelector(`tr[data-row="${selection.value.active.row}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  watch([rows, columns, spans], async () => {
    const place = (id: string | null, old: Cell): Cell => {
      const row = rows.value.findIndex((one) => one.id === id);
      return {
        row: Math.max(0, Math.min(rows.value.length - 1, row >= 0 ? row : old.row)),
        column: Math.min(columns.value.length - 1, old.column),
      };
    };
    const { active, anchor } = selection.value;
    selection.value = { active: place(activeId, active), anchor: place(anchorId, anchor) };
    await nextTick();
    select(selection.value);
  });

  return { selection, rectangle, extent, merged, select, step, elementOf, paint, reveal };
}

export type GridSelection = ReturnType<typeof useSelection>;
