import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import pg from 'pg';
import { makeCheckpoint, type Signer } from './checkpointer.js';

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

/** Signs a checkpoint every minute, as long as something was logged. What fails is said, and tried again the next time. */
export class CheckpointClock {
  private readonly pool: pg.Pool;
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ClockOptions) {
    this.pool = new pg.Pool({ connectionString: options.url, application_name: 'mulu checkpointer', max: 1 });
    this.pool.on('error', () => undefined); // an idle connection was cut; the pool opens another
    this.timer = setInterval(() => void this.tick(), options.everyMs ?? EVERY_MS);
  }

  /** Signs now what was logged since. */
  tick(): Promise<void> {
    this.running = this.running.then(() => this.sign());
    return this.running;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.pool.end();
  }

  private async sign(): Promise<void> {
    try {
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
