export { dueOf, type SetDue } from './due.js';
export { ESCALATION_DAYS, matterFacts, NOTICE_DAYS } from './facts.js';
export { deadlineOf, MatterReads } from './matter.reads.js';
export {
  BodyReference,
  DeadlineStandView,
  ParentReference,
  RegionReference,
  type DueRuleView,
  type MatterEventView,
  type MatterView,
} from './matter.views.js';
export { IsDay } from './matters.dto.js';
export { MatterCallsModule } from './matter-calls.js';
export { MattersModule } from './matters.module.js';
export { moveMatter, type Surroundings } from './move-matter.js';
export { beginningAt, stepOn } from './requests.js';
export { stepBelow } from './step-below.js';
export { begin, move, type Beginning, type Taker } from './steps.js';
export { MatterSurroundings } from './surroundings.js';
