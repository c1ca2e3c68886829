import { BodyReference, DeadlineStandView, ParentReference, RegionReference } from '../matters/index.js';
import type { Purpose } from './urging.dto.js';

/** Whose turn it is, with those who can act. */
export class NoticeHolderView {
  role: string;
  people: string[];
}

export class RectificationRow {
  id: string;
  purpose: Purpose;
  state: string;
  number: string;
  title: string;
  organization: BodyReference;
  region: RegionReference;
  /** The territory whose office gave it. */
  office: RegionReference;
  deadline: DeadlineStandView;
  issuedAt: string;
  /** It is my turn. */
  mine: boolean;
  /** Null once it is ended. */
  holder: NoticeHolderView | null;
}

/** My turn first, by deadline; then what waits for others; then what is ended, the newest first. */
export class RectificationPage {
  items: RectificationRow[];
  nextCursor: string | null;
}

export class RectificationIssued {
  id: string;
  state: string;
  dueOn: string;
  seq: number;
  etag: string;
}

/** A body to which I may send a notice. */
export class AddresseeView {
  organization: BodyReference;
  region: RegionReference;
  /** In whose name: the nearest of my territories that covers the body. */
  office: RegionReference;
  /** What of the body's it would be about. */
  obligation: ParentReference | null;
  /** Somebody holds a role there who can answer. */
  manned: boolean;
  /** Notices to it that are not ended. */
  open: number;
}
