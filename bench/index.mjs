/** `npm run bench`: builds when needed, then compares. Everything else is run.ts. */
import '../scripts/typescript-hook.mjs';
import { buildIfStale } from '../scripts/build.mjs';

buildIfStale();
await import('./run.ts');
