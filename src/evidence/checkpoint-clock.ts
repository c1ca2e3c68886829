import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import pg from 'pg';
import { makeCheckpoint, type Signer } from './checkpointer.js';
import { Waker } from './waker.js';

const EVERY_MS = 60_000;

export interface ClockOptions {
  /** The login mulu_checkpointer. */
  readonly url: string;
  readonly signer: Signer;
  /** A file, best on another mount, to which every checkpoint is appended: what is in it cannot be unsaid by whoever holds the database. */
  readonly witnessFile?: string | undefined;
  readonly everyMs?: number;
  /** One line for a person. */
  readonly log: (line: string) => void;
}

/** Signs a checkpoint every minute and at each publication, as long as something was logged. What fails is said, and tried again the next time. */
export class CheckpointClock {
  private readonly pool: pg.Pool;
  private readonly waker: Waker;
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(private readonly options: ClockOptions) {
    this.pool = new pg.Pool({ connectionString: options.url, application_name: 'mulu checkpointer', max: 1 });
    this.pool.on('error', () => undefined); // an idle connection was cut; the pool opens another
    this.waker = new Waker(options.url, () => void this.tick());
    this.timer = setInterval(() => void this.tick(), options.everyMs ?? EVERY_MS);
  }

  /** Signs what was logged until now. Whoever asks while one waits to begin is served by that one. */
  tick(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.sign();
    });
    return (this.running = this.next);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.waker.stop();
    await this.pool.end();
  }

  private async sign(): Promise<void> {
    try {
      await this.waker.listen(); // first: what is logged from now on wakes it
      const note = await makeCheckpoint(this.pool, this.options.signer);
      if (note && this.options.witnessFile) append(this.options.witnessFile, note);
    } catch (error) {
      this.options.log(`No checkpoint was made, the next try is in a minute: ${(error as Error).message}`);
    }
  }
}

/** Durable before anybody relies on it. Notes end with a newline; an empty line lies between them. */
function append(file: string, note: string): void {
  const descriptor = openSync(file, 'a', 0o644);
  try {
    writeSync(descriptor, `${note}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
