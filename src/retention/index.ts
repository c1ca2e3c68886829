export { Lapsing } from './lapsing.js';
export { RetentionModule } from './retention.module.js';
