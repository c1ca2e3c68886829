import { ProblemError } from '../problems/index.js';

/** No request of ours is half as deep; what walks through it recursively must not run out of stack. */
const MOST_LEVELS = 32;

/** @throws ProblemError 400 for a body with too many levels of lists and objects */
export function refuseDeep(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) throw new ProblemError({ status: 400, code: 'request.malformed' });
    level = level.flatMap((value) => (isPlain(value) ? Object.values(value) : []));
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}
