export { bodyOf, verifyChain, type AuditProblem, type ChainedEvent } from './chain.js';
export { replay, type ReplayedItem, type ReplayedVersion } from './replay.js';
export { replayMatter, type ReplayedMatter } from './replay-matter.js';
export { machineHash, storedChain } from './stored.js';
