/**
 * `npm run walk`: performs the main job against a running server and tells it step by step. The text is walk/; `npm start` has
 * built it. WALK_URL names another server, MULU_DEMO_PASSWORD is the password of the demo accounts.
 */
import { existsSync } from 'node:fs';
import { build } from './build.mjs';

if (!existsSync(new URL('../dist/walk/main.js', import.meta.url))) build();
await import('../dist/walk/main.js');
