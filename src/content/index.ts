export * from './canonical.js';
export * from './codes.js';
export * from './item-content.js';
export type { Message } from './message.js';
export * from './rules.js';
export * from './time-limit-rule.js';
