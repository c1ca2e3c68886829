import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuse, type Place } from '../commands/index.js';
import type { ParentReference } from '../matters/index.js';
import type { AddresseeView } from './urging.views.js';

interface Found extends Omit<AddresseeView, 'office' | 'obligation'> {
  readonly office: AddresseeView['office'] | null;
}

/** Bodies that notices are sent to, and in whose name. */
@Injectable()
export class Addressees {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Where a notice to a body would lie. An office sends it in the name of the nearest of its territories that covers the body; whoever has none asks in the
   * name of the body's own region, which the corridor refuses.
   * @throws ProblemError 401 without a session, 404 for a body that there is not
   */
  async placeOf(token: string | null, organizationId: string): Promise<Place> {
    const { organization, region, office } = await this.find(token, organizationId);
    return { organizationId: organization.id, regionCode: region.code, officeRegion: (office ?? region).code };
  }

  /** @throws ProblemError 401, 404 for a body to which one may not send anything */
  async one(token: string | null, organizationId: string, obligationId?: string): Promise<AddresseeView> {
    const { office, ...body } = await this.find(token, organizationId);
    if (office === null) throw refuse.absent();
    return { ...body, office, obligation: obligationId === undefined ? null : await this.obligation(organizationId, obligationId) };
  }

  /** What the body owes and a notice may be about; null for anything else. */
  async obligation(organizationId: string, obligationId: string): Promise<ParentReference | null> {
    const [row]: ParentReference[] = await this.source.query(
      `select m.id, m.machine_id as machine, m.state, t.number, t.title, to_char(m.due_on, 'YYYY-MM-DD') as "dueOn"
       from mulu.matter m join mulu.matter t on t.id = m.parent_id
       where m.id = $1 and m.organization_id = $2 and m.machine_id = 'obligation' and m.state <> 'withdrawn'`,
      [obligationId, organizationId],
    );
    return row ?? null;
  }

  private async find(token: string | null, organizationId: string): Promise<Found> {
    const [row]: (Found & { person: string | null; organization: Found['organization'] | null })[] = await this.source.query(
      `select s.person,
         case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organization,
         json_build_object('code', r.code, 'name', r.name) as region,
         (select json_build_object('code', g.code, 'name', g.name)
          from mulu.region_lineage(o.region_code) with ordinality l (code, height)
          join mulu.territories_of($1) t on t.region_code = l.code and t.role = 'leadingGroupOffice'
          join mulu.region g on g.code = l.code order by l.height limit 1) as office,
         exists (select from mulu.hands_at(o.id) h where h.role in ('compiler', 'departmentLeader')) as manned,
         (select count(*)::int from mulu.matter m
          where m.organization_id = o.id and m.machine_id = 'rectification' and m.state in ('issued', 'overdue', 'answered')) as open
       from (select mulu.session_person($1) as person) s
       left join mulu.organization o on o.id = $2 left join mulu.region r on r.code = o.region_code`,
      [token, organizationId],
    );
    const { person, organization, ...found } = row!;
    if (person === null) throw refuse.notSignedIn();
    if (organization === null) throw refuse.absent();
    return { organization, ...found };
  }
}
