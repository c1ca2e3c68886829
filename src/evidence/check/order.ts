import type { Checked } from '../tree/check-tree.js';

/** What the process that checks is told. */
export interface CheckOrder {
  /** The application's login. */
  readonly url: string;
  /** `name+id+base64`. */
  readonly keys: readonly string[];
  readonly from: Checked | null;
}
