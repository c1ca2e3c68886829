export { testDatabase, testServer, useTestDatabase, type TestDatabase } from './database.js';
