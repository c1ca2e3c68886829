export { bootstrap, closeDatabase, requireServerVersion, ServerTooOldError } from './bootstrap.js';
export { migrate, requireMigrated } from './migrate.js';
export { MIGRATIONS_FOLDER, MigrationError, readMigrations, type MigrationFile } from './migrations.js';
export { DATABASE_NAME, DatabaseUnreachableError, openDatabase, upgrade, type Deploy, type Log, type OpenDatabase } from './open.js';
export { LOGINS, OWNER, type Login, type LoginPasswords } from './roles.js';
export { appDataSource, appDataSourceOptions, poolOf, portalPool, type SourceOptions } from './sources.js';
export { withDatabase, withoutPassword } from './urls.js';
