import { Recent } from './recent';

interface Ports<Value> {
  load(key: string, signal: AbortSignal): Promise<Value>;
  show(key: string, value: Value): void;
  failed(key: string, error: unknown): void;
  /** Whether an answer is waited for. */
  busy(now: boolean): void;
}

/** So long the wishes must rest before the server is asked: a slider that is drawn passes hundreds of moments a second. */
const REST_MS = 120;
/** Moments that one can go back to without asking again. */
const KEPT = 60;

/**
 * Shows what is wished for last, of things that never change. The first wish after a rest goes out at once, wishes in quick succession
 * when they rest; an answer that nobody waits for any more is given up; what was seen is shown again without asking.
 */
export function seeker<Value>({ load, show, failed, busy }: Ports<Value>, restMs = REST_MS, kept = KEPT) {
  const recent = new Recent<Value>(kept);
  let wished: string | null = null;
  let lastAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: AbortController | null = null;

  function giveUp(): void {
    clearTimeout(timer);
    underWay?.abort();
    underWay = null;
  }

  async function ask(key: string): Promise<void> {
    const asking = new AbortController();
    underWay = asking;
    try {
      const value = await load(key, asking.signal);
      recent.put(key, value);
      if (wished === key && !asking.signal.aborted) show(key, value);
    } catch (error) {
      if (wished === key && !asking.signal.aborted) failed(key, error);
    } finally {
      if (underWay === asking) {
        underWay = null;
        busy(false);
      }
    }
  }

  return {
    /** @param atOnce the pace is somebody else's: there is nothing to wait for */
    wish(key: string, atOnce = false): void {
      if (key === wished && underWay) return;
      const now = Date.now();
      const rested = atOnce || now - lastAt >= restMs;
      lastAt = now;
      wished = key;
      giveUp();
      const known = recent.get(key);
      busy(known === undefined);
      if (known !== undefined) show(key, known);
      else if (rested) void ask(key);
      else timer = setTimeout(() => void ask(key), restMs);
    },
    /** Fetches what will probably be wished for next, unless something is waited for. */
    async foresee(key: string): Promise<void> {
      if (underWay || recent.get(key) !== undefined) return;
      const asking = new AbortController();
      const value = await load(key, asking.signal).catch(() => undefined);
      if (value !== undefined) recent.put(key, value);
    },
    leave(): void {
      wished = null;
      giveUp();
    },
  };
}
