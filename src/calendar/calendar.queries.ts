import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProblemError } from '../platform/problems/index.js';
import type { CalendarQuery, DeadlineQuery } from './calendar.dto.js';
import { CalendarReads, type DueRule } from './calendar.reads.js';
import type { CalendarDayView, CalendarEditionView, CalendarYearView, DeadlineSourceView, DeadlineView } from './calendar.views.js';
import { yearOf } from './days.js';

interface EditionRow {
  edition: number;
  source: string;
  at: Date;
  person: string | null;
  name: string | null;
}

/** What people ask of the calendar. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly database: DataSource,
    private readonly reads: CalendarReads,
  ) {}

  /** @throws ProblemError 404 for an edition that the year does not have */
  async year({ year, edition }: CalendarQuery, person: string): Promise<CalendarYearView> {
    const editions = await this.editions(year);
    const shown = edition === undefined ? (editions[0] ?? null) : editions.find((one) => one.edition === edition);
    if (shown === undefined) throw new ProblemError({ status: 404, code: 'calendar.editionAbsent' });
    const [days, { years }, today, mayEnter] = await Promise.all([
      this.days(year, shown?.edition ?? 0),
      this.reads.calendar(),
      this.reads.today(),
      this.mayEnter(person),
    ]);
    return { year, today, covered: shown !== null, shown, days, editions, years: [...years].sort((a, b) => a - b), mayEnter };
  }

  /** @throws ProblemError 400 unless a first day and a number of days are given, or a fixed date */
  async deadline(query: DeadlineQuery): Promise<DeadlineView> {
    const due = await this.reads.due(ruleOf(query));
    const today = await this.reads.today();
    const counted = new Set([...due.steps.map(({ day }) => yearOf(day)), yearOf(due.dueOn)]);
    return {
      dueOn: due.dueOn,
      provisional: due.provisional,
      today,
      workingDaysLeft: await this.reads.workingDaysLeft(today, due.dueOn),
      steps: due.steps.map((step) => ({ ...step })),
      warning: due.warning,
      sources: await this.sources([...counted]),
    };
  }

  private async editions(year: number): Promise<CalendarEditionView[]> {
    const rows = await this.database.query<EditionRow[]>(
      `select c.number as edition, c.source, e.at, a.id as person, a.display_name as name
       from mulu.calendar_edition c
       join mulu.log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = c.seq
       left join mulu.account a on a.id = e.actor_id
       where c.year = $1 order by c.number desc`,
      [year],
    );
    return rows.map(({ edition, source, at, person, name }) => ({
      edition,
      source,
      enteredAt: at.toISOString(),
      enteredBy: person === null || name === null ? null : { id: person, displayName: name },
    }));
  }

  private days(year: number, edition: number): Promise<CalendarDayView[]> {
    return this.database.query(
      `select to_char(day, 'YYYY-MM-DD') as day, kind, name from mulu.calendar_day where year = $1 and number = $2 order by calendar_day.day`,
      [year, edition],
    );
  }

  private async mayEnter(person: string): Promise<boolean> {
    const [row] = await this.database.query<{ held: boolean }[]>(`select mulu.is_administrator($1, 'systemAdministrator') as held`, [
      person,
    ]);
    return row?.held ?? false;
  }

  private sources(years: readonly number[]): Promise<DeadlineSourceView[]> {
    return this.database.query(
      `select y.year, (select c.source from mulu.calendar_edition c where c.year = y.year order by c.number desc limit 1) as source
       from unnest($1::int[]) y (year) order by 1`,
      [years],
    );
  }
}

function ruleOf({ from, days, on }: DeadlineQuery): DueRule {
  if (on !== undefined && from === undefined && days === undefined) return { kind: 'FIXED', dueOn: on };
  if (on === undefined && from !== undefined && days !== undefined) return { kind: 'WORKDAYS_AFTER', from, days };
  throw new ProblemError({ status: 400, code: 'calendar.oneQuestion' });
}
