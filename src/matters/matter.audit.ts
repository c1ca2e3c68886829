import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { verifyMatter } from '../audit/index.js';
import type { AuditView } from '../catalogues/index.js';
import { MatterReads } from './matter.reads.js';

/** Verification of one matter: its chain, its replay, whether its row is what the log says, and whether its texts give their hashes. */
@Injectable()
export class MatterAudit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reads: MatterReads,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader */
  async verify(token: string | null, id: string): Promise<AuditView> {
    await this.reads.loaded(token, id);
    return this.source.transaction('REPEATABLE READ', (manager) => verifyMatter((sql, values) => manager.query(sql, [...values]), id));
  }
}
