import { BodyReference, RegionReference } from './matter.views.js';

/** Something that waits for me. */
export class MyMatterView {
  id: string;
  machine: 'obligation' | 'rectification' | 'progressReport';
  purpose: string;
  state: string;
  /** The role or capacity in which it is my turn. */
  role: string;
  dueOn: string;
  provisional: boolean;
  workingDaysLeft: number;
  period: string | null;
  number: string;
  title: string;
  region: RegionReference;
  organization: BodyReference | null;
  since: string;
}

/** Bodies that are late under a task of my territory, of which I was told. */
export class EscalatedView {
  id: string;
  number: string;
  title: string;
  region: string;
  count: number;
}

export class MyMattersView {
  items: MyMatterView[];
  /** There are more, whose deadlines are later. */
  more: boolean;
  escalated: EscalatedView[];
}
