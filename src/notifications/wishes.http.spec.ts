import { SchedulerRegistry } from '@nestjs/schedule';
import { useHouse } from '../../test/factories/house.js';
import { must, TestVersion } from '../../test/factories/version.http.js';
import { mailServer, type MailServer } from '../../test/support/smtp.js';
import { MATTER_CALLS, type MatterCall, type MatterCalls } from './calls.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';

const AT_ONCE = { catalogues: 'atOnce', matters: 'atOnce', deadlines: 'atOnce' };

/** Who is next, as a test says: the matters themselves are another room's. */
const said = new Map<string, readonly MatterCall[]>();

const env: Record<string, string> = { MULU_MAIL_FROM: 'mulu@example.gov.cn', MULU_PUBLIC_ORIGIN: 'https://mulu.example.gov.cn' };
let mail: MailServer;
beforeAll(async () => {
  mail = await mailServer();
  env['MULU_SMTP_URL'] = mail.url;
});
const house = useHouse(env);
let notices: Notices;

beforeAll(async () => {
  notices = house.app.get(Notices);
  Object.assign(house.app.get<MatterCalls>(MATTER_CALLS), { next: async (matterId: string) => said.get(matterId) ?? [] });
  house.app.get(SchedulerRegistry).deleteInterval('notifications'); // each test looks when it wants to
  await notices.sweep();
  for (const who of ['officer', 'compiler.xincheng', 'office']) await prefer(who, {});
});
beforeEach(() => void mail.received.splice(0));
afterEach(async () => {
  jest.restoreAllMocks();
  for (const who of ['officer', 'compiler.xincheng', 'office']) await prefer(who, AT_ONCE);
  await notices.sweep();
});
afterAll(() => mail.close());

const contact = async (who: string, body: object) => (await house.as(who)).put('/api/session/contact', body);
const prefer = async (who: string, wishes: object) => must(contact(who, { email: `${who}@example.org`, wishes }));
const told = async () => {
  await notices.sweep();
  return mail.received
    .splice(0)
    .flatMap(({ to, subject }) => to.map((email) => `${email.split('@')[0]} ${subject}`))
    .sort();
};
const waiting = async () =>
  (await house.people.admin.query(`select kind, not_before as at from notification where sent_at is null order by kind`)).rows;
/** As though so much time had gone by. */
const wait = (interval: string) =>
  house.people.admin.query(`update notification set not_before = not_before - $1::interval, sent_at = sent_at - $1::interval`, [interval]);

/** Obligations of 新城区教育局 under tasks that are issued now. */
async function obligations(count: number): Promise<string[]> {
  const office = await house.as('office');
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const { json } = await must(
      office.post('/api/tasks', {
        regionCode: '150000',
        purpose: 'publishCatalogue',
        number: '内政数字〔2024〕128号',
        title: '编制通知',
        text: '雀鸟正文',
        groups: [{ levels: ['bannerCounty'], kinds: ['department'], dueOn: '2098-03-31' }],
      }),
      201,
    );
    const { rows } = await house.people.admin.query(
      `select m.id from matter m join organization o on o.id = m.organization_id where m.parent_id = $1 and o.name = '新城区教育局'`,
      [json.id],
    );
    ids.push(rows[0].id);
  }
  return ids;
}
const person = async (username: string): Promise<string> =>
  (await house.people.admin.query(`select id from account where username = $1`, [username])).rows[0].id;
const say = async (id: string, who: string, kind: MatterCall['kind'], role = 'compiler', seq = 1) =>
  void said.set(id, [{ person: await person(who), kind, role, seq }]);
const extend = async (id: string, dueOn: string) => {
  const office = await house.as('office');
  const { etag } = await office.get(`/api/matters/${id}`);
  await must(office.post(`/api/matters/${id}/events`, { type: 'extend', dueOn, reason: '雀鸟理由' }, { ifMatch: etag! }));
};

