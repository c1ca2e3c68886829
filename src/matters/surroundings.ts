import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalendarReads, type Calendar } from '../calendar/index.js';
import type { Child, Surroundings } from './move-matter.js';

/** What a step on a matter reads beside the matter itself. */
@Injectable()
export class MatterSurroundings implements Surroundings {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: CalendarReads,
  ) {}

  calendar(): Promise<Calendar> {
    return this.calendars.calendar();
  }

  children(matterId: string): Promise<readonly Child[]> {
    return this.source.query(
      `select m.id, m.machine_id as "machineId", m.state, (select max(e.seq)::int from mulu.log_event e where e.stream = m.id) as seq
       from mulu.matter m where m.parent_id = $1 and m.machine_id in ('obligation', 'rectification') and m.state not in ('withdrawn', 'accepted')
       order by m.id`,
      [matterId],
    );
  }
}
