/** Too many wait already; try again in a moment. */
export class GateFullError extends Error {
  override readonly name = 'GateFullError';
}

/** Lets a few pieces of work run at once and a limited number wait. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly room: number,
  ) {}

  /** @throws GateFullError when nobody more may wait */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.width) {
      this.running += 1;
    } else {
      if (this.waiting.length >= this.room) throw new GateFullError('too many wait already');
      await new Promise<void>((enter) => this.waiting.push(enter));
    }
    try {
      return await work();
    } finally {
      // Whoever enters next takes over this place, so the count stays as it is.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
