export type { Ask } from './ask.js';
export { bodyOf, verifyChain, type AuditProblem, type ChainedEvent } from './chain.js';
export { replay, type ReplayedItem, type ReplayedVersion } from './replay.js';
export { replayMatter, type ReplayedMatter } from './replay-matter.js';
export { registeredMachines, type RegisteredMachines } from './registered.js';
export { machineHash, storedChain } from './stored.js';
export { verifyMatter } from './verify-matter.js';
export { SYSTEM_STREAM, verifySystem } from './verify-system.js';
export { verifyVersion, type Verified } from './version/verify-version.js';
