import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { verifyVersion } from '../audit/index.js';
import { CommandStore } from '../commands/index.js';
import { admitted } from './reading.js';
import type { AuditView, PurgedTextView } from './views/past.views.js';

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
    return this.source.transaction('REPEATABLE READ', async (manager) => ({
      ...(await verifyVersion((sql, values) => manager.query(sql, [...values]), versionId)),
      purged: await manager.query<PurgedTextView[]>(PURGED_TEXTS, [versionId]),
    }));
  }
}

const PURGED_TEXTS = `select e.seq::int as seq, e.at, encode(e.content_hash, 'hex') as "contentHash", e.item_id as "itemId"
  from mulu.log_event e where e.stream = $1 and e.type = 'text.purged' order by e.seq`;
