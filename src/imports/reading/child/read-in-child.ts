import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../../platform/project.js';
import type { Profile } from '../../../profiles/index.js';
import type { ReadingLimits } from '../limits.js';
import type { ImportReading } from '../read-catalogue.js';
import { ImportRefusal, isRefusalCode } from '../refusal.js';
import { Places } from './places.js';
import { ANSWER_DESCRIPTOR, type ReadingAnswer, type ReadingRequest } from './protocol.js';
import { watchResidentMemory } from './resident-memory.js';

const PLACES = 2;
/** Two children at a time, eight files waiting for at most two seconds: an answer within ten seconds in any case. */
const places = new Places(PLACES, 8, 2_000);
/** What the compiler takes in a child that runs from the sources, as tests do. */
const COMPILER_MEGABYTES = 96;

/**
 * Reads a catalogue file in a child process of its own, capped in time, heap, resident memory and size of the answer.
 * @param bytes the file as it was sent
 * @param fileName as it was sent; says which kind of file it claims to be, nothing else
 * @throws ImportRefusal with code and status; also for a child that had to be killed, and when too many files wait
 */
export async function readInChild(bytes: Buffer, fileName: string, profile: Profile, limits: ReadingLimits): Promise<ImportReading> {
  if (bytes.length === 0) throw new ImportRefusal('import.empty');
  if (bytes.length > limits.maxBytes) throw new ImportRefusal('import.tooLarge');
  const weight = bytes.length > limits.smallFileBytes ? PLACES : 1;
  const output = await places.run(weight, () => runChild({ fileName: fileName.slice(-255), profile, limits }, bytes, weight));
  const answer = JSON.parse(output.toString('utf8')) as ReadingAnswer;
  if ('reading' in answer) return answer.reading;
  const { code, detail } = answer.refusal;
  throw new ImportRefusal(isRefusalCode(code) ? code : 'import.broken', detail);
}

function runChild(request: ReadingRequest, bytes: Buffer, weight: number): Promise<Buffer> {
  const { limits } = request;
  const { script, overhead } = entry();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.maxHeapMegabytes * weight}`, ...script], {
      // No environment: the child must know no address, no password and no option of the server.
      env: {},
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let costly = false;
    const kill = (): void => {
      costly = true;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(kill, limits.maxMilliseconds);
    const stopWatching = watchResidentMemory(child.pid, limits.maxResidentMegabytes * weight + overhead, kill);
    const output: Buffer[] = [];
    let size = 0;
    (child.stdio[ANSWER_DESCRIPTOR] as Readable).on('data', (part: Buffer) => {
      size += part.length;
      if (size > limits.maxResultBytes) kill();
      else output.push(part);
    });
    // A child that dies while it is fed says so by its end, not here.
    child.stdin!.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(clock);
      stopWatching();
      if (code === 0 && !costly) resolve(Buffer.concat(output));
      else reject(new ImportRefusal('import.tooCostly'));
    });
    child.stdin!.write(`${JSON.stringify(request)}\n`);
    child.stdin!.end(bytes);
  });
}

/** The worker beside this module: as built, or, when the program runs from its sources, by way of the compiler. */
function entry(): { script: string[]; overhead: number } {
  const built = fileURLToPath(new URL('./worker.js', import.meta.url));
  if (existsSync(built)) return { script: [built], overhead: 0 };
  const source = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const hook = join(PROJECT_ROOT, 'scripts', 'typescript-hook.mjs');
  return { script: ['--import', hook, source], overhead: COMPILER_MEGABYTES };
}
