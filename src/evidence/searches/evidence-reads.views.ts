import { ApiProperty } from '@nestjs/swagger';
import { EVIDENCE, type Evidence } from '../../access/index.js';
import { PersonReference } from '../../catalogues/index.js';

/** The log that somebody was shown: of a version, or of a task, obligation, rectification or report. */
export class ReadLogView {
  id: string;
  /** `catalogueVersion`, or the lifecycle of the matter. */
  machine: string;
  /** Of a version. */
  title: string | null;
  number: number | null;
  /** The body, or the region. */
  place: string;
}

/** Somebody who audits or administers was shown evidence. */
export class EvidenceReadView {
  /** Of the entry in the system's chain. */
  seq: number;
  at: string;
  actor: PersonReference;
  /** Those that they held then: of an auditor or an administrator. */
  roles: string[];
  @ApiProperty({ enum: EVIDENCE })
  what: Evidence;
  log: ReadLogView | null;
  /** What they asked for, as the address said it; null where the log says enough, or the words were destroyed. */
  query: string | null;
}

export class EvidenceReadPage {
  items: EvidenceReadView[];
  nextCursor: string | null;
}
