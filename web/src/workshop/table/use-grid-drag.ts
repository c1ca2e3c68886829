import type { Ref } from 'vue';
import { at, type Cell } from './selection';
import type { GridSelection } from './use-selection';

interface GridDrag {
  readonly box: Ref<HTMLElement | null>;
  readonly count: () => number;
  readonly selecting: GridSelection;
  readonly dropAt: Ref<number | null>;
  readonly focus: () => void;
  readonly selected: () => string[];
  readonly canArrange: () => boolean;
  readonly rowId: (row: number) => string;
  readonly dropped: (ids: string[], before: number) => void;
}

/** Pointing: pressing on a cell selects it, dragging extends the rectangle; dragging the handle of a row moves the row, or all selected ones. */
export function useGridDrag(grid: GridDrag) {
  function cellAt(target: EventTarget | null): Cell | null {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-r]') : null;
    return element ? { row: Number(element.dataset['r']), column: Number(element.dataset['c']) } : null;
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as HTMLElement).closest('button')) return;
    const cell = cellAt(event.target);
    if (!cell) return;
    if ((event.target as HTMLElement).dataset['handle'] !== undefined && grid.canArrange()) return dragRows(event, cell.row);
    const { selection, select } = grid.selecting;
    select(event.shiftKey ? { anchor: selection.value.anchor, active: cell } : at(cell.row, cell.column));
    grid.focus();
    if (event.pointerType === 'mouse') {
      event.preventDefault();
      follow((moved) => {
        const over = cellAt(document.elementFromPoint(moved.clientX, moved.clientY));
        if (over) select({ anchor: selection.value.anchor, active: over });
      }, grid.focus);
    }
  }

  function dragRows(event: PointerEvent, row: number): void {
    event.preventDefault();
    const id = grid.rowId(row);
    const ids = grid.selected().includes(id) ? grid.selected() : [id];
    follow(
      (moved) => {
        grid.dropAt.value = rowBoundary(moved.clientY);
        scrollNear(moved.clientY);
      },
      () => {
        const before = grid.dropAt.value;
        grid.dropAt.value = null;
        if (before !== null) grid.dropped(ids, before);
      },
    );
  }

  function rowElement(row: number): HTMLElement | null {
    return grid.box.value?.querySelector<HTMLElement>(`tr[data-row="${row}"]`) ?? null;
  }

  /** The row before which the pointer stands, by halves of rows. */
  function rowBoundary(y: number): number {
    let low = 0;
    let high = grid.count();
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = rowElement(middle)!.getBoundingClientRect();
      if (y < box.top + box.height / 2) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function scrollNear(y: number): void {
    const box = grid.box.value!;
    const { top, bottom } = box.getBoundingClientRect();
    if (y < top + 90) box.scrollTop -= 16;
    else if (y > bottom - 40) box.scrollTop += 16;
  }

  /** Where the line stands that shows the place of the drop, within the box. */
  function lineAt(): number {
    const box = grid.box.value!;
    const before = grid.dropAt.value ?? 0;
    const row = rowElement(Math.min(before, grid.count() - 1))?.getBoundingClientRect();
    if (!row) return 0;
    return (before < grid.count() ? row.top : row.bottom) - box.getBoundingClientRect().top + box.scrollTop;
  }

  return { down, lineAt };
}

function follow(move: (event: PointerEvent) => void, done: () => void): void {
  const end = (): void => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    done();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
