export { verifyChain, type AuditProblem, type ChainedEvent } from './chain.js';
export { replay, type ReplayedItem, type ReplayedVersion } from './replay.js';
