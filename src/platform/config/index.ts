export { isLoopback } from '../outward/index.js';
export { Config, LOG_LEVELS, MODES } from './config.js';
export { ConfigError, loadConfig } from './load.js';
export { withVariableTables } from './table.js';
export { variables, type VariableRow } from './variable.js';
