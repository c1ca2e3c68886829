export { APP_OPTIONS, createAdapter } from './adapter.js';
export { configureApp } from './configure.js';
export { Metrics } from './metrics.js';
export { describeApi, type ApiMetadata } from './openapi.js';
