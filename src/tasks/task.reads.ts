import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalendarReads } from '../calendar/index.js';
import { MatterStore, refuse } from '../commands/index.js';
import { afterCursor, pageOf } from '../platform/paging.js';
import { Addressees, type Addressee } from './addressees.js';
import { ProblemError } from '../platform/problems/index.js';
import type { TaskScopeDto, TasksQuery } from './task.dto.js';
import type { TaskGroupView, TaskPage, TaskPreview, TaskSummary } from './task.views.js';

const SHOWN = 200;

/** What offices ask about tasks. */
@Injectable()
export class TaskReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: MatterStore,
    private readonly calendars: CalendarReads,
    private readonly addressees: Addressees,
  ) {}

  /** Whom a task would address, for an office that may issue it. */
  async preview(token: string | null, scope: TaskScopeDto): Promise<TaskPreview> {
    const place = { organizationId: null, regionCode: scope.regionCode, officeRegion: scope.regionCode };
    const { person, hands, today } = await this.store.facts(token, place, null);
    if (person === null) throw refuse.notSignedIn();
    if (!hands?.some(({ role }) => role === 'givingOffice')) throw refuse.absent();
    const bodies = await this.addressees.of(scope, today, await this.calendars.calendar());
    if (bodies === null) throw new ProblemError({ status: 422, code: 'task.deadlineUnclear' });
    return {
      groups: groupsOf(bodies),
      bodies: bodies.length,
      unmanned: bodies.filter(({ manned }) => !manned).length,
      sample: bodies.slice(0, SHOWN).map(({ due, ...body }) => ({ ...body, dueOn: due.dueOn })),
    };
  }

  /** The tasks of the territories that one's office or audit covers, and those that one's body has something under; the newest first. */
  async page(token: string | null, { region, cursor, limit }: TasksQuery): Promise<TaskPage> {
    const after = afterCursor(cursor, 2);
    const rows: TaskSummary[] | null = await this.source
      .query('select mulu.tasks_told($1, $2, $3, $4, $5) as told', [
        token,
        region ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ])
      .then(([row]: { told: TaskSummary[] | null }[]) => row!.told);
    if (rows === null) throw refuse.notSignedIn();
    return pageOf(rows, limit, ({ issuedAt, id }) => [issuedAt, id]);
  }
}

function groupsOf(bodies: readonly Addressee[]): TaskGroupView[] {
  const groups = new Map<string, TaskGroupView>();
  for (const { due, manned } of bodies) {
    const group = groups.get(due.dueOn) ?? { dueOn: due.dueOn, provisional: due.provisional, bodies: 0, unmanned: 0 };
    groups.set(due.dueOn, { ...group, bodies: group.bodies + 1, unmanned: group.unmanned + (manned ? 0 : 1) });
  }
  return [...groups.values()].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}
