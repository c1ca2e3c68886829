import type { ReportView } from '../../src/reports/report.views.js';
import type { Answer } from './client.js';
import type { TestHouse } from './house.js';
import { must } from './version.http.js';

/** A report of a territory of the evaluation mode that has an office of its own. */
export const quarterly = (period: string, regionCode = '150100') => ({ purpose: 'quarterlyProgress', regionCode, period });

export function sectionOf({ content }: ReportView, key: string): NonNullable<ReportView['content']>['sections'][number] {
  return content!.sections.find((section) => section.key === key)!;
}

export const figuresOf = ({ content }: ReportView) => content!.sections.flatMap(({ figures }) => figures);

export const valueIn = (report: ReportView, key: string): number => figuresOf(report).find((figure) => figure.key === key)!.value;

/** Reports as tests act on them over HTTP, each step on what stands at that moment. */
export class ReportDesk {
  private used = 0;

  constructor(private readonly house: TestHouse) {}

  /** The quarter that runs now, and the first day after it. */
  async quarter(): Promise<{ period: string; year: number; next: string }> {
    const { json } = await (await this.house.as('office')).get('/api/calendar?year=2026');
    const year = Number(json.today.slice(0, 4));
    const number = Math.ceil(Number(json.today.slice(5, 7)) / 3);
    const next = number === 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 + 1).padStart(2, '0')}-01`;
    return { period: `${year}-Q${number}`, year, next };
  }

  /** A quarter that no test had before, long past. */
  pastQuarter(): string {
    this.used += 1;
    return `20${20 + Math.floor(this.used / 4)}-Q${(this.used % 4) + 1}`;
  }

  async open(name: string, body: object): Promise<Answer> {
    return (await this.house.as(name)).post('/api/reports', body);
  }

  /** A report of Hohhot. */
  async opened(period: string = this.pastQuarter()): Promise<string> {
    return (await must(this.open('office.hohhot', quarterly(period)), 201)).json.id;
  }

  async read(id: string, name = 'office.hohhot'): Promise<ReportView> {
    return (await must((await this.house.as(name)).get(`/api/reports/${id}`))).json as ReportView;
  }

  async etag(id: string): Promise<string> {
    return (await (await this.house.as('office')).get(`/api/matters/${id}`)).etag!;
  }

  async act(name: string, id: string, event: object): Promise<Answer> {
    return (await this.house.as(name)).post(`/api/matters/${id}/events`, event, { ifMatch: await this.etag(id) });
  }

  async compose(name: string, id: string, body: object = {}): Promise<Answer> {
    return (await this.house.as(name)).post(`/api/reports/${id}/compose`, body, { ifMatch: await this.etag(id) });
  }

  async edit(name: string, id: string, body: object): Promise<Answer> {
    return (await this.house.as(name)).put(`/api/reports/${id}/content`, body, { ifMatch: await this.etag(id) });
  }
}
