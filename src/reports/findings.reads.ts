import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuse, type StoredMatter } from '../commands/index.js';
import { countsIn, type Findings, type ReportContent } from './content.js';
import type { Counts } from './figures.js';
import { momentsOf, periodBefore, type Purpose } from './period.js';

/** What stands beside a report: whom it is about, what it says, and what was reported of the period before. */
interface Beside {
  readonly name: string;
  readonly now: Date;
  readonly content: ReportContent | null;
  readonly previous: ReportContent | null;
}

/** What a report is composed from: the numbers of this moment, and those of the period before. */
@Injectable()
export class FindingsReads {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** What a report says; null as long as it was not composed. */
  async content(report: Pick<StoredMatter, 'textHash'>): Promise<ReportContent | null> {
    const [row]: { content: ReportContent }[] = await this.source.query(
      `select convert_from(bytes, 'UTF8')::json as content from mulu.content_blob where hash = decode($1, 'hex')`,
      [report.textHash],
    );
    return row?.content ?? null;
  }

  /** @throws ProblemError 404 for whoever may not look at the report */
  async of(token: string | null, report: StoredMatter): Promise<{ findings: Findings; content: ReportContent | null }> {
    const { name, now, content, previous } = await this.beside(report);
    const period = report.period!;
    const earlier = periodBefore(period);
    const then = momentsOf(earlier, now);
    const here = momentsOf(period, now);
    const counts = await this.counts(token, report.id, here);
    const before = previous
      ? { period: earlier, asOf: previous.asOf, from: 'report' as const, counts: countsIn(previous) }
      : { period: earlier, asOf: then.asOf, from: 'log' as const, counts: await this.counts(token, report.id, then) };
    return { findings: { purpose: report.purpose as Purpose, name, period, asOf: here.asOf, counts, before }, content };
  }

  private async counts(token: string | null, reportId: string, { from, asOf }: { from: string; asOf: string }): Promise<Counts> {
    const [row]: { counts: Counts | null }[] = await this.source.query('select mulu.report_figures($1, $2, $3, $4) as counts', [
      token,
      reportId,
      from,
      asOf,
    ]);
    if (!row?.counts) throw refuse.absent();
    return row.counts;
  }

  private async beside({ regionCode, organizationId, purpose, period, textHash }: StoredMatter): Promise<Beside> {
    const [row]: Beside[] = await this.source.query(
      `select date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as now,
         coalesce((select name from mulu.organization where id = $2), (select name from mulu.region where code = $1)) as name,
         (select convert_from(bytes, 'UTF8')::json from mulu.content_blob where hash = decode($5, 'hex')) as content,
         (select convert_from(b.bytes, 'UTF8')::json from mulu.matter m join mulu.content_blob b on b.hash = m.text_hash
          where m.machine_id = 'progressReport' and m.region_code = $1 and m.organization_id is not distinct from $2 and m.purpose = $3 and m.period = $4
            and m.state in ('submitted', 'received')) as previous`,
      [regionCode, organizationId, purpose, periodBefore(period!), textHash],
    );
    return row!;
  }
}
