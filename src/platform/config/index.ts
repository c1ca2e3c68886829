export { Config, LOG_LEVELS, MODES } from './config.js';
export { ConfigError, loadConfig } from './load.js';
export { withVariableTables } from './table.js';
export { isLoopback } from './together.js';
export { variables, type VariableRow } from './variable.js';
