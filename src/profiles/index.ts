export * from './columns.js';
export * from './grounds.js';
export * from './load.js';
export * from './profile.js';
export { ProfileRegistry } from './registry.js';
export { validateProfile } from './validate.js';
