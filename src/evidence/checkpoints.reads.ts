import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuse } from '../commands/index.js';
import { afterCursor, pageOf } from '../platform/paging.js';
import type { CheckpointPage, ConsistencyView } from './evidence.views.js';

/** The signed roots over all logs, and the proof that one grew out of another: for auditors. They say how much was logged, and nothing of it. */
@Injectable()
export class CheckpointReads {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The newest first, each with every signature that it bears. @throws ProblemError 400 for a cursor, 401, 404 for whoever is no auditor */
  async page(token: string | null, cursor: string | undefined, limit: number): Promise<CheckpointPage> {
    await this.admit(token);
    const [before = null] = afterCursor(cursor, 1) ?? [];
    const rows: { size: string; at: Date; note: string; smNote: string | null }[] = await this.source.query(
      `select c.size, c.at, c.note || coalesce((select string_agg(s.line, '' order by s.witness) from mulu.checkpoint_cosignature s where s.size = c.size), '') as note,
         (select s.note from mulu.sm_checkpoint s where s.size = c.size) as "smNote"
       from mulu.checkpoint c where $1::bigint is null or c.size < $1 order by c.size desc limit $2`,
      [before, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ size }) => [size]);
    return { items: items.map(({ size, at, ...notes }) => ({ size: Number(size), at: at.toISOString(), ...notes })), nextCursor };
  }

  /** @throws ProblemError 401, 404 for whoever is no auditor, and for sizes that the tree does not have in this order */
  async consistency(token: string | null, first: number, second: number): Promise<ConsistencyView> {
    await this.admit(token);
    const [row]: { proof: string[] | null }[] = await this.source.query('select mulu.consistency_proof($1, $2) as proof', [first, second]);
    if (!row?.proof) throw refuse.absent();
    return { first, second, proof: row.proof };
  }

  private async admit(token: string | null): Promise<void> {
    const [row]: { person: string | null; allowed: boolean }[] = await this.source.query(
      `select s.person, exists (
         select from mulu.live_appointment a where a.account_id = s.person and a.role in ('auditor', 'auditAdministrator')) as allowed
       from (select mulu.session_person($1) as person) s`,
      [token],
    );
    if (!row?.person) throw refuse.notSignedIn();
    if (!row.allowed) throw refuse.absent();
  }
}
