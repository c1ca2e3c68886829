import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalendarReads, workingDaysBetween } from '../calendar/index.js';
import { refuse } from '../commands/index.js';
import type { MyMattersView, MyMatterView } from './my-matters.views.js';

const MOST = 200;

/** What of the matters waits for somebody. */
@Injectable()
export class MyMatters {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: CalendarReads,
  ) {}

  /** The nearest deadline first. @throws ProblemError 401 without a session */
  async of(token: string | null): Promise<MyMattersView> {
    const [row]: { told: { items: Omit<MyMatterView, 'workingDaysLeft'>[]; escalated: MyMattersView['escalated'] } | null }[] =
      await this.source.query('select mulu.my_matters($1, $2) as told', [token, MOST + 1]);
    if (!row?.told) throw refuse.notSignedIn();
    const [calendar, today] = await Promise.all([this.calendars.calendar(), this.calendars.today()]);
    const items = row.told.items
      .slice(0, MOST)
      .map((item) => ({ ...item, workingDaysLeft: workingDaysBetween(calendar, today, item.dueOn) }));
    return { items, more: row.told.items.length > MOST, escalated: row.told.escalated };
  }
}
