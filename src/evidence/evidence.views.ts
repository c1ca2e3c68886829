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
