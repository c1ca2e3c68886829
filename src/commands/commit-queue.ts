interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** So many at most in one transaction, so that nobody waits long behind the others. */
const MOST = 32;

/**
 * Jobs of one key run one after the other; those that come while one is running wait and run together after it. Alone, a job costs
 * nothing more.
 */
export class CommitQueue<Job, Answer> {
  /** A key is here while a job of it is running. */
  private readonly waiting = new Map<string, Waiting<Job, Answer>[]>();

  /** `many` answers in the order of its jobs; an Error is the answer to that job alone. */
  constructor(
    private readonly one: (job: Job) => Promise<Answer>,
    private readonly many: (jobs: readonly Job[]) => Promise<readonly (Answer | Error)[]>,
  ) {}

  run(key: string, job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const mine = { job, resolve, reject };
      const queue = this.waiting.get(key);
      if (queue) return void queue.push(mine);
      this.waiting.set(key, []);
      void this.work(key, [mine]);
    });
  }

  private async work(key: string, first: readonly Waiting<Job, Answer>[]): Promise<void> {
    for (let batch = first; batch.length > 0; batch = this.waiting.get(key)!.splice(0, MOST)) {
      try {
        const answers = batch.length === 1 ? [await this.one(batch[0]!.job)] : await this.many(batch.map(({ job }) => job));
        batch.forEach(({ resolve, reject }, index) => {
          const answer = answers[index]!;
          if (answer instanceof Error) reject(answer);
          else resolve(answer);
        });
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.waiting.delete(key);
  }
}
