export type { Checked } from './tree/check-tree.js';
export { checkWholeLog, type CheckResult } from './check/whole-log.js';
export { CheckpointClock } from './checkpoint-clock.js';
export { EvidenceModule } from './evidence.module.js';
export { keyIn, KeyFileError, publicKeyOf } from './key-file.js';
export { OWN_NAME, ownKeyFile } from './own-key.js';
export { checkpointMail } from './mail-sender.js';
export { publicSmKeyOf, smSignerIn } from './sm/key-file.js';
export { addressesOf, WitnessAddressError } from './witness/addresses.js';
