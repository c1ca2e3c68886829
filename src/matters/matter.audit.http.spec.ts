import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';
import { MatterClock } from '../deadlines/matter-clock.js';

const house = useHouse();
const audit = async (id: string, name = 'auditor') => (await must((await house.as(name)).get(`/api/matters/${id}/audit`))).json;

/** A task for the departments of a region, and one of its obligations. */
async function issued(due: object = { workingDays: 3 }): Promise<{ task: string; owed: string }> {
  const office = await house.as('office');
  const groups = [{ levels: ['autonomousRegion'], kinds: ['department'], ...due }];
  const words = { number: '内政数字〔2024〕128号', title: '关于编制主动公开事项目录的通知', text: '编制并公开目录' };
  const { json } = await must(office.post('/api/tasks', { regionCode: '150000', purpose: 'publishCatalogue', ...words, groups }), 201);
  const { rows } = await house.people.admin.query(`select id from matter where parent_id = $1`, [json.id]);
  return { task: json.id, owed: rows[0].id };
}

async function act(id: string, event: object): Promise<void> {
  const office = await house.as('office');
  const { etag } = await office.get(`/api/matters/${id}`);
  await must(office.post(`/api/matters/${id}/events`, event, { ifMatch: etag! }));
}

describe('the audit of a matter', () => {
  it('finds a chain that verifies and a replay that matches, whatever happened to it', async () => {
    const { task, owed } = await issued();
    await house.app.get(MatterClock).sweep();
    await act(owed, { type: 'extend', dueOn: '2099-06-30', reason: '机构改革' });
    await act(owed, { type: 'exempt', reason: '并入他局' });
    await act(owed, { type: 'reinstate', reason: '恢复机构' });
    await act(owed, {
      type: 'recordOutside',
      doneOn: '2026-01-05',
      address: 'https://www.nmg.gov.cn/',
      evidence: '网站截图',
      reason: '已在网站公开',
    });
    const done = await audit(owed);
    expect(done).toMatchObject({ valid: true, replayMatches: true, events: 6, problems: [] });
    await act(task, { type: 'withdraw', reason: '下达有误' });
    expect(await audit(owed)).toMatchObject({ valid: true, replayMatches: true, events: 7 });
    expect(await audit(task, 'office')).toMatchObject({
      valid: true,
      replayMatches: true,
      events: 2,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('holds for every matter that there is', async () => {
    await issued({ dueOn: '2099-01-31' });
    const { rows } = await house.people.admin.query<{ id: string }>(`select id from matter`);
    for (const { id } of rows) expect(await audit(id)).toMatchObject({ valid: true, replayMatches: true });
    expect(rows.length).toBeGreaterThan(3);
  });

  it.each([
    ['another deadline', `update matter set due_on = '2099-12-31' where id = $1`, 'state.differs', /^dueOn is "2099-12-31"/],
    ['another state', `update matter set state = 'exempted' where id = $1`, 'state.differs', /^state is "exempted"/],
    ['another territory', `update matter set office_region = '140000' where id = $1`, 'state.differs', /^office is/],
    [
      'another title',
      `update matter set title = 'x' where id = (select parent_id from matter where id = $1)`,
      'state.differs',
      /^number and title/,
    ],
    ['an event that is gone', `delete from log_event where stream = $1 and seq = 1`, 'state.differs', /^seq is 1, the log says 0/],
    [
      'an event that says something else',
      `alter table log_event drop constraint if exists log_event_hash_computed;
       update log_event set body = convert_to(replace(convert_from(body, 'UTF8'), '2099-01-31', '2099-12-31'), 'UTF8') where stream = $1`,
      'chain.hash',
      /./,
    ],
    [
      'an event that cannot be read',
      `alter table log_event drop constraint if exists log_event_hash_computed; update log_event set body = 'no JSON' where stream = $1`,
      'chain.body',
      /./,
    ],
    [
      'an event by somebody else',
      `update log_event set actor_id = (select id from account limit 1) where stream = $1`,
      'chain.column',
      /^actor/,
    ],
    [
      'a text that was changed',
      `alter table content_blob drop constraint content_blob_bytes_match;
       update content_blob set bytes = '{}' where hash = (select t.text_hash from matter m join matter t on t.id = m.parent_id where m.id = $1)`,
      'text.differs',
      /./,
    ],
  ])('finds %s', async (_, sabotage, code, detail) => {
    const { task, owed } = await issued({ dueOn: '2099-01-31' });
    const admin = await house.people.another('admin');
    await admin.query(`set session_replication_role = replica`);
    for (const statement of sabotage.split(';')) await admin.query(statement, statement.includes('$1') ? [owed] : []);
    const { valid, problems } = await audit(/text|title/.test(sabotage) ? task : owed);
    expect(valid).toBe(false);
    expect(problems).toContainEqual({
      seq: /chain|text/.test(code) ? expect.any(Number) : null,
      code,
      detail: expect.stringMatching(detail),
    });
  });

  it('is for whoever may look at the matter', async () => {
    const { owed } = await issued({ dueOn: '2099-01-31' });
    expect((await house.nobody.get(`/api/matters/${owed}/audit`)).status).toBe(401);
    for (const name of ['stranger', 'sysadmin']) expect((await (await house.as(name)).get(`/api/matters/${owed}/audit`)).status).toBe(404);
    expect((await (await house.as('auditor')).get(`/api/matters/nothing/audit`)).status).toBe(404);
    expect((await (await house.as('compiler')).get(`/api/matters/${owed}/audit`)).status).toBe(200);
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
