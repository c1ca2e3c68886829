/** Paper of the official form: A4 across, with the margins that `PrintSheet` asks for. */
const MARGINS_MM = 28;
const A4_ACROSS_MM = 210;
const PX_PER_MM = 96 / 25.4;
export const PAGE_PX = (A4_ACROSS_MM - MARGINS_MM) * PX_PER_MM;

/**
 * On which rows a new page begins, so that nothing is torn and what is merged can be named again at the top of each page.
 * @param heights of the rows, each with the names of its own parents
 * @param room height of a page below the header, which is repeated; `first`: of the first page, below the title too
 */
export function pageStarts(heights: readonly number[], room: number, first: number): ReadonlySet<number> {
  const starts = new Set<number>();
  let left = first;
  heights.forEach((height, row) => {
    if (height > left && row > 0) {
      starts.add(row);
      left = room;
    }
    // A row taller than a page goes on over the next ones, and others follow where it ends.
    left -= height;
    while (left < 0) left += room;
  });
  return starts;
}
