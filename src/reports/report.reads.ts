import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalendarReads } from '../calendar/index.js';
import { refuse, type StoredMatter } from '../commands/index.js';
import { deadlineOf, MatterReads } from '../matters/index.js';
import { afterCursor, pageOf } from '../platform/paging.js';
import { fill, type Language } from '../platform/problems/index.js';
import { composed, recomposed, type ReportContent } from './content.js';
import { listOf } from './figures.js';
import { FindingsReads } from './findings.reads.js';
import { PAPER } from './messages.js';
import { periodBefore, periodWords, type Purpose } from './period.js';
import type { ReportsQuery } from './report.dto.js';
import type {
  CompositionView,
  FigureChangeView,
  ReportContentView,
  ReportPage,
  ReportReference,
  ReportRow,
  ReportView,
} from './report.views.js';
import { titleOf } from './sections.js';

/** As `mulu.reports_told` tells it. */
interface Told {
  readonly report: Omit<ReportRow, 'deadline' | 'periodName'>;
  readonly deadline: Pick<StoredMatter, 'dueOn' | 'dueRule' | 'provisional' | 'doneOn'>;
  readonly key: readonly string[];
}

interface Beside {
  readonly previous: ReportReference | null;
  readonly author: string | null;
  readonly addressee: string | null;
}

/** The reports that somebody may read. */
@Injectable()
export class ReportReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly matters: MatterReads,
    private readonly findings: FindingsReads,
    private readonly calendars: CalendarReads,
  ) {}

  /** @throws ProblemError 401 without a session, 400 for a cursor that was not handed out */
  async page(token: string | null, query: ReportsQuery): Promise<ReportPage> {
    const { region, organization, purpose, period, state, group, cursor, limit } = query;
    const filters = [region, organization, purpose, period, state, group].map((filter) => filter ?? null);
    const [row]: { told: Told[] | null }[] = await this.source.query(
      'select mulu.reports_told($1, $2, $3, $4, $5, $6, $7, $8, $9) as told',
      [token, ...filters, afterCursor(cursor, 3), limit + 1],
    );
    if (!row?.told) throw refuse.notSignedIn();
    const page = pageOf(row.told, limit, ({ key }) => key);
    const [today, calendar] = await Promise.all([this.calendars.today(), this.calendars.calendar()]);
    return {
      ...page,
      items: page.items.map(({ report, deadline }) => ({
        ...report,
        title: report.title || titleOf(report.purpose, (report.organization ?? report.region).name, report.period),
        periodName: periodWords(report.period),
        deadline: deadlineOf(deadline, today, calendar)!,
      })),
    };
  }

  /** @throws ProblemError 401, 404 for what is no report or not for this reader */
  async one(token: string | null, id: string, language: Language): Promise<ReportView> {
    const { matter } = await this.loaded(token, id);
    const [seen, content, beside] = await Promise.all([
      this.matters.one(token, id, language),
      this.findings.content(matter),
      this.beside(matter),
    ]);
    const { title, region, organization, office, deadline, openedAt, roles, events, state, seq } = seen;
    const purpose = seen.purpose as Purpose;
    const period = seen.period!;
    const officeOf = (name: string) => fill(PAPER.office, { region: name });
    return {
      id,
      purpose,
      period,
      periodName: periodWords(period),
      state,
      title: title || titleOf(purpose, (organization ?? region).name, period),
      region,
      organization,
      office,
      author: organization?.name ?? beside.author ?? officeOf(region.name),
      addressee: beside.addressee ?? officeOf(office.name),
      deadline: deadline!,
      openedAt,
      roles,
      events,
      content: content && shown(content, purpose, region.code),
      previous: beside.previous,
      seq,
    };
  }

  /** What the report would say if it were composed now. Changes nothing. */
  async composition(token: string | null, id: string): Promise<CompositionView> {
    const { matter } = await this.loaded(token, id);
    const { findings, content: current } = await this.findings.of(token, matter);
    const { content, texts } = recomposed(current, composed(findings), new Set());
    const headings = new Map(content.sections.map(({ key, heading }) => [key, heading]));
    return {
      asOf: content.asOf,
      before: content.before,
      figures: changesOf(current, content),
      texts: texts.map(({ section, fate, was, now }) => ({
        section,
        heading: headings.get(section)!,
        fate: fate as Exclude<typeof fate, 'replaced'>,
        was,
        now,
      })),
    };
  }

  private async loaded(token: string | null, id: string) {
    const loaded = await this.matters.loaded(token, id);
    if (loaded.matter.machineId !== 'progressReport') throw refuse.absent();
    return loaded;
  }

  /** The report before, and the bodies that are the offices of both territories, where those are bodies on the system. */
  private async beside({ regionCode, officeRegion, organizationId, purpose, period }: StoredMatter): Promise<Beside> {
    const office = (code: string) =>
      `(select min(o.name) from mulu.organization o where o.kind = 'leadingGroupOffice' and o.region_code = ${code} having count(*) = 1)`;
    const [row]: Beside[] = await this.source.query(
      `select ${office('$1')} as author, ${office('$2')} as addressee,
         (select json_build_object('id', m.id, 'period', m.period, 'state', m.state) from mulu.matter m
          where m.machine_id = 'progressReport' and m.region_code = $1 and m.organization_id is not distinct from $3 and m.purpose = $4
            and m.period = $5) as previous`,
      [regionCode, officeRegion, organizationId, purpose, periodBefore(period!)],
    );
    return row!;
  }
}

function shown({ asOf, before, sections }: ReportContent, purpose: Purpose, region: string): ReportContentView {
  return {
    asOf,
    before,
    sections: sections.map(({ key, heading, text, composed: own, figures = [] }) => ({
      key,
      heading,
      text,
      written: text !== own,
      figures: figures.map((figure) => ({ ...figure, href: listOf(purpose, figure.key, region, asOf) })),
    })),
  };
}

function changesOf(current: ReportContent | null, next: ReportContent): FigureChangeView[] {
  const said = new Map(
    current?.sections.flatMap(({ key, figures = [] }) => figures.map((figure) => [`${key}.${figure.key}`, figure.value])),
  );
  return next.sections.flatMap(({ key: section, figures = [] }) =>
    figures
      .map(({ key, label, unit, value }) => ({ section, key, label, unit, was: said.get(`${section}.${key}`) ?? null, now: value }))
      .filter(({ was, now }) => was !== now),
  );
}
