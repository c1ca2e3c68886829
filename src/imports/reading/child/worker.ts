/**
 * The child that reads one file and ends. It gets no environment, no file and no socket of the server: a request on its
 * input, an answer on descriptor 3. Only here does the program touch the bytes of a file that somebody sent.
 */
import { readFileSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readCatalogue } from '../read-catalogue.js';
import { ImportRefusal } from '../refusal.js';
import { ANSWER_DESCRIPTOR, type ReadingAnswer, type ReadingRequest } from './protocol.js';

const input = readFileSync(0);
const end = input.indexOf(0x0a);
const request = JSON.parse(input.toString('utf8', 0, end)) as ReadingRequest;
endWithoutParent(request.limits.maxMilliseconds * 2);
answer(read(request, input.subarray(end + 1)));
process.exit(0);

function read({ fileName, profile, limits }: ReadingRequest, bytes: Buffer): ReadingAnswer {
  try {
    return { reading: readCatalogue(bytes, fileName, profile, limits) };
  } catch (error) {
    if (error instanceof ImportRefusal) return { refusal: { code: error.code, detail: error.detail } };
    return { refusal: { code: 'import.broken', detail: whereIn(error) } };
  }
}

/** What a parser trips over is a damaged file to whoever sent it; the name and place of the error, not its message, may hold no content. */
function whereIn(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frame = /\/([\w.-]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  return frame ? `${error.name} in ${frame}` : error.name;
}

function answer(value: ReadingAnswer): void {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(ANSWER_DESCRIPTOR, bytes, at);
    } catch (error) {
      // The pipe is full and the parent has not read yet.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** A parser in a loop cannot notice that its parent was killed: a thread of its own ends it. */
function endWithoutParent(milliseconds: number): void {
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${milliseconds})`, { eval: true }).unref();
}
