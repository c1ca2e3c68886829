import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connections.js';

/** A server in a process of its own. What it prints goes nowhere, except its last words when it dies. */
export class Child {
  private static readonly living = new Set<Child>();
  private complaint = '';

  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  /** Starts `node …args` and waits until `path` answers 200. */
  static async start(args: string[], environment: Record<string, string>, port: number, path: string): Promise<Child> {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(MULU_|DATABASE_URL$)/.test(name));
    const child = spawn(process.execPath, args, {
      env: { ...Object.fromEntries(inherited), ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const started = new Child(child, port);
    Child.living.add(started);
    child.stderr.on('data', (data: Buffer) => (started.complaint = (started.complaint + String(data)).slice(-4000)));
    const connection = new Connection(port);
    for (let tries = 0; ; tries += 1) {
      const answer = await connection.send({ method: 'GET', path }).catch(() => undefined);
      if (answer?.status === 200) break;
      if (child.exitCode !== null || tries > 300) throw new Error(`${args.at(-1)} does not serve: ${started.complaint}`);
      await sleep(100);
    }
    connection.close();
    return started;
  }

  /** Whoever failed while starting has nobody else to stop them. */
  static async stopAll(): Promise<void> {
    await Promise.all([...Child.living].map((child) => child.stop()));
  }

  async stop(): Promise<void> {
    Child.living.delete(this);
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    await once(this.process, 'exit');
  }
}
