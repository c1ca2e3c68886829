import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandStore } from '../../commands/index.js';
import { admitted } from '../reading.js';
import type { TicksDto } from './replay.dto.js';
import type { ReplayKindsView, TickPage, TickView } from './replay.views.js';

const TICKS = (
  direction: 'after' | 'before',
) => `select e.seq::int as seq, e.at, e.type, e.machine_id as machine, e.from_state as "from", e.to_state as "to",
    e.item_id as "itemId", case when a.id is not null then json_build_object('id', a.id, 'displayName', a.display_name) end as actor
  from mulu.log_event e left join mulu.account a on a.id = e.actor_id
  where e.stream = $1 and e.seq ${direction === 'after' ? '>' : '<'} $2 and ($4::text is null or e.type = $4) and ($5::uuid is null or e.actor_id = $5)
    and ($6::uuid is null or e.item_id = $6) and ($7::text is null or e.machine_id = $7)
  order by e.seq ${direction === 'after' ? '' : 'desc'} limit $3`;

const TYPES = `select type, count(*)::int as count from mulu.log_event where stream = $1 group by type order by min(seq)`;
const ACTORS = `select a.id, a.display_name as "displayName", count(*)::int as count
  from mulu.log_event e join mulu.account a on a.id = e.actor_id where e.stream = $1 group by a.id order by min(e.seq)`;

/** The events of a version without their words: enough for a slider, and for jumping to the next of a kind, of a person or of an item. */
@Injectable()
export class TickReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader */
  async page(token: string | null, versionId: string, wanted: TicksDto): Promise<TickPage> {
    const { version } = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const { before, after = 0, limit = 1000, type, actor, itemId, machine } = wanted;
    const from = before ?? after;
    const rows: TickView[] = await this.source.query(TICKS(before === undefined ? 'after' : 'before'), [
      version.id,
      from,
      limit + 1,
      type ?? null,
      actor ?? null,
      itemId ?? null,
      machine ?? null,
    ]);
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? items.at(-1)!.seq : null };
  }

  /** Which kinds of events the log has, and whose, in the order of their first. @throws as `page` */
  async kinds(token: string | null, versionId: string): Promise<ReplayKindsView> {
    const { version } = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const [types, actors] = await Promise.all([this.source.query(TYPES, [version.id]), this.source.query(ACTORS, [version.id])]);
    return { types, actors };
  }
}
