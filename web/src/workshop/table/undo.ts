/** Something that was done and can be taken back. `label` says what. Both may ask the server, and throw when it refuses. */
export interface Step {
  readonly label: string;
  /** Steps with the same mark that follow each other closely are one: somebody types. */
  readonly join?: string;
  undo(): Promise<void> | void;
  redo(): Promise<void> | void;
}

const MOST = 200;
const CLOSE_MS = 4000;

/** What was done here, and what was taken back: one after the other, never two at once. */
export class UndoStack {
  private readonly past: Step[] = [];
  private readonly future: Step[] = [];
  private busy = false;
  private pushedAt = 0;

  constructor(private readonly changed: () => void = () => {}) {}

  /** What the next undo takes back, and the next redo does again. */
  get undoable(): string | null {
    return this.past[this.past.length - 1]?.label ?? null;
  }

  get redoable(): string | null {
    return this.future[this.future.length - 1]?.label ?? null;
  }

  /** Something new was done: what had been taken back can no longer be done again. */
  push(step: Step, now = Date.now()): void {
    const last = this.past[this.past.length - 1];
    const joined = last && step.join !== undefined && last.join === step.join && this.future.length === 0 && now - this.pushedAt < CLOSE_MS;
    if (joined) this.past[this.past.length - 1] = { ...step, undo: last.undo };
    else this.past.push(step);
    this.pushedAt = now;
    if (this.past.length > MOST) this.past.shift();
    this.future.length = 0;
    this.changed();
  }

  /** What was done belongs to a stage that is over. */
  clear(): void {
    this.past.length = 0;
    this.future.length = 0;
    this.changed();
  }

  /** Takes back the last step. A step that fails stays where it was. @returns its label, null when there is none or one is under way */
  undo(): Promise<string | null> {
    return this.shift(this.past, this.future, (step) => step.undo());
  }

  /** Does the step again that was taken back last. */
  redo(): Promise<string | null> {
    return this.shift(this.future, this.past, (step) => step.redo());
  }

  private async shift(from: Step[], to: Step[], run: (step: Step) => Promise<void> | void): Promise<string | null> {
    const step = from[from.length - 1];
    if (!step || this.busy) return null;
    this.busy = true;
    try {
      await run(step);
      from.splice(from.indexOf(step), 1);
      to.push(step);
      return step.label;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}

/** A row that was taken back and came again has another id: steps that speak of the old one mean the new one. */
export class Successors {
  private readonly next = new Map<string, string>();

  follow(id: string): string {
    let now = id;
    for (let one = this.next.get(now); one !== undefined; one = this.next.get(now)) now = one;
    return now;
  }

  replace(old: string, by: string): void {
    this.next.set(this.follow(old), by);
  }
}
