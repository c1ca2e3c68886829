export type { TaskKind } from './kinds.js';
export type { Call } from './next.js';
export { WorklistModule } from './worklist.module.js';
export { WorklistReads } from './worklist.reads.js';
