import type { Answer } from './client.js';
import type { TestHouse } from './house.js';
import { must } from './version.http.js';

/** A notice with a deadline that lies ahead of any day on which this runs. */
export const NOTICE = {
  purpose: 'rectification',
  number: '呼政数督〔2026〕3号',
  title: '关于尽快完成主动公开事项目录编制的督办通知',
  text: '你单位目录编制进度滞后。\n请加快办理。',
  requirements: ['说明滞后的原因', '列出完成的时间安排'],
  dueOn: '2099-03-31',
};

/** Everything that people of the evaluation mode do with notices, over HTTP. */
export class Notices {
  private ids: Promise<Record<string, string>> | null = null;

  constructor(private readonly house: TestHouse) {}

  /** The id of a body by its name. */
  async body(name: string): Promise<string> {
    this.ids ??= this.house.people.admin
      .query('select id, name from mulu.organization')
      .then(({ rows }) => Object.fromEntries(rows.map((row: { id: string; name: string }) => [row.name, row.id])));
    return (await this.ids)[name]!;
  }

  async send(name: string, change: object = {}, body = '新城区教育局'): Promise<Answer> {
    const organizationId = await this.body(body);
    return (await this.house.as(name)).post('/api/rectifications', { ...NOTICE, organizationId, ...change });
  }

  /** Sends one and answers its id. */
  async sent(name = 'office.hohhot', change: object = {}, body?: string): Promise<string> {
    return (await must(this.send(name, change, body), 201)).json.id;
  }

  async see(name: string, id: string): Promise<Answer> {
    return (await this.house.as(name)).get(`/api/matters/${id}`);
  }

  /** Takes a step on the notice as it is now. */
  async act(name: string, id: string, event: object): Promise<Answer> {
    const { etag } = await this.see('office', id);
    return (await this.house.as(name)).post(`/api/matters/${id}/events`, event, { ifMatch: etag ?? '"1"' });
  }

  /** The steps that somebody may take. */
  async can(name: string, id: string): Promise<string[]> {
    const offers: { type: string; allowed: boolean }[] = (await this.see(name, id)).json.events;
    return offers.filter(({ allowed }) => allowed).map(({ type }) => type);
  }

  // eslint-disable-next-line typescript/no-explicit-any -- a test reads whatever the contract promises
  async list(name: string, query = ''): Promise<any> {
    return (await must((await this.house.as(name)).get(`/api/rectifications?${query}`))).json;
  }

  /** What a body owes under a task that is issued for it. */
  async owed(body = '新城区教育局'): Promise<string> {
    const groups = [{ levels: ['bannerCounty', 'autonomousRegion'], kinds: ['department'], dueOn: '2099-03-31' }];
    const task = {
      regionCode: '150000',
      purpose: 'publishCatalogue',
      number: '内政数字〔2024〕128号',
      title: '编制目录',
      text: '编制',
      groups,
    };
    const { json } = await must((await this.house.as('office')).post('/api/tasks', task), 201);
    const { rows } = await this.house.people.admin.query('select id from mulu.matter where parent_id = $1 and organization_id = $2', [
      json.id,
      await this.body(body),
    ]);
    return rows[0].id;
  }
}
