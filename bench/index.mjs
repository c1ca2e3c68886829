/** `npm run bench`: builds when needed, then compares; `npm run bench -- board` looks at the board. Everything else is run.ts. */
import '../scripts/typescript-hook.mjs';
import { buildIfStale } from '../scripts/build.mjs';

buildIfStale();
await import(process.argv[2] === 'board' ? './board/run.ts' : './run.ts');
