import type { DataSource } from 'typeorm';
import * as refuse from '../../commands/refusals.js';

/** One end of a log. */
export interface LogEnd {
  readonly seq: number;
  readonly at: Date;
}

/** An instant of a version's log: `seq` is the last event that had happened. */
export interface Moment extends LogEnd {
  readonly first: LogEnd;
  readonly last: LogEnd;
  /** Until when events of other logs had happened, to the microsecond: the time that was asked for, or that of the event. */
  readonly until: string;
}

/** The numbers of a log have no gap and its times never go back, so that an instant is found in a few steps, however long the log. */
const MOMENT = `with recursive ends as (
    select f.at as first_at, l.seq as last, l.at as last_at
    from (select at from mulu.log_event where stream = $1 and seq = 1) f
    cross join (select seq, at from mulu.log_event where stream = $1 order by seq desc limit 1) l
  ), probe (low, high) as (
    select 0::bigint, last from ends where $3::float8 is not null
    union all
    select case when e.at < to_timestamp($3) then p.middle else p.low end, case when e.at < to_timestamp($3) then p.high else p.middle - 1 end
    from (select low, high, (low + high + 1) / 2 as middle from probe where low < high) p
    join mulu.log_event e on e.stream = $1 and e.seq = p.middle
  ), wanted as (select coalesce($2::bigint, (select low from probe where low = high), ends.last) as seq from ends)
  select wanted.seq::int as seq, e.at, ends.first_at as "firstAt", ends.last::int as last, ends.last_at as "lastAt",
    coalesce(to_timestamp($3), e.at)::text as until
  from ends cross join wanted left join mulu.log_event e on e.stream = $1 and e.seq = wanted.seq`;

interface Row {
  readonly seq: number;
  readonly at: Date | null;
  readonly firstAt: Date;
  readonly last: number;
  readonly lastAt: Date;
  readonly until: string;
}

/**
 * Finds the instant that is asked for. A time means everything up to the end of its millisecond, as answers show times to the millisecond; one after the
 * last event means that event.
 * @param at an event's number or an ISO time; nothing for the end of the log
 * @throws ProblemError 422 before the first event, 404 for an event that is not in the log
 */
export async function momentOf(source: DataSource, versionId: string, at: string | undefined): Promise<Moment> {
  const [seq, until] = at === undefined ? [null, null] : /^\d+$/.test(at) ? [Number(at), null] : [null, (Date.parse(at) + 1) / 1000];
  const [row]: Row[] = await source.query(MOMENT, [versionId, seq, until]);
  if (!row) throw refuse.absent();
  if (row.seq < 1) throw refuse.beforeFirst();
  if (row.at === null) throw refuse.absent();
  return { seq: row.seq, at: row.at, first: { seq: 1, at: row.firstAt }, last: { seq: row.last, at: row.lastAt }, until: row.until };
}
