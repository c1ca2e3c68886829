import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { MatterEventType } from '../../machines/matter.events.js';
import { addWorkingDays, CalendarReads, shifted, workingDaysBetween, type Calendar, type Day } from '../calendar/index.js';
import { MatterCorridor } from '../commands/index.js';
import { ESCALATION_DAYS, MatterSurroundings, moveMatter, NOTICE_DAYS } from '../matters/index.js';

const EVERY_MS = 5_000;
const BATCH = 1_000;
const NOBODY = { key: null } as const;

interface Job {
  readonly id: string;
  readonly event: MatterEventType;
}

/** The last day of which a reminder is due today. */
function remindUntil(today: Day, calendar: Calendar): Day {
  return shifted(addWorkingDays(calendar, today, NOTICE_DAYS + 1).dueOn, -1);
}

/** The last deadline whose passing the superior is told of today. */
function escalateUntil(today: Day, calendar: Calendar): Day {
  let day = shifted(today, -1);
  while (workingDaysBetween(calendar, day, today) < ESCALATION_DAYS) day = shifted(day, -1);
  return day;
}

/**
 * The clock over tasks, obligations, rectifications and reports. What is due is read from what stands, so a sweep that was missed is made up for;
 * each step goes through the corridor, so two processes that sweep at once do it once.
 */
@Injectable()
export class MatterClock implements OnApplicationShutdown {
  private readonly logger = new Logger('deadlines');
  private sweeping: Promise<number> | null = null;
  /** The calendar by which every deadline was last counted anew. */
  private counted: Calendar | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly corridor: MatterCorridor,
    private readonly calendars: CalendarReads,
    private readonly around: MatterSurroundings,
  ) {}

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = this.sweep();
    try {
      await this.sweeping;
    } catch (error) {
      this.logger.error({ kind: (error as Error).name, message: (error as Error).message }, 'the sweep failed, the next one tries again');
    } finally {
      this.sweeping = null;
    }
  }

  /** Takes every step that is due now. Answers how many it took; what another process took meanwhile is not among them. */
  async sweep(): Promise<number> {
    const calendar = await this.calendars.calendar();
    const today = await this.calendars.today();
    const anew = this.counted === calendar ? [] : await this.countedByWorkingDays();
    let taken = 0;
    for (const { id, event } of [...anew, ...(await this.due(today, calendar))]) {
      if (await this.corridor.runDue(id, moveMatter(NOBODY, { type: event }, this.around))) taken += 1;
    }
    this.counted = calendar;
    return taken;
  }

  /** Deadlines that another calendar may move. */
  private countedByWorkingDays(): Promise<Job[]> {
    return this.source.query(
      `select id, 'recompute' as event from mulu.matter
       where state in ('open', 'issued', 'drafting', 'overdue') and due_rule ->> 'kind' = 'WORKDAYS_AFTER' order by due_on`,
    );
  }

  /** In the order in which they are to be taken: what is done is not reminded of. */
  private due(today: Day, calendar: Calendar): Promise<Job[]> {
    return this.source.query(
      `with published as (
         select c.organization_id as id, max(mulu.day_here(p.published_at)) as last
         from mulu.catalogue c join mulu.catalogue_version v on v.catalogue_id = c.id and v.state = 'published'
         join mulu.publication p on p.version_id = v.id group by c.organization_id
       )
       select jobs.id, jobs.event from (
         select m.id, 'fulfil' as event, 1 as turn, m.due_on from mulu.matter m join published p on p.id = m.organization_id
         where m.machine_id = 'obligation' and m.state in ('open', 'overdue') and p.last >= m.since
         union all
         select m.id, 'lapse', 1, m.due_on from mulu.matter m left join published p on p.id = m.organization_id
         where m.machine_id = 'obligation' and m.state = 'fulfilled' and (p.last is null or p.last < m.since)
         union all
         select m.id, 'fallOverdue', 2, m.due_on from mulu.matter m where m.state in ('open', 'issued', 'drafting') and m.due_on < $1
         union all
         select m.id, 'remind', 2, m.due_on from mulu.matter m
         where m.state in ('open', 'issued', 'drafting') and m.due_on between $1 and $2 and m.reminded_for is distinct from m.due_on
         union all
         select m.id, 'escalate', 3, m.due_on from mulu.matter m
         where m.state = 'overdue' and m.due_on <= $3 and m.escalated_for is distinct from m.due_on
       ) jobs order by jobs.turn, jobs.due_on, jobs.id limit $4`,
      [today, remindUntil(today, calendar), escalateUntil(today, calendar), BATCH],
    );
  }

  /** A step under way is finished before the connections close. */
  async onApplicationShutdown(): Promise<void> {
    await this.sweeping?.catch(() => undefined);
  }
}
