export { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from './embedded.js';
export { DataFolderInUseError, EmbeddedPostgresError } from './errors.js';
export { REFUGE } from './home.js';
export type { ClusterSecrets } from './secrets.js';
