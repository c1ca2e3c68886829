import { ApiProperty } from '@nestjs/swagger';
import { BodyReference, RegionReference } from '../matters/index.js';
import type { RegionLevel } from '../organizations/index.js';
import { STAGES, type Stage } from './progress.dto.js';

/** A number, and the address of the list that it counts. */
export class CountView {
  count: number;
  href: string;
}

export class StageCountView extends CountView {
  @ApiProperty({ enum: STAGES })
  stage: Stage;
}

/** How far some bodies are. */
export class CellsView {
  bodies: CountView;
  /** Every stage, in the order of the way. */
  stages: StageCountView[];
  done: CountView;
  onTime: CountView;
  late: CountView;
  overdue: CountView;
  dueSoon: CountView;
  /** The earliest deadline of what is not done. */
  nextDue: string | null;
  workingDaysLeft: number | null;
  provisional: boolean;
}

export class RegionLevelView extends RegionReference {
  level: RegionLevel;
}

export class ChildProgressView {
  region: RegionLevelView;
  cells: CellsView;
}

export class TaskReference {
  id: string;
  number: string;
  title: string;
}

/** The roll-up of a region. */
export class ProgressView {
  region: RegionLevelView;
  /** The regions above it that I oversee, too; the highest first. */
  parents: RegionReference[];
  /** My territories: where a board may begin. */
  territories: RegionReference[];
  /** The moment that it shows, and its day in Asia/Shanghai. */
  asOf: string;
  today: string;
  total: CellsView;
  /** The bodies of the region itself. */
  own: CellsView;
  children: ChildProgressView[];
}

export class HolderView {
  /** Who is next; `system` where the clock is. */
  role: string;
  /** Those who hold the role there; none where the body is not on the system. */
  people: string[];
}

/** What one body owes under one task, and how far it is. */
export class ObligationRow {
  id: string;
  organization: BodyReference;
  region: RegionReference;
  task: TaskReference;
  state: string;
  @ApiProperty({ enum: STAGES })
  stage: Stage;
  /** The version that is under way. */
  versionId: string | null;
  dueOn: string;
  provisional: boolean;
  doneOn: string | null;
  overdue: boolean;
  dueSoon: boolean;
  onTime: boolean | null;
  /** Null once it is done. */
  workingDaysLeft: number | null;
  /** Who holds it now; null once it is done, and for a moment of the past. */
  holder: HolderView | null;
}

export class ObligationPage {
  region: RegionReference;
  /** The task that was asked for, where the region has something under it. */
  task: TaskReference | null;
  /** How many there are on all pages. */
  total: number;
  items: ObligationRow[];
  nextCursor: string | null;
}

/** How many were done, overdue, open at the end of a day. */
export class TrendPoint {
  day: string;
  bodies: number;
  done: number;
  exempted: number;
  overdue: number;
  open: number;
}

export class TrendView {
  /** A point for each day on which something moved, and today. */
  points: TrendPoint[];
}
