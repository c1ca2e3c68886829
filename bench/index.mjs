/** `npm run bench`: builds when needed, then compares; `npm run bench -- board` looks at the board, `npm run bench -- log` checks a long log. Everything else is run.ts. */
import '../scripts/typescript-hook.mjs';
import { buildIfStale } from '../scripts/build.mjs';

buildIfStale();
const SUBJECTS = { board: './board/run.ts', log: './log/run.ts' };
await import(SUBJECTS[process.argv[2]] ?? './run.ts');
