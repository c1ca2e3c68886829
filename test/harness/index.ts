export { testApplication, type TestApplication } from './application.js';
export { testDatabase, testServer, useTestDatabase, type TestDatabase } from './database.js';
