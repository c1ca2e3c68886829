import { RegionReference } from '../matters/index.js';

/** The bodies of one group, by when they are to be done. */
export class TaskGroupView {
  dueOn: string;
  provisional: boolean;
  bodies: number;
  /** Those at which nobody holds a role: they are not on the system. */
  unmanned: number;
}

export class TaskBodyView {
  id: string;
  name: string;
  regionCode: string;
  dueOn: string;
  manned: boolean;
}

/** Whom a task would address. */
export class TaskPreview {
  groups: TaskGroupView[];
  bodies: number;
  unmanned: number;
  /** The first two hundred, by region and name. */
  sample: TaskBodyView[];
}

export class TaskCounts {
  bodies: number;
  done: number;
  overdue: number;
}

export class TaskSummary {
  id: string;
  state: string;
  purpose: string;
  number: string;
  title: string;
  region: RegionReference;
  issuedAt: string;
  /** The earliest and the latest deadline of what lies below it. */
  firstDueOn: string | null;
  lastDueOn: string | null;
  counts: TaskCounts;
}

export class TaskPage {
  items: TaskSummary[];
  nextCursor: string | null;
}

export class TaskIssued {
  id: string;
  state: string;
  seq: number;
  etag: string;
  /** How many bodies it addresses. */
  bodies: number;
}
