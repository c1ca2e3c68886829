import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalendarReads, type Day } from '../calendar/index.js';
import { MatterCorridor, MatterStore, refuse, type MatterRequest, type Outcome, type Place } from '../commands/index.js';
import { Config } from '../platform/config/index.js';
import { dueBy, openReport, type Opening } from './open-report.js';
import { askedOn, dueRuleOf, isPeriodOf, type Asked, type Purpose, type ReportRules } from './period.js';

/** Opened in one sweep; the next one goes on. */
const BATCH = 500;
/** No region has this code. */
const NOWHERE = '000000';

/** Of whom a report is asked by hand. */
export interface AskedOf extends Asked {
  readonly regionCode?: string;
  readonly organizationId?: string;
}

/** Reports come into being here: when the calendar asks for them, or because somebody wants to write one. */
@Injectable()
export class ReportOpenings {
  private readonly rules: ReportRules;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly corridor: MatterCorridor,
    private readonly store: MatterStore,
    private readonly calendars: CalendarReads,
    config: Config,
  ) {
    this.rules = { quarterlyDays: config.quarterlyReportDays, annualCovers: config.annualProgressCovers };
  }

  /** Opens what the calendar asks for today. Answers how many it opened; what another process opened meanwhile is not among them. */
  async sweep(): Promise<number> {
    return this.openDue(await this.calendars.today());
  }

  /**
   * Opens what is asked for on a day: of each territory that has an office on the system and a territory above, of each department at which somebody can write.
   * A deadline that had passed before anybody was there is not held against them.
   */
  async openDue(today: Day): Promise<number> {
    const calendar = await this.calendars.calendar();
    let opened = 0;
    for (const asked of askedOn(today, this.rules)) {
      const rule = dueRuleOf(asked.purpose, asked.period, this.rules);
      for (const place of await this.wanting(asked, dueBy(rule, calendar).dueOn)) {
        if (await this.corridor.runDue(place, this.command({ key: null }, null, { ...asked, place, rule }))) opened += 1;
      }
    }
    return opened;
  }

  /** Opens a report by hand. @throws ProblemError 400 for a period of another kind, 404 for what is not there, 409 when there is one */
  async open(request: Omit<MatterRequest, 'at'>, asked: AskedOf): Promise<Outcome> {
    const { purpose, period } = asked;
    if (!isPeriodOf(purpose, period)) throw refuse.malformed('period');
    const place = await this.placeOf(asked);
    const opening = { purpose, period, rule: dueRuleOf(purpose, period, this.rules), ...place };
    return this.corridor.run({ ...request, at: opening.place }, this.command(request, request.token, opening));
  }

  private command(request: Pick<MatterRequest, 'key' | 'requestId'>, token: string | null, opening: Opening) {
    return openReport(request, opening, {
      calendar: () => this.calendars.calendar(),
      existing: () => this.existing(opening),
      madeBefore: async () => (await this.store.facts(token, opening.place, request.key)).prior !== null,
    });
  }

  private async existing({ place: { organizationId, regionCode }, purpose, period }: Opening): Promise<string | null> {
    const [row]: { id: string }[] = await this.source.query(
      `select id from mulu.matter where machine_id = 'progressReport' and region_code = $1 and organization_id is not distinct from $2
         and purpose = $3 and period = $4`,
      [regionCode, organizationId, purpose, period],
    );
    return row?.id ?? null;
  }

  /** A territory reports to the one above, a department to its region's office. What there is not lies where nobody has a hand. */
  private async placeOf({ purpose, regionCode, organizationId }: AskedOf): Promise<Pick<Opening, 'place' | 'highest'>> {
    const ofDepartment = purpose === 'annualDisclosure';
    if (ofDepartment ? organizationId === undefined || regionCode !== undefined : regionCode === undefined || organizationId !== undefined)
      throw refuse.malformed(ofDepartment ? 'organizationId' : 'regionCode');
    const [found = { regionCode: NOWHERE, officeRegion: NOWHERE }]: { regionCode: string; officeRegion: string | null }[] =
      await this.source.query(
        ofDepartment
          ? `select region_code as "regionCode", region_code as "officeRegion" from mulu.organization where id = $1 and kind = 'department'`
          : `select code as "regionCode", parent_code as "officeRegion" from mulu.region where code = $1`,
        [ofDepartment ? organizationId : regionCode],
      );
    const place = {
      organizationId: organizationId ?? null,
      regionCode: found.regionCode,
      officeRegion: found.officeRegion ?? found.regionCode,
    };
    return { place, highest: found.officeRegion === null };
  }

  /** Those who have not got the report yet and whose author was there on the day that it is due, or is there before it. */
  private wanting({ purpose, period }: Asked, dueOn: Day): Promise<Place[]> {
    return this.source.query(purpose === 'annualDisclosure' ? DEPARTMENTS : TERRITORIES, [purpose satisfies Purpose, period, dueOn, BATCH]);
  }
}

const TERRITORIES = `
  select null as "organizationId", r.code as "regionCode", r.parent_code as "officeRegion" from mulu.region r
  where r.parent_code is not null
    and exists (select from mulu.live_appointment a where a.role = 'leadingGroupOffice' and a.region_code = r.code and a.principal_id is null
                and mulu.day_here(a.starts_at) <= $3)
    and not exists (select from mulu.matter m where m.machine_id = 'progressReport' and m.region_code = r.code and m.organization_id is null
                    and m.purpose = $1 and m.period = $2)
  order by r.code limit $4`;
const DEPARTMENTS = `
  select o.id as "organizationId", o.region_code as "regionCode", o.region_code as "officeRegion" from mulu.organization o
  where o.kind = 'department'
    and exists (select from mulu.live_appointment a where a.role in ('compiler', 'departmentLeader') and a.organization_id = o.id
                and a.principal_id is null and mulu.day_here(a.starts_at) <= $3)
    and not exists (select from mulu.matter m where m.machine_id = 'progressReport' and m.organization_id = o.id and m.purpose = $1 and m.period = $2)
  order by o.region_code, o.id limit $4`;
