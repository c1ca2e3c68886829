import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** What somebody was shown: as `mulu.evidence_read` takes it. */
export const EVIDENCE = ['history', 'replay', 'verification', 'package', 'dossier', 'sample', 'search', 'checkpoints', 'reads'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface EvidenceRead {
  readonly what: Evidence;
  /** The log, where it is one. */
  readonly log: string | null;
  /** What was asked for, as the address says it. */
  readonly query: string | null;
  /** It is carried away: an entry each time, and not once an hour. */
  readonly each?: boolean;
}

/** The entries of the system chain that say who looked at evidence. */
@Injectable()
export class ReadLog {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Leaves an entry where the person audits or administers. To be awaited before the answer goes out: without the entry there is none. */
  async note(token: string | null, { what, log, query, each = false }: EvidenceRead): Promise<void> {
    await this.source.query('select mulu.evidence_read($1, $2, $3, $4, $5)', [token, what, log, query, each]);
  }
}
