export { AllowList, entryOf } from './allow-list.js';
export { isLoopback } from './loopback.js';
export { mailTransport } from './mail.js';
