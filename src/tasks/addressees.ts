import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Calendar } from '../calendar/index.js';
import { dueOf, type SetDue } from '../matters/index.js';
import type { TaskScopeDto } from './task.dto.js';

/** A body that a task addresses, and by when it is to be done. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  /** Somebody holds a role at it. */
  readonly manned: boolean;
  readonly due: SetDue;
}

interface Body extends Omit<Addressee, 'due'> {
  readonly level: string;
  readonly kind: string;
}

/** The bodies that a task addresses, each once: the first group that names its level and kind has it. */
@Injectable()
export class Addressees {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Null where some group's deadline is not said, or said twice. By region and name. */
  async of({ regionCode, groups, except = [] }: TaskScopeDto, today: string, calendar: Calendar): Promise<Addressee[] | null> {
    const dues = groups.map((group) => dueOf(group, today, calendar));
    if (dues.includes(null)) return null;
    const out = new Set(except);
    const bodies = await this.bodies(regionCode);
    return bodies.flatMap(({ level, kind, ...body }) => {
      const index = groups.findIndex((group) => (group.levels as string[]).includes(level) && (group.kinds as string[]).includes(kind));
      return index < 0 || out.has(body.id) ? [] : [{ ...body, due: dues[index]! }];
    });
  }

  private bodies(regionCode: string): Promise<Body[]> {
    return this.source.query(
      `with recursive below (code, level) as (
         select code, level from mulu.region where code = $1
         union all
         select r.code, r.level from mulu.region r join below b on r.parent_code = b.code
       )
       select o.id, o.name, o.region_code as "regionCode", b.level, o.kind,
         exists (select from mulu.live_appointment a where a.organization_id = o.id) as manned
       from below b join mulu.organization o on o.region_code = b.code order by o.region_code, o.name, o.id`,
      [regionCode],
    );
  }
}
