export { CheckpointClock } from './checkpoint-clock.js';
export { keyIn, KeyFileError, publicKeyOf } from './key-file.js';
