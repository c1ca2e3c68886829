import { fieldsOf, patchBetween, patched, sameValue, type ContentField, type ContentPatch, type ItemContent } from '../content';

/** A text as the server holds it. */
export interface Held {
  readonly hash: string;
  readonly content: ItemContent;
}

/** Somebody else changed the row meanwhile: `mine` waits until one of both is chosen. */
export interface Conflict {
  readonly mine: ContentPatch;
  readonly base: ItemContent;
  readonly theirs: Held;
}

/** How a row that was edited here stands. */
export interface Saving {
  readonly wanted: ItemContent;
  readonly state: 'waiting' | 'sending' | 'saved' | 'offline' | 'refused' | 'conflict';
  readonly error?: unknown;
  readonly conflict?: Conflict;
}

/** What became of a request. `stale`: another text stands now. `later`: nobody answered, it is to be tried again. */
export type Outcome =
  | { readonly is: 'saved'; readonly hash: string }
  | { readonly is: 'stale'; readonly theirs: Held }
  | { readonly is: 'later' }
  | { readonly is: 'refused'; readonly error: unknown };

export interface Transport {
  /** Sends one row's changes, resting on the text with this hash. Never throws. */
  send(itemId: string, patch: ContentPatch, hash: string): Promise<Outcome>;
}

export interface SavingOptions {
  readonly delayMs?: number;
  readonly retryMs?: number;
  readonly atOnce?: number;
  /** Told after each change of any row's state. */
  readonly changed?: (itemId: string) => void;
  /** Another person changed other fields of the row; both stand now. */
  readonly joined?: (itemId: string) => void;
}

interface Entry {
  held: Held;
  wanted: ItemContent;
  state: Saving['state'];
  error?: unknown;
  conflict?: Conflict;
  timer?: ReturnType<typeof setTimeout>;
  /** Hashes that this row had before, here: an answer that still shows one is older than what is held. */
  readonly past: Set<string>;
}

/**
 * Keeps what people type until the server has it: one request per row at a time, resting on the text that was seen, a few rows at once.
 * What fails stays here and is tried again; what somebody else changed is put before the person.
 */
export class SavingQueue {
  private readonly entries = new Map<string, Entry>();
  private readonly ready: string[] = [];
  private running = 0;
  private readonly idle: (() => void)[] = [];

  constructor(
    private readonly transport: Transport,
    private readonly options: SavingOptions = {},
  ) {}

  /** What the row should say: shown at once, sent soon. `held` is what the page has of it, unless more is known here. */
  want(itemId: string, held: Held, wanted: ItemContent): void {
    const entry = this.entries.get(itemId) ?? { held, wanted, state: 'saved' as const, past: new Set<string>() };
    if (entry.state === 'saved' && !entry.past.has(held.hash)) entry.held = held;
    this.entries.set(itemId, entry);
    entry.wanted = wanted;
    if (entry.state === 'conflict' && entry.conflict) {
      entry.conflict = { ...entry.conflict, mine: patchBetween(entry.conflict.base, wanted) };
    } else if (entry.state !== 'sending') {
      this.settle(entry);
      if (entry.state === 'waiting') this.soon(itemId, entry);
    }
    this.tell(itemId);
  }

  /** The row as edited here; undefined when the server's text is all there is. */
  of(itemId: string): Saving | undefined {
    return this.entries.get(itemId);
  }

  /** Rows whose text the server does not have yet. */
  unsaved(): string[] {
    return [...this.entries].filter(([, entry]) => entry.state !== 'saved').map(([id]) => id);
  }

  held(itemId: string): Held | undefined {
    return this.entries.get(itemId)?.held;
  }

  /** Takes what the server shows now: a row that is saved is the server's again, unless its answer is older than what was saved. */
  arrived(itemId: string, hash: string): void {
    const entry = this.entries.get(itemId);
    if (entry?.state !== 'saved' || (entry.past.has(hash) && hash !== entry.held.hash)) return;
    this.entries.delete(itemId);
  }

  /** Forgets a row: it is gone, or somebody discarded what they typed. */
  forget(itemId: string): void {
    clearTimeout(this.entries.get(itemId)?.timer);
    this.entries.delete(itemId);
    this.tell(itemId);
  }

