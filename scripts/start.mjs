/** `npm start`: builds when needed, then serves. Everything else is src/main.ts. */
import { buildIfStale } from './build.mjs';

buildIfStale();
await import('../dist/src/main.js');
