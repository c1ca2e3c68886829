import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The last checkpoint of a log that was cosigned. */
export interface Cosigned {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The time in the signature, since 1970. */
  readonly seconds: number;
  /** With the signatures of the log and of the witness. */
  readonly note: string;
}

/** What a witness remembers, in a file of its own: without it, it would cosign a log that was set back. */
export class WitnessState {
  private readonly logs: Map<string, Cosigned>;

  /** @throws SyntaxError when the file is there and is no JSON: it is not started anew */
  constructor(private readonly file: string) {
    this.logs = new Map(Object.entries(readIfThere(file)));
  }

  of(origin: string): Cosigned | undefined {
    return this.logs.get(origin);
  }

  /** Durable when it returns. */
  keep(origin: string, cosigned: Cosigned): void {
    const next = new Map(this.logs).set(origin, cosigned);
    const fresh = `${this.file}.new`;
    const descriptor = openSync(fresh, 'w', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, this.file);
    const folder = openSync(dirname(this.file), 'r');
    fsyncSync(folder);
    closeSync(folder);
    this.logs.set(origin, cosigned);
  }
}

function readIfThere(file: string): Record<string, Cosigned> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Cosigned>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
