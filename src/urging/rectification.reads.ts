import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalendarReads } from '../calendar/index.js';
import { refuse, type StoredMatter } from '../commands/index.js';
import { deadlineOf } from '../matters/index.js';
import { containing } from '../platform/like.js';
import { afterCursor, pageOf } from '../platform/paging.js';
import type { RectificationsQuery } from './urging.dto.js';
import type { RectificationPage, RectificationRow } from './urging.views.js';

/** As `mulu.rectifications_told` tells it. */
interface Told {
  readonly notice: Omit<RectificationRow, 'deadline'>;
  readonly deadline: Pick<StoredMatter, 'dueOn' | 'dueRule' | 'provisional' | 'doneOn'>;
  readonly key: readonly string[];
}

/** The notices that somebody may read. */
@Injectable()
export class RectificationReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: CalendarReads,
  ) {}

  /** @throws ProblemError 401 without a session, 400 for a cursor that was not handed out */
  async page(token: string | null, query: RectificationsQuery): Promise<RectificationPage> {
    const { region, organization, parent, state, purpose, mine = false, q, cursor, limit } = query;
    const filters = [region, organization, parent, state, purpose, q && containing(q)].map((filter) => filter ?? null);
    const [row]: { told: Told[] | null }[] = await this.source.query(
      'select mulu.rectifications_told($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as told',
      [token, ...filters, mine, afterCursor(cursor, 3), limit + 1],
    );
    if (!row?.told) throw refuse.notSignedIn();
    const page = pageOf(row.told, limit, ({ key }) => key);
    const [today, calendar] = await Promise.all([this.calendars.today(), this.calendars.calendar()]);
    return {
      ...page,
      items: page.items.map(({ notice, deadline }) => ({ ...notice, deadline: deadlineOf(deadline, today, calendar)! })),
    };
  }
}
