export { PurgeModule } from './purge.module.js';
