/** Scrolls the region around a cell so far that the cell is seen beside the headers that stick; nothing moves when it is. */
export function bringIntoView(cell: HTMLElement): void {
  const region = cell.closest<HTMLElement>('.scroll');
  if (!region) return;
  const here = cell.getBoundingClientRect();
  const there = region.getBoundingClientRect();
  const head = region.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const aside = region.querySelector('tbody th')?.getBoundingClientRect().width ?? 0;
  const above = here.top - there.top - head;
  const below = here.bottom - there.top - region.clientHeight;
  if (above < 0 || below > 0) region.scrollTop += above - (region.clientHeight - head - here.height) / 3;
  const before = here.left - there.left - aside;
  const after = here.right - there.left - region.clientWidth;
  if (before < 0 || after > 0) region.scrollLeft += before - Math.max(0, region.clientWidth - aside - here.width) / 2;
}
