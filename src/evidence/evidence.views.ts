import { AuditProblemView } from '../catalogues/index.js';

export class SystemAuditView {
  valid: boolean;
  events: number;
  head: string | null;
  problems: AuditProblemView[];
}

export class CheckpointView {
  /** How many events of all logs it covers. */
  size: number;
  /** When it was kept. ISO 8601. */
  at: string;
  /** The signed note (C2SP tlog-checkpoint), with the cosignatures of the witnesses. */
  note: string;
  /** The second pair: the signed note over the tree of SM3, by SM2; null where none was asked for. */
  smNote: string | null;
}

export class CheckpointPage {
  items: CheckpointView[];
  nextCursor: string | null;
}

export class ConsistencyView {
  first: number;
  second: number;
  /** Hashes in base64 (RFC 6962, 2.1.2). */
  proof: string[];
}

export class PeriodLogView {
  id: string;
  /** Each has a package of its own: `/api/versions/:id/audit-package`, `/api/matters/:id/audit-package`. */
  of: 'version' | 'matter';
  title: string;
  events: number;
  bytes: number;
}

/** How much a period's package would hold. */
export class PeriodSizeView {
  logs: number;
  events: number;
  /** Of the logs themselves, before they are packed; texts come on top. */
  bytes: number;
  mostEvents: number;
  mostBytes: number;
  /** Otherwise the package is refused with 413. */
  fits: boolean;
  /** Those with the most events, at most a hundred. */
  largest: PeriodLogView[];
}
