import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../platform/project.js';
import type { CheckOrder } from './order.js';
import type { CheckResult } from './whole-log.js';

const HEAP_MEGABYTES = 512;

/**
 * Checks in a process of its own, which lets everybody else go first.
 * @throws Error when it comes to no end, or `signal` ends it
 */
export async function checkInChild(order: CheckOrder, signal: AbortSignal): Promise<CheckResult> {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, ...entry()], {
    // No environment: all that it needs to know is in its order.
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  try {
    setPriority(child.pid!, constants.priority.PRIORITY_LOW);
  } catch {
    // it runs as everybody else does
  }
  child.stdin.on('error', () => undefined).end(JSON.stringify(order)); // a child that dies while it is told says so by its end
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the check ended with ${code}: ${complained.slice(0, 300)}`);
  return JSON.parse(said) as CheckResult;
}

/** The program beside this module: as built, or, when the program runs from its sources, by way of the compiler. */
function entry(): string[] {
  const built = fileURLToPath(new URL('./child.js', import.meta.url));
  if (existsSync(built)) return [built];
  return ['--import', join(PROJECT_ROOT, 'scripts', 'typescript-hook.mjs'), fileURLToPath(new URL('./child.ts', import.meta.url))];
}
