export { AllowList, entryOf } from './allow-list.js';
