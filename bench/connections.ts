import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** Its body is put together and decoded when somebody looks: not while others are being timed. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: IncomingHttpHeaders,
    private readonly parts: readonly Buffer[],
  ) {}

  get text(): string {
    return Buffer.concat(this.parts).toString('utf8');
  }
}

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** One kept-alive connection to a server on loopback. */
export class Connection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly port: number) {}

  send({ method, path, headers = {}, body }: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const out = request(
        { host: '127.0.0.1', port: this.port, agent: this.agent, method, path, headers: { ...headers, ...length } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => resolve(new Answer(answer.statusCode!, answer.headers, parts)));
        },
      );
      out.on('error', reject);
      out.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** What a run of requests took: the whole, and each request, in milliseconds. */
export interface Timing {
  readonly elapsed: number;
  readonly latencies: readonly number[];
}

/** Sends every request over `count` connections, each taking the next as soon as it has its answer. `check` throws on a wrong answer. */
export async function drive<Job>(
  port: number,
  count: number,
  jobs: readonly Job[],
  ask: (job: Job) => Ask,
  check: (job: Job, answer: Answer) => void,
): Promise<Timing> {
  const connections = Array.from({ length: count }, () => new Connection(port));
  const latencies: number[] = [];
  const answers: [Job, Answer][] = [];
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      while (next < jobs.length) {
        const job = jobs[next++]!;
        const sent = performance.now();
        answers.push([job, await connection.send(ask(job))]);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const elapsed = performance.now() - begun;
  connections.forEach((connection) => connection.close());
  answers.forEach(([job, answer]) => check(job, answer));
  return { elapsed, latencies };
}

/** A free port on loopback, for a server about to start. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
