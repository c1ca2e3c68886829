export { MATTER_CALLS, type MatterCall, type MatterCalls } from './calls.js';
export type { MatterNoticeKind } from './kinds.js';
export { NotificationsModule } from './notifications.module.js';
