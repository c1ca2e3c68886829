import { ImportRefusal } from '../refusal.js';

interface Turn {
  readonly weight: number;
  readonly enter: () => void;
}

/** A few places for children; who finds none free waits in turn, and is refused when the queue is full or too slow. */
export class Places {
  private free: number;
  private readonly waiting: Turn[] = [];

  constructor(
    places: number,
    private readonly queue: number,
    private readonly maxWaitMilliseconds: number,
  ) {
    this.free = places;
  }

  /**
   * Runs the work when as many places are free as it needs.
   * @throws ImportRefusal import.busy
   */
  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    await this.enter(weight);
    try {
      return await work();
    } finally {
      this.free += weight;
      this.letIn();
    }
  }

  private enter(weight: number): Promise<void> {
    if (this.waiting.length === 0 && weight <= this.free) {
      this.free -= weight;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.queue) return Promise.reject(new ImportRefusal('import.busy'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        reject(new ImportRefusal('import.busy'));
        this.letIn();
      }, this.maxWaitMilliseconds);
      const turn: Turn = {
        weight,
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.waiting.push(turn);
    });
  }

  private letIn(): void {
    while (this.waiting[0] && this.waiting[0].weight <= this.free) {
      const turn = this.waiting.shift()!;
      this.free -= turn.weight;
      turn.enter();
    }
  }
}
