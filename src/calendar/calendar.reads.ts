import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Day } from './days.js';
import { addWorkingDays, fixedDate, workingDaysBetween, type Calendar, type Due, type MarkedDay } from './working-days.js';

/** How a deadline comes about: a date that was said, or so many working days after a day. */
export type DueRule =
  | { readonly kind: 'FIXED'; readonly dueOn: Day }
  | { readonly kind: 'WORKDAYS_AFTER'; readonly from: Day; readonly days: number };

interface Head {
  today: Day;
  edition: string;
}

interface Row extends MarkedDay {
  year: number;
  day: Day | null;
}

/** The calendar in force and what is computed with it. Reads once per edition, however often it is asked. */
@Injectable()
export class CalendarReads {
  private kept: { edition: string; calendar: Promise<Calendar> } | null = null;

  constructor(private readonly database: DataSource) {}

  /** Today in Asia/Shanghai, by the database's clock: the one that the log goes by. */
  async today(): Promise<Day> {
    return (await this.head()).today;
  }

  /** The newest edition of every year that was entered. */
  async calendar(): Promise<Calendar> {
    const { edition } = await this.head();
    if (this.kept?.edition !== edition) this.kept = { edition, calendar: this.read() };
    const { kept } = this;
    return kept.calendar.catch((error: unknown) => {
      if (this.kept === kept) this.kept = null;
      throw error;
    });
  }

  /** @throws RangeError unless the rule's days are a whole number from 1 */
  async due(rule: DueRule): Promise<Due> {
    const calendar = await this.calendar();
    return rule.kind === 'FIXED' ? fixedDate(calendar, rule.dueOn) : addWorkingDays(calendar, rule.from, rule.days);
  }

  /** Working days after today up to and with the deadline; below zero once it has passed, 0 on the day itself. */
  async workingDaysLeft(today: Day, dueOn: Day): Promise<number> {
    return workingDaysBetween(await this.calendar(), today, dueOn);
  }

  private async head(): Promise<Head> {
    const [head] = await this.database.query<Head[]>(
      `select to_char(mulu.day_here(clock_timestamp()), 'YYYY-MM-DD') as today, coalesce(max(seq), 0)::text as edition from mulu.calendar_edition`,
    );
    if (!head) throw new Error('the database gave no day');
    return head;
  }

  private async read(): Promise<Calendar> {
    const rows = await this.database.query<Row[]>(
      `select c.year, to_char(d.day, 'YYYY-MM-DD') as day, d.kind, d.name
       from (select year, max(number) as number from mulu.calendar_edition group by year) c
       left join mulu.calendar_day d on d.year = c.year and d.number = c.number`,
    );
    return {
      years: new Set(rows.map(({ year }) => year)),
      days: new Map(rows.flatMap(({ day, kind, name }) => (day === null ? [] : [[day, { kind, name }] as const]))),
    };
  }
}
