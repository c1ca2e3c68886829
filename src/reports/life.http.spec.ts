import { useHouse } from '../../test/factories/house.js';
import { ReportDesk, sectionOf } from '../../test/factories/reports.http.js';
import { must } from '../../test/factories/version.http.js';
import type { ReportPage } from './report.views.js';

const house = useHouse();
const desk = new ReportDesk(house);

describe('its life', () => {
  it('goes up, comes back, is taken back, goes up again, and is received', async () => {
    const id = await desk.opened();
    await must(desk.compose('office.hohhot', id));
    await must(desk.edit('office.hohhot', id, { sections: [{ key: 'problems', text: '力量不足。' }] }));
    await must(desk.act('office.hohhot', id, { type: 'submit' }));
    expect((await desk.edit('office.hohhot', id, { title: '又改' })).status).toBe(409);
    expect((await desk.act('office', id, { type: 'return' })).json.requirements).toMatchObject([{ id: 'reasonGiven' }]);
    expect((await desk.act('office.hohhot', id, { type: 'receive' })).status).toBe(403);
    await must(desk.act('office', id, { type: 'return', reason: '请补充数据' }));
    await must(desk.edit('office.hohhot', id, { title: '改正的报告' }));
    await must(desk.act('office.hohhot', id, { type: 'submit' }));
    await must(desk.act('office.hohhot', id, { type: 'recall', reason: '再核对' }));
    await must(desk.act('office.hohhot', id, { type: 'submit' }));
    await must(desk.act('office', id, { type: 'receive', opinion: '已阅' }));
    expect(await desk.read(id)).toMatchObject({ state: 'received', title: '改正的报告', events: [], deadline: { onTime: false } });
    const { json: past } = await must((await house.as('office')).get(`/api/matters/${id}/history`));
    expect(past.items.map(({ type }: { type: string }) => type)).toEqual(
      ['open', 'compose', 'edit', 'submit', 'return', 'edit', 'submit', 'recall', 'submit', 'receive'], // prettier-ignore
    );
  });

  it('is written by its author only, on what they saw, once for one key', async () => {
    const id = await desk.opened();
    for (const [name, status] of [
      ['office', 403],
      ['auditor', 403],
      ['compiler.xincheng', 404],
    ] as const) {
      expect((await desk.compose(name, id)).status).toBe(status);
      expect((await desk.edit(name, id, { title: '别人写的' })).status).toBe(status);
    }
    const author = await house.as('office.hohhot');
    expect((await author.post(`/api/reports/${id}/compose`, {})).status).toBe(428);
    expect((await author.post(`/api/reports/${id}/compose`, {}, { ifMatch: '"9"' })).status).toBe(412);
    await must(desk.compose('office.hohhot', id));
    const seen = await desk.etag(id);
    const both = await Promise.all(
      ['一', '二'].map((text) => author.put(`/api/reports/${id}/content`, { sections: [{ key: 'problems', text }] }, { ifMatch: seen })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const same = { sections: [{ key: 'problems', text: sectionOf(await desk.read(id), 'problems').text }] };
    expect((await must(desk.edit('office.hohhot', id, same))).json.seq).toBe((await desk.read(id)).seq);
    expect((await (await house.as('office')).get(`/api/reports/${id}`)).status).toBe(200);
    expect((await (await house.as('compiler.xincheng')).get(`/api/reports/${id}`)).status).toBe(404);
  });

  it('is not a report, whatever else it is', async () => {
    const office = await house.as('office');
    const groups = [{ levels: ['leagueCity'], kinds: ['department'], dueOn: '2099-03-31' }];
    const notice = { regionCode: '150100', purpose: 'publishCatalogue', number: '', title: '编制目录', text: '编制并公开目录', groups };
    const { id } = (await must(office.post('/api/tasks', notice), 201)).json;
    for (const path of ['', '/composition', '/export']) {
      expect((await office.get(`/api/reports/${id}${path}`)).status).toBe(404);
    }
    expect((await desk.compose('office', id)).status).toBe(404);
  });
});

describe('the list', () => {
  const list = async (name: string, query = '') => (await must((await house.as(name)).get(`/api/reports?${query}`))).json as ReportPage;

  it('tells the author what to write first, the superior what came up, and nobody else anything', async () => {
    const { period, year } = await desk.quarter();
    const submitted = await desk.opened(period);
    await must(desk.compose('office.hohhot', submitted));
    await must(desk.act('office.hohhot', submitted, { type: 'submit' }));
    await desk.opened();
    const organizations = await (await house.as('compiler')).get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`);
    const own = { purpose: 'annualDisclosure', organizationId: organizations.json.items[0].id, period: String(year) };
    await must(desk.open('leader', own), 201);

    const { items } = await list('office.hohhot', 'limit=200');
    expect(items.map(({ group }) => group)).toEqual(['toWrite', 'toWrite', 'underWay', 'done']);
    const days = items.slice(0, 2).map(({ deadline }) => deadline.dueOn);
    expect(days).toEqual([...days].sort());
    expect(items[0]!.title).toContain('呼和浩特市');
    expect((await list('office', 'group=toReceive')).items).toMatchObject([
      { id: submitted, state: 'submitted', office: { code: '150000' } },
    ]);
    expect((await list('office', 'state=received')).items).toMatchObject([{ group: 'done', title: '改正的报告' }]);
    expect((await list('compiler')).items).toMatchObject([{ group: 'toWrite', written: false, organization: { name: '长治市教育局' } }]);
    expect((await list('stranger')).items).toEqual([]);
    expect((await house.nobody.get('/api/reports')).status).toBe(401);
  });

  it('goes on page by page, by region, kind and period', async () => {
    const { period } = await desk.quarter();
    const whole = await list('office', 'limit=200');
    const pieces: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ReportPage = await list('office', `limit=2${cursor && `&cursor=${cursor}`}`);
      pieces.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pieces).toEqual(whole.items.map(({ id }) => id));
    expect((await list('office', `region=150100&period=${period}`)).items).toMatchObject([{ region: { code: '150100' }, period }]);
    expect((await list('office', 'purpose=annualDisclosure')).items).toHaveLength(1);
    expect((await list('office', 'region=150500')).items).toEqual([]);
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
