import { roomsOf } from '../app.module.js';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { testApplication } from '../../test/harness/index.js';
import { MatterClock } from './matter-clock.js';

const house = useHouse();
const sweep = () => house.app.get(MatterClock).sweep();

/** A task for the departments of a region itself; answers its obligations by the name of the body. */
async function obligations(due: { dueOn: string } | { workingDays: number }, regionCode = '150000', level = 'autonomousRegion') {
  const office = await house.as('office');
  const task = { regionCode, purpose: 'publishCatalogue', number: '', title: '编制目录', text: '编制并公开目录' };
  const groups = [{ levels: [level], kinds: ['department'], ...due }];
  const { json } = await must(office.post('/api/tasks', { ...task, groups }), 201);
  const { rows } = await house.people.admin.query(
    `select m.id, o.name from matter m join organization o on o.id = m.organization_id where m.parent_id = $1`,
    [json.id],
  );
  return new Map<string, string>(rows.map(({ id, name }: { id: string; name: string }) => [name, id]));
}

async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await house.people.admin.query(`select type from log_event where stream = $1 order by seq`, [id]);
  return rows.map(({ type }: { type: string }) => type);
}

/** As if time had passed: the deadline lies so many days back. */
async function letPass(ids: readonly string[], days: number): Promise<void> {
  const admin = await house.people.another('admin');
  await admin.query(`set session_replication_role = replica`);
  await admin.query(`update matter set due_on = (now() at time zone 'Asia/Shanghai')::date - $2::int where id = any ($1)`, [ids, days]);
}

const read = async (id: string, name = 'office') => (await must((await house.as(name)).get(`/api/matters/${id}`))).json;

describe('the clock over matters', () => {
  it('reminds once before a deadline, and says nothing of one that is far', async () => {
    const near = (await obligations({ workingDays: 3 })).get('内蒙古自治区教育厅')!;
    const far = (await obligations({ dueOn: '2099-01-31' })).get('内蒙古自治区教育厅')!;
    await sweep();
    await sweep();
    expect(await eventsOf(near)).toEqual(['issue', 'remind']);
    expect(await eventsOf(far)).toEqual(['issue']);
  });

  it('lets a deadline pass, tells the superior some working days later, once, and takes both back when it is extended', async () => {
    const id = (await obligations({ dueOn: '2099-01-31' })).get('内蒙古自治区教育厅')!;
    await letPass([id], 1);
    await sweep();
    expect(await eventsOf(id)).toEqual(['issue', 'fallOverdue']);
    expect(await read(id)).toMatchObject({ state: 'overdue', deadline: { doneOn: null } });
    await letPass([id], 15);
    await sweep();
    await sweep();
    expect(await eventsOf(id)).toEqual(['issue', 'fallOverdue', 'escalate']);
    const office = await house.as('office');
    const { etag } = await office.get(`/api/matters/${id}`);
    await must(office.post(`/api/matters/${id}/events`, { type: 'extend', dueOn: '2099-06-30', reason: '机构改革' }, { ifMatch: etag! }));
    await sweep();
    expect(await read(id)).toMatchObject({ state: 'open', deadline: { dueOn: '2099-06-30' } });
  });

  it('follows the catalogue: done when one is published, to be done again when it is taken down', async () => {
    const id = (await obligations({ dueOn: '2099-01-31' }, '140400', 'prefectureCity')).get('长治市教育局')!;
    const version = await (await TestVersion.draft(house, [anItemContent('督导评估')])).published();
    await sweep();
    expect(await read(id)).toMatchObject({ state: 'fulfilled', deadline: { onTime: true, workingDaysLeft: null } });
    await must(version.move('leader', { type: 'takeDown', reason: '误发', texts: 'all' }));
    await sweep();
    expect(await read(id)).toMatchObject({ state: 'open', deadline: { doneOn: null } });
    expect(await eventsOf(id)).toEqual(['issue', 'fulfil', 'lapse']);
  });

  it('does each of a thousand due steps once, with two processes at it', async () => {
    const { database, admin } = house.people;
    await admin.query(
      `insert into organization (name, kind, region_code) select '长治市第' || n || '局', 'department', '140400' from generate_series(1, 1000) n`,
    );
    const ids = [...(await obligations({ dueOn: '2099-01-31' }, '140400', 'prefectureCity')).values()];
    expect(ids.length).toBeGreaterThanOrEqual(1000);
    await letPass(ids, 1);
    const other = await testApplication(database, roomsOf('evaluation'));
    house.people.beforeDrop(() => other.app.close());
    const started = Date.now();
    for (let left = 1; left > 0;) {
      await Promise.all([sweep(), other.app.get(MatterClock).sweep()]);
      const { rows } = await admin.query(`select count(*)::int as left from matter where id = any ($1) and state = 'open'`, [ids]);
      left = rows[0].left;
    }
    const took = Date.now() - started;
    const { rows } = await admin.query(
      `select count(*)::int as events, count(distinct stream)::int as streams from log_event where stream = any ($1) and type = 'fallOverdue'`,
      [ids],
    );
    expect(rows[0]).toEqual({ events: ids.length, streams: ids.length });
    expect(took).toBeLessThan(60_000);
  }, 120_000);

  it('counts a deadline anew when the calendar of its year comes, and never when it is a day that was set', async () => {
    const id = (await obligations({ workingDays: 60 })).get('内蒙古自治区教育厅')!;
    const set = (await obligations({ dueOn: '2099-01-31' })).get('内蒙古自治区教育厅')!;
    const before = (await read(id)).deadline;
    expect(before).toMatchObject({ provisional: true });
    const year = Number(before.dueOn.slice(0, 4));
    // The deadline's own day, whatever it is, becomes a holiday of a year that nobody had entered.
    const days = [{ day: before.dueOn, kind: 'off', name: '节假日' }];
    const sysadmin = await house.as('sysadmin');
    await must(sysadmin.put(`/api/calendar/${year}`, { source: '关于节假日安排的通知', days }, { ifMatch: '"0"' }));
    await sweep();
    const after = (await read(id)).deadline;
    expect(after.dueOn > before.dueOn).toBe(true);
    expect(after).toMatchObject({ provisional: false, rule: { kind: 'WORKDAYS_AFTER', days: 60 } });
    expect(await eventsOf(id)).toEqual(['issue', 'recompute']);
    expect(await eventsOf(set)).toEqual(['issue']);
    expect((await read(id)).deadline.dueOn).toBe(after.dueOn);
    expect((await must((await house.as('auditor')).get(`/api/matters/${id}/audit`))).json).toMatchObject({
      valid: true,
      replayMatches: true,
    });
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
