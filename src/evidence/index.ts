export type { Checked } from './check/tree-check.js';
export { checkWholeLog, type CheckResult } from './check/whole-log.js';
export { CheckpointClock } from './checkpoint-clock.js';
export { EvidenceModule } from './evidence.module.js';
export { keyIn, KeyFileError, publicKeyOf } from './key-file.js';
export { checkpointMail } from './mail-sender.js';
export { publicSmKeyOf, smSignerIn } from './sm/key-file.js';
export { addressesOf, WitnessAddressError } from './witness/addresses.js';
