import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../platform/problems/index.js';
import { PROJECT_ROOT } from '../../platform/project.js';
import type { Order } from './order.js';

/** Files written at the same time, and orders that may wait for their turn. */
const PLACES = 2;
const QUEUE = 30;
const LONGEST_MILLISECONDS = 30_000;
/** A document of 1,500 rows of the longest form fits, and workbooks of any size that can be read. */
const HEAP_MEGABYTES = 384;

/** Writes files in threads of their own, few at a time, so that nobody else waits for them. */
@Injectable()
export class WritingRoom {
  private free = PLACES;
  private readonly waiting: (() => void)[] = [];

  /** @throws ProblemError 503 when too many wait or this one took too long, 422 when it is too much for one file */
  async write(order: Order): Promise<Buffer> {
    await this.enter();
    try {
      return await inThread(order);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  private enter(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= QUEUE) return Promise.reject(busy());
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

const busy = () => new ProblemError({ status: 503, code: 'export.busy', headers: { 'retry-after': '5' } });
const tooMuch = (cause: unknown) => new ProblemError({ status: 422, code: 'export.tooMuch', cause });

function inThread(order: Order): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // No environment: the thread needs no address and no password of the server.
    const worker = new Worker(entry(), { workerData: order, env: {}, resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
    const clock = setTimeout(() => void worker.terminate(), LONGEST_MILLISECONDS);
    let written: Buffer | null = null;
    worker.on('message', (bytes: Uint8Array) => {
      written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error));
    worker.on('exit', () => {
      clearTimeout(clock);
      if (written) resolve(written);
      else reject(busy());
    });
  });
}

/** The worker beside this module: as built, or, when the program runs from its sources, by way of the compiler. */
function entry(): URL {
  const built = new URL('./worker.js', import.meta.url);
  if (existsSync(fileURLToPath(built))) return built;
  const hook = pathToFileURL(join(PROJECT_ROOT, 'scripts', 'typescript-hook.mjs')).href;
  const source = new URL('./worker.ts', import.meta.url).href;
  const start = `import { register } from 'node:module'; register(${JSON.stringify(hook)}); await import(${JSON.stringify(source)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(start)}`);
}
