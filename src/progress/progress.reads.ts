import { Injectable } from '@nestjs/common';
import { addWorkingDays, CalendarReads, shifted, workingDaysBetween, type Calendar } from '../calendar/index.js';
import { NOTICE_DAYS } from '../matters/index.js';
import { containing } from '../platform/like.js';
import { afterCursor, pageOf } from '../platform/paging.js';
import { ProblemError } from '../platform/problems/index.js';
import { Oversight } from './oversight.js';
import { STAGES, type ObligationsQuery, type ProgressQuery, type Stage } from './progress.dto.js';
import type { CellsView, ObligationPage, ObligationRow, ProgressView, TrendView } from './progress.views.js';
import { trendOf, type Moves } from './trend.js';

/** As `mulu.progress_told` tells it. */
interface Cells {
  readonly bodies: number;
  readonly done: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly nextDue: string | null;
  readonly provisional: boolean;
  readonly stages: Readonly<Record<Stage, number>>;
}
interface Told {
  readonly region: ProgressView['region'];
  readonly parents: ProgressView['parents'];
  readonly asOf: string;
  readonly today: string;
  readonly total: Cells;
  readonly own: Cells | null;
  readonly children: readonly { readonly region: ProgressView['region']; readonly cells: Cells | null }[];
}
/** As `mulu.obligations_told` tells it. */
interface ToldList extends Pick<ObligationPage, 'region' | 'task' | 'total'> {
  readonly items: readonly Omit<ObligationRow, 'workingDaysLeft'>[];
}

const NONE: Cells = {
  bodies: 0,
  done: 0,
  onTime: 0,
  late: 0,
  overdue: 0,
  dueSoon: 0,
  nextDue: null,
  provisional: false,
  stages: Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>,
};

/** The last day of which a deadline counts as near, seen from a day. */
function noticeOf(today: string, calendar: Calendar): string {
  return shifted(addWorkingDays(calendar, today, NOTICE_DAYS + 1).dueOn, -1);
}

/** How far a territory is: for its offices and auditors. */
@Injectable()
export class ProgressReads {
  constructor(
    private readonly oversight: Oversight,
    private readonly calendars: CalendarReads,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for a region that one does not oversee */
  async rollUp(token: string | null, { region, task, at }: ProgressQuery): Promise<ProgressView> {
    const { calendar, notice, territories, here } = await this.place(token, region, at);
    const told = await this.oversight.ask<Told>('progress_told($1, $2, $3, $4, $5)', [token, here, task ?? null, at ?? null, notice]);
    const cellsAt = (code: string, own: boolean, cells: Cells | null) =>
      cellsOf(cells ?? NONE, { region: code, task, at, ...(own && { own: 'true' }) }, told.today, calendar);
    return {
      region: told.region,
      parents: told.parents,
      territories,
      asOf: told.asOf,
      today: told.today,
      total: cellsAt(here, false, told.total),
      own: cellsAt(here, true, told.own),
      children: told.children.map(({ region: child, cells }) => ({ region: child, cells: cellsAt(child.code, false, cells) })),
    };
  }

  /** The list behind a number. */
  async list(token: string | null, query: ObligationsQuery): Promise<ObligationPage> {
    const { region, task, at, own, stage, timing, q, cursor, limit } = query;
    const { calendar, notice, here, today } = await this.place(token, region, at);
    const after = afterCursor(cursor, 3);
    const call = 'obligations_told($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)';
    const words = q ? containing(q) : null;
    const filters = [own === true, stage ?? null, timing ?? null, words, after, limit + 1];
    const told = await this.oversight.ask<ToldList>(call, [token, here, task ?? null, at ?? null, notice, ...filters]);
    const page = pageOf(told.items, limit, (row) => [row.region.code, row.organization.name, row.id]);
    return {
      ...told,
      ...page,
      items: page.items.map((row) => ({
        ...row,
        workingDaysLeft: row.state === 'open' || row.state === 'overdue' ? workingDaysBetween(calendar, today, row.dueOn) : null,
      })),
    };
  }

  /** How it came to be so: for each day on which something moved. */
  async trend(token: string | null, { region, task }: ProgressQuery): Promise<TrendView> {
    const { here, today } = await this.place(token, region, undefined);
    return { points: trendOf(await this.oversight.ask<Moves[]>('progress_moves($1, $2, $3)', [token, here, task ?? null]), today) };
  }

  /** Where the board is looked at from, and the days that it counts with. @throws ProblemError 400 for a day that is yet to come */
  private async place(token: string | null, region: string | undefined, at: string | undefined) {
    const [{ territories, here }, calendar, now] = await Promise.all([
      this.oversight.place(token, region),
      this.calendars.calendar(),
      this.calendars.today(),
    ]);
    const today = at === undefined ? now : dayOf(at);
    // What will be is not known: everything that is open today would count as overdue.
    if (today > now) throw new ProblemError({ status: 400, code: 'progress.dayAhead' });
    return { territories, here, calendar, today, notice: noticeOf(today, calendar) };
  }
}

/** The day of a moment in Asia/Shanghai, which has no summer time. */
function dayOf(at: string): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Every number with the list that it counts. */
function cellsOf(cells: Cells, place: Readonly<Record<string, string | undefined>>, today: string, calendar: Calendar): CellsView {
  const at = (more: Record<string, string>, count: number) => {
    const given = Object.entries({ ...place, ...more }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { count, href: `/api/obligations?${new URLSearchParams(given).toString()}` };
  };
  const { bodies, done, onTime, late, overdue, dueSoon, stages, nextDue, provisional } = cells;
  return {
    bodies: at({}, bodies),
    stages: STAGES.map((stage) => ({ stage, ...at({ stage }, stages[stage]) })),
    done: at({ timing: 'done' }, done),
    onTime: at({ timing: 'onTime' }, onTime),
    late: at({ timing: 'late' }, late),
    overdue: at({ timing: 'overdue' }, overdue),
    dueSoon: at({ timing: 'dueSoon' }, dueSoon),
    nextDue,
    workingDaysLeft: nextDue === null ? null : workingDaysBetween(calendar, today, nextDue),
    provisional,
  };
}
