export { UrgingModule } from './urging.module.js';
