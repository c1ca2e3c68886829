import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { offers } from '../../machines/judge.js';
import { ROLE_CODES, type RoleCode } from '../../machines/people.facts.js';
import { itemFacts, type Loaded, type StoredItem } from '../commands/facts.js';
import type { PersonReference, StandingView } from './views/item.views.js';

/** An unmet one of these says that a step is for somebody else or for another time; what else is unmet is the work itself. */
const NOT_NOW: ReadonlySet<string> = new Set(['rolePermits', 'stateAllows', 'versionStateAllows', 'textUnsealed']);

/** What the present state of an item rests on. */
@Injectable()
export class StandingReads {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Codes and a name, no word of the text: for whoever may know that the item is there. */
  async of(loaded: Loaded, item: StoredItem): Promise<StandingView> {
    const [row]: { event: string; seq: number; by: PersonReference | null; since: Date }[] = await this.source.query(
      `select e.type as event, e.seq::int as seq, case when a.id is not null then json_build_object('id', a.id, 'displayName', a.display_name) end as by,
         greatest(e.at, (select max(s.at) from mulu.log_event s where s.stream = e.stream and s.type = 'submit' and s.item_id is null)) as since
       from mulu.log_event e left join mulu.account a on a.id = e.actor_id where e.stream = $1 and e.seq = $2`,
      [loaded.version.id, item.seq],
    );
    return { ...row!, since: row!.since.toISOString(), roles: ROLE_CODES.filter((role) => mayAct(role, loaded, item)) };
  }
}

/** Whether somebody who holds this role, and had no hand in the version, could take a step. */
function mayAct(role: RoleCode, loaded: Loaded, item: StoredItem): boolean {
  const newcomer = { ...loaded, person: 'newcomer', hands: [{ role, persons: ['newcomer'] as const }] };
  return offers('itemReview', item.state, itemFacts(newcomer, item, [])).some(({ requirements }) =>
    requirements.every(({ id, satisfied }) => satisfied || !NOT_NOW.has(id)),
  );
}
