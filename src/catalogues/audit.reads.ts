import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { verifyVersion } from '../audit/index.js';
import { CommandStore } from '../commands/index.js';
import { admitted } from './reading.js';
import type { AuditView } from './views/past.views.js';

/** Verification of one version: its chain, its replay, and whether every stored row is what the log says. */
@Injectable()
export class VersionAudit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /** @throws ProblemError 401, 404 */
  async verify(token: string | null, versionId: string): Promise<AuditView> {
    admitted(await this.store.facts(token, versionId, null, 'none', null));
    return this.source.transaction('REPEATABLE READ', (manager) =>
      verifyVersion((sql, values) => manager.query(sql, [...values]), versionId),
    );
  }
}
