import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import pg from 'pg';
import { makeCheckpoint, type Signer } from './checkpointer.js';
import { CheckpointLetters, type CheckpointMail } from './mail.js';
import { makeSmCheckpoint } from './sm/checkpointer.js';
import type { SmSigner } from './sm/signer.js';
import { Turns } from './turns.js';
import { Waker } from './waker.js';
import type { WitnessAddress } from './witness/addresses.js';
import { Contradicted, cosign } from './witness/cosigning.js';

const EVERY_MS = 60_000;

export interface ClockOptions {
  /** The login mulu_checkpointer. */
  readonly url: string;
  readonly signer: Signer;
  /** Who signs the second pair, of SM3 and SM2, where one is asked for. */
  readonly smSigner?: SmSigner | null;
  /** A file, best on another mount, to which every checkpoint is appended: what is in it cannot be unsaid by whoever holds the database. */
  readonly witnessFile?: string | undefined;
  /** Who is asked to cosign. */
  readonly witnesses?: readonly WitnessAddress[];
  /** How the audit administrator is told. */
  readonly mail?: CheckpointMail | null;
  readonly everyMs?: number;
  /** Whether a witness, by its name, contradicts this log; told each time that it was asked and answered. */
  readonly contradicted?: (witness: string, contradicts: boolean) => void;
  /** One line for a person. */
  readonly log: (line: string) => void;
}

/**
 * Signs a checkpoint every minute and at each publication, as long as something was logged, then lets the witnesses see it. What fails is said, and tried again the
 * next time; a witness that does not answer keeps nobody waiting.
 */
export class CheckpointClock {
  private readonly pool: pg.Pool;
  private readonly waker: Waker;
  private readonly timer: NodeJS.Timeout;
  private readonly letters: CheckpointLetters | null;
  private readonly stopping = new AbortController();
  private readonly signing = new Turns(() => this.sign());
  private readonly showing = new Turns(() => this.pairAndShow());

  constructor(private readonly options: ClockOptions) {
    this.pool = new pg.Pool({ connectionString: options.url, application_name: 'mulu checkpointer', max: 2 });
    this.pool.on('error', () => undefined); // an idle connection was cut; the pool opens another
    this.letters = options.mail ? new CheckpointLetters(options.mail) : null;
    this.waker = new Waker(options.url, () => void this.tick());
    this.timer = setInterval(() => void this.tick(), options.everyMs ?? EVERY_MS);
  }

  /** Signs what was logged until now. */
  async tick(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    await this.signing.take();
    void this.showing.take();
  }

  /** Resolves when the second pair was made and the witnesses were asked, too. */
  async shown(): Promise<void> {
    await this.tick();
    await this.showing.done();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    await this.signing.done();
    await this.showing.done();
    await this.waker.stop();
    await this.pool.end();
  }

  private async sign(): Promise<void> {
    await this.attempt('No checkpoint was made', async () => {
      await this.waker.listen(); // first: what is logged from now on wakes it
      const note = await makeCheckpoint(this.pool, this.options.signer);
      if (note && this.options.witnessFile) append(this.options.witnessFile, note);
    });
  }

  /** The second pair goes along with what is shown; before its first checkpoint it takes in all that was logged ever, and keeps the first pair waiting for nothing. */
  private async pairAndShow(): Promise<void> {
    const { smSigner, witnessFile } = this.options;
    if (smSigner)
      await this.attempt('No checkpoint of the second pair was made', async () => {
        const note = await makeSmCheckpoint(this.pool, smSigner, this.stopping.signal);
        if (note && witnessFile) append(witnessFile, note);
      });
    await this.show();
  }

  private async show(): Promise<void> {
    const { witnesses = [] } = this.options;
    await Promise.all(witnesses.map((witness) => this.attempt(`The witness ${witness.key.name} did not cosign`, () => this.ask(witness))));
    await this.attempt('No checkpoint was sent by e-mail', async () => this.letters?.tell(this.pool));
  }

  private async ask(witness: WitnessAddress): Promise<void> {
    const { contradicted = () => undefined } = this.options;
    try {
      await cosign(this.pool, witness);
      contradicted(witness.key.name, false);
    } catch (error) {
      if (error instanceof Contradicted) contradicted(witness.key.name, true);
      throw error;
    }
  }

  private async attempt(failing: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { message, cause } = error as Error;
      this.options.log(`${failing}, the next try is in a minute: ${(cause as Error | undefined)?.message || message}`);
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