describe('of a matter', () => {
  it('whoever is next is told, once for as long as they are asked, and again when it was handed over anew', async () => {
    const [id] = (await obligations(1)) as [string];
    await say(id, 'compiler.xincheng', 'obligationIssued');
    expect(await told()).toEqual(['compiler.xincheng 【轮到您办理】收到编制公开任务，请按期完成：编制通知']);
    await extend(id, '2098-04-30');
    expect(await told()).toEqual([]);
    await say(id, 'compiler.xincheng', 'obligationDue', 'compiler', 2);
    await extend(id, '2098-05-31');
    await notices.sweep();
    const [{ text, raw, subject }] = mail.received.splice(0) as [(typeof mail.received)[0]];
    expect(subject).toBe('【期限提醒】编制公开任务即将到期：编制通知');
    expect(text).toMatch(/单位：新城区教育局\s+期限：2098年5月31日\s+您的角色：编制人/);
    expect(text).toContain(`https://mulu.example.gov.cn/obligations/${id}`);
    expect(raw + text).not.toMatch(/雀鸟/);
    await say(id, 'compiler.xincheng', 'obligationDue', 'compiler', 4);
    await extend(id, '2098-06-30');
    expect(await told()).toEqual([]); // not twice within ten minutes
    await wait('10 minutes');
    expect(await told()).toEqual(['compiler.xincheng 【期限提醒】编制公开任务即将到期：编制通知']);
    said.delete(id);
    await extend(id, '2098-07-31');
    expect(await told()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('nobody is told of what they handed over themselves, and in two capacities somebody is called once', async () => {
    const [other] = (await obligations(1)) as [string];
    const { rows } = await house.people.admin.query(`select parent_id as task from matter where id = $1`, [other]);
    await say(rows[0].task, 'office', 'rectificationAnswered', 'givingOffice');
    const office = await person('office');
    said.set(other, [
      { person: office, kind: 'obligationEscalated', role: 'givingOffice', seq: 1 },
      { person: office, kind: 'obligationEscalated', role: 'coveringOffice', seq: 1 },
    ]);
    expect(await told()).toEqual(['office 【期限提醒】下级单位逾期未完成编制公开任务：编制通知']);
  });

  it('what comes all at once comes in one message, with the same id when it is tried again', async () => {
    const ids = await obligations(4);
    for (const id of ids) await say(id, 'compiler.xincheng', 'obligationOverdue');
    jest.spyOn(house.app.get(Outbox), 'sent').mockRejectedValueOnce(new Error('killed'));
    await expect(notices.sweep()).rejects.toThrow('killed');
    await notices.sweep();
    await notices.sweep();
    const received = mail.received.splice(0);
    expect(received.map(({ subject }) => subject)).toEqual(Array(2).fill('【待办提要】您有 4 件事待办理'));
    expect(received[0]!.messageId).toMatch(/^<[0-9a-f]{32}@example\.gov\.cn>$/);
    expect(received[1]!.messageId).toBe(received[0]!.messageId);
    for (const id of ids) expect(received[0]!.text).toContain(id);
    mail.refuse = true;
    for (const id of await obligations(2)) await say(id, 'compiler.xincheng', 'obligationOverdue');
    await notices.sweep();
    mail.refuse = false;
    await wait('30 seconds');
    expect(await told()).toEqual(['compiler.xincheng 【待办提要】您有 2 件事待办理']);
  });
});

describe('what somebody wishes', () => {
  it('is at once, unless they say so', async () => {
    const officer = await house.as('officer');
    expect((await must(officer.get('/api/session/contact'))).json.wishes).toEqual(AT_ONCE);
    expect((await prefer('officer', { catalogues: 'daily', deadlines: 'never' })).json.wishes).toEqual({
      catalogues: 'daily',
      matters: 'atOnce',
      deadlines: 'never',
    });
    expect((await must(contact('officer', { email: 'officer@example.org' }))).json.wishes.deadlines).toBe('never');
    expect((await prefer('officer', { deadlines: 'atOnce' })).json.wishes).toEqual({ ...AT_ONCE, catalogues: 'daily' });
    for (const wishes of [
      null,
      [],
      'never',
      { catalogues: 'weekly' },
      { catalogues: null },
      { everything: 'never' },
      { __proto__: 1, x: 1 },
    ])
      expect([wishes, (await contact('officer', { email: null, wishes })).status]).toEqual([wishes, 400]);
    expect((await must(officer.get('/api/session/contact'))).json.email).toBe('officer@example.org');
  });

  it('never is never, also for what was waiting', async () => {
    await prefer('officer', { catalogues: 'never' });
    const version = await (await TestVersion.draft(house)).submitted();
    expect(await told()).toEqual([]);
    await prefer('officer', { catalogues: 'atOnce' });
    await must(version.move('compiler', { type: 'recall', reason: '有误' }));
    await must(version.move('compiler', { type: 'submit' }));
    expect(await told()).toHaveLength(1);
    mail.refuse = true;
    await (await TestVersion.draft(house)).submitted();
    await notices.sweep();
    mail.refuse = false;
    expect(await waiting()).toHaveLength(1);
    await prefer('officer', { deadlines: 'never' });
    expect(await waiting()).toHaveLength(1);
    await prefer('officer', { catalogues: 'never' });
    expect(await waiting()).toEqual([]);
  });

  it('daily is one message at nine of the next working day, of what is still asked then', async () => {
    await prefer('officer', { catalogues: 'daily' });
    const [gone] = [await (await TestVersion.draft(house)).submitted(), await (await TestVersion.draft(house)).submitted()];
    await (await TestVersion.draft(house)).submitted();
    expect(await told()).toEqual([]);
    const due = await waiting();
    expect(due.map(({ kind }) => kind)).toEqual(['review', 'review', 'review']);
    for (const { at } of due) {
      expect(at.toISOString()).toMatch(/T01:00:00\.000Z$/);
      expect(at.getTime()).toBeGreaterThan(Date.now());
    }
    await must(gone.move('compiler', { type: 'recall', reason: '有误' }));
    await wait('20 days');
    expect(await told()).toEqual(['officer 【待办提要】您有 2 件事待办理']);
    expect(await told()).toEqual([]);
  });

  it('at once brings forward what was kept for the morning', async () => {
    await prefer('officer', { catalogues: 'daily' });
    await (await TestVersion.draft(house)).submitted();
    expect(await told()).toEqual([]);
    await prefer('officer', { matters: 'atOnce' });
    expect(await told()).toEqual([]);
    await prefer('officer', { catalogues: 'atOnce' });
    expect(await told()).toEqual(['officer 【轮到您办理】有事项待保密审查：目录']);
  });

  it('is of one family and leaves the others alone', async () => {
    const [issued, due] = (await obligations(2)) as [string, string];
    await prefer('compiler.xincheng', { deadlines: 'never' });
    await say(issued, 'compiler.xincheng', 'obligationIssued');
    await say(due, 'compiler.xincheng', 'obligationDue');
    expect(await told()).toEqual(['compiler.xincheng 【轮到您办理】收到编制公开任务，请按期完成：编制通知']);
  });

  it('is nobody else’s to know', async () => {
    await expect(house.people.app.query('select * from mulu.notification_wish')).rejects.toThrow('permission denied');
    const { rows } = await house.people.admin.query(
      `select convert_from(body, 'UTF8') as body from log_event where type = 'account.contactChanged'`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/never|daily|@/);
  });
});
