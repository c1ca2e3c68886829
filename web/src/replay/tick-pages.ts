/** What the slider says of an event without loading the moment. */
interface Positioned {
  readonly seq: number;
}

/** One request brings so many events. */
export const TICKS_A_PAGE = 250;

/** The page that a position of the log lies on: pages begin behind `after`. */
export function pageAfter(seq: number): number {
  return Math.floor((seq - 1) / TICKS_A_PAGE) * TICKS_A_PAGE;
}

/**
 * The events of a log in pages that are loaded when one comes near. One request at a time: of the pages that are needed meanwhile the one
 * that was needed last is loaded next, the others only when they are needed again.
 */
export function tickPages<Tick extends Positioned>(load: (after: number, limit: number) => Promise<readonly Tick[]>, changed: () => void) {
  const pages = new Map<number, ReadonlyMap<number, Tick>>();
  let busy = false;
  let next: number | null = null;

  async function fetchPage(after: number): Promise<void> {
    busy = true;
    try {
      const ticks = await load(after, TICKS_A_PAGE);
      pages.set(after, new Map(ticks.map((tick) => [tick.seq, tick])));
      changed();
    } catch {
      // The slider does without words; the moment itself says what is wrong.
    }
    busy = false;
    const waiting = next;
    next = null;
    if (waiting !== null) want(waiting);
  }

  function want(after: number): void {
    if (pages.has(after)) return;
    if (busy) next = after;
    else void fetchPage(after);
  }

  return {
    known: (seq: number): Tick | undefined => pages.get(pageAfter(seq))?.get(seq),
    need: (seq: number): void => want(pageAfter(seq)),
    /** The log has grown: the page that it ends on is incomplete. */
    grown(seq: number): void {
      pages.delete(pageAfter(seq));
    },
  };
}
