import { ImportRefusal } from '../refusal.js';

/** A few places for children; who finds none waits a little in turn, and is refused when the queue is full or too slow. */
export class Places {
  private taken = 0;
  private readonly waiting: { readonly enter: () => void }[] = [];

  constructor(
    private readonly places: number,
    private readonly queue: number,
    private readonly maxWaitMilliseconds: number,
  ) {}

  /**
   * Runs the work when a place is free.
   * @throws ImportRefusal import.busy
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.taken -= 1;
      this.waiting.shift()?.enter();
    }
  }

  private enter(): Promise<void> {
    if (this.taken < this.places) {
      this.taken += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.queue) return Promise.reject(new ImportRefusal('import.busy'));
    return new Promise((resolve, reject) => {
      const turn = {
        enter: () => {
          clearTimeout(timer);
          this.taken += 1;
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        reject(new ImportRefusal('import.busy'));
      }, this.maxWaitMilliseconds);
      this.waiting.push(turn);
    });
  }
}