  /** Somebody acted on the row otherwise: its text is now this one. */
  moved(itemId: string, hash: string): void {
    const entry = this.entries.get(itemId);
    if (!entry || entry.held.hash === hash) return;
    entry.past.add(entry.held.hash);
    entry.held = { ...entry.held, hash };
  }

  /** Sends everything that waits, now; resolves when nothing is on its way. */
  flush(): Promise<void> {
    for (const [itemId, entry] of this.entries) if (['waiting', 'offline'].includes(entry.state)) this.enqueue(itemId, entry);
    return this.running === 0 && this.ready.length === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  /** Ends a conflict: with `mine` both texts are joined and mine stands where both speak; with `theirs` mine is given up. */
  choose(itemId: string, side: 'mine' | 'theirs'): void {
    const entry = this.entries.get(itemId);
    if (!entry?.conflict) return;
    const { mine, theirs } = entry.conflict;
    entry.past.add(entry.held.hash);
    entry.held = theirs;
    entry.wanted = side === 'mine' ? patched(theirs.content, mine) : theirs.content;
    delete entry.conflict;
    this.settle(entry);
    if (entry.state === 'waiting') this.enqueue(itemId, entry);
    this.tell(itemId);
  }

  private settle(entry: Entry): void {
    delete entry.error;
    clearTimeout(entry.timer);
    entry.state = sameValue(entry.held.content, entry.wanted) ? 'saved' : 'waiting';
  }

  private soon(itemId: string, entry: Entry): void {
    entry.timer = setTimeout(() => this.enqueue(itemId, entry), this.options.delayMs ?? 400);
  }

  private enqueue(itemId: string, entry: Entry): void {
    clearTimeout(entry.timer);
    if (entry.state === 'sending' || this.ready.includes(itemId)) return;
    this.ready.push(itemId);
    this.next();
  }

  private next(): void {
    while (this.running < (this.options.atOnce ?? 1) && this.ready.length > 0) {
      const itemId = this.ready.shift()!;
      const entry = this.entries.get(itemId);
      if (!entry || !['waiting', 'offline'].includes(entry.state)) continue;
      this.running += 1;
      void this.sendOne(itemId, entry).finally(() => {
        this.running -= 1;
        this.next();
        if (this.running === 0 && this.ready.length === 0) this.idle.splice(0).forEach((done) => done());
      });
    }
  }

  private async sendOne(itemId: string, entry: Entry): Promise<void> {
    const sent = entry.wanted;
    const patch = patchBetween(entry.held.content, sent);
    if (fieldsOf(patch).length === 0) {
      this.settle(entry);
      return this.tell(itemId);
    }
    entry.state = 'sending';
    this.tell(itemId);
    const outcome = await this.transport.send(itemId, patch, entry.held.hash);
    this.take(itemId, entry, sent, outcome);
    this.tell(itemId);
  }

  private take(itemId: string, entry: Entry, sent: ItemContent, outcome: Outcome): void {
    if (outcome.is === 'saved') {
      if (outcome.hash !== entry.held.hash) entry.past.add(entry.held.hash);
      entry.held = { hash: outcome.hash, content: sent };
      this.settle(entry);
      if (entry.state === 'waiting') this.soon(itemId, entry);
    } else if (outcome.is === 'stale') {
      this.meet(itemId, entry, outcome.theirs);
    } else if (outcome.is === 'later') {
      entry.state = 'offline';
      entry.timer = setTimeout(() => this.enqueue(itemId, entry), this.options.retryMs ?? 5000);
    } else {
      entry.state = 'refused';
      entry.error = outcome.error;
    }
  }

  /** Two people, one row: where they changed different fields both stand, else the person chooses. */
  private meet(itemId: string, entry: Entry, theirs: Held): void {
    const base = entry.held.content;
    const mine = patchBetween(base, entry.wanted);
    const touched = new Set<ContentField>(fieldsOf(patchBetween(base, theirs.content)));
    if (fieldsOf(mine).some((field) => touched.has(field) && !sameValue(mine[field], theirs.content[field]))) {
      entry.state = 'conflict';
      entry.conflict = { mine, base, theirs };
      return;
    }
    entry.past.add(entry.held.hash);
    entry.held = theirs;
    entry.wanted = patched(theirs.content, mine);
    this.settle(entry);
    if (entry.state === 'waiting') this.soon(itemId, entry);
    if (touched.size > 0) this.options.joined?.(itemId);
  }

  private tell(itemId: string): void {
    this.options.changed?.(itemId);
  }
}
