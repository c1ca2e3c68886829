import './messages.js';

export { Ask, commandOn, idOrNone, type Asking } from './asking.js';
export { detailOf, type Change } from './changes.js';
export { CommandStore } from './command-store.js';
export { CommandsModule } from './commands.module.js';
export { Corridor, itemOf, type Command, type CommandRequest } from './corridor.js';
export * from './facts.js';
export { logBody } from './log-body.js';
export { machineOf } from './machines.js';
export { MatterCorridor, type LoadedMatter, type MatterCommand, type MatterRequest } from './matter-corridor.js';
export { MatterStore, type DueRule, type MatterChange, type MatterPlan, type Place, type StoredMatter } from './matter-store.js';
export { factsOfPurge, PurgeCorridor, type PurgeRequest } from './purge-corridor.js';
export { PurgeStore, type PurgeTarget } from './purge-store.js';
export * as refuse from './refusals.js';
export type { Outcome } from './through.js';
