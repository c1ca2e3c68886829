/** Does one thing again and again, one at a time. Whoever asks while one waits to begin is served by that one. */
export class Turns {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  /** @param work fails never */
  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves when it was done from the beginning after this was asked. */
  take(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.work();
    });
    return (this.running = this.next);
  }

  /** What is under way, or waits, was done. */
  done(): Promise<void> {
    return this.running;
  }
}
