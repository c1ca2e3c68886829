/** Only what the arithmetic needs of an element. */
interface Box {
  readonly scrollTop: number;
  readonly clientHeight: number;
}
interface Row {
  readonly offsetTop: number;
  readonly offsetHeight: number;
}

/** Where a box must be scrolled to for one of its rows to be seen below the `head` that stays; as little as possible. The page itself stays. */
export function scrolledTo({ scrollTop, clientHeight }: Box, { offsetTop, offsetHeight }: Row, head: number): number {
  const top = offsetTop - head;
  const bottom = offsetTop + offsetHeight - clientHeight;
  if (scrollTop > top) return Math.max(0, top);
  // Of a row that is higher than the box, its beginning.
  return Math.max(scrollTop, Math.min(bottom, top));
}
