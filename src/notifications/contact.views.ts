import type { Mode } from './kinds.js';

/** What I am told by e-mail: at once, once a day (nine o'clock on working days, all in one message), or never. */
export class WishesView {
  /** Work on catalogues: it is my turn. */
  catalogues: Mode;
  /** Something was handed to me: a task, a notice, an answer, a report. */
  matters: Mode;
  /** A deadline is near or has passed. */
  deadlines: Mode;
}

/** Where I am reached, whether this installation sends anything there, and what I want to be told. */
export class ContactView {
  email: string | null;
  mail: boolean;
  wishes: WishesView;
}
