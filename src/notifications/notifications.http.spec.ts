import { SchedulerRegistry } from '@nestjs/schedule';
import { Registry } from 'prom-client';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { mailServer, type MailServer } from '../../test/support/smtp.js';
import { CalendarReads } from '../calendar/index.js';
import type { Metrics } from '../platform/http/index.js';
import { WorklistReads } from '../worklist/index.js';
import { Mailer } from './mailer.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';

const PEOPLE = ['compiler', 'compiler2', 'officer', 'officer2', 'assessor', 'leader', 'office', 'auditor', 'stranger'] as const;
const OTHER = { category: 'OTHER' };
const AT_ONCE = { catalogues: 'atOnce', matters: 'atOnce', deadlines: 'atOnce' };

describe('with a mail server', () => {
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
    house.app.get(SchedulerRegistry).deleteInterval('notifications'); // each test looks when it wants to
    await notices.sweep();
    for (const who of PEOPLE) if (who !== 'officer2') await reach(who, `${who}@example.org`);
  });
  beforeEach(() => void mail.received.splice(0));
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => mail.close());

  const reach = async (who: string, email: string | null) => must((await house.as(who)).put('/api/session/contact', { email }));
  /** Who got mail since, as `name: subject`. */
  const told = async (): Promise<string[]> => {
    await notices.sweep();
    return mail.received
      .splice(0)
      .flatMap(({ to, subject }) => to.map((email) => `${email.split('@')[0]} ${subject}`))
      .sort();
  };
  const subject = (asked: string) => `【轮到您办理】${asked}：目录`;

  it('tells exactly those who are next, hand-over by hand-over', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙', OTHER)]);
    expect(await told()).toEqual([]);
    await version.submitted();
    expect(await told()).toEqual([`officer ${subject('有事项待保密审查')}`]); // officer2 gave no address
    expect(await told()).toEqual([]);
    await must(version.decide('officer', { type: 'return', reason: '条款缺失' }));
    await must(version.decide('officer', { type: 'clear' }, 1));
    expect(await told()).toEqual([
      `assessor ${subject('有事项待风险评估')}`,
      `compiler ${subject('有事项被退回，请修改或说明理由')}`,
      `compiler2 ${subject('有事项被退回，请修改或说明理由')}`,
    ]);
    await must(version.decide('compiler', { type: 'amend', reply: '条款见附件' }));
    expect(await told()).toEqual([]); // the officer heard of a review a moment ago
    await house.people.admin.query(`update notification set not_before = not_before - interval '1 hour' where sent_at is null`);
    expect(await told()).toEqual([`officer ${subject('有事项待保密审查')}`]);
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    expect(await told()).toEqual([]); // the assessor was asked all along
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }, 1));
    expect(await told()).toEqual([`leader ${subject('有高风险事项待核准')}`, `office ${subject('有高风险事项待核准')}`]);
    await must(version.decide('leader', { type: 'endorse' }, 1));
    expect(await told()).toEqual([`assessor ${subject('全部事项已评估，请完成风险评估')}`]);
    await must(version.move('assessor', { type: 'concludeRiskAssessment' }));
    expect(await told()).toEqual([`leader ${subject('各环节已办结，请审批')}`]);
    await must(version.move('leader', { type: 'return', reason: '渠道有误' }));
    expect(await told()).toEqual([
      `compiler ${subject('目录版本退回编制，请修改后重新送审')}`,
      `compiler2 ${subject('目录版本退回编制，请修改后重新送审')}`,
    ]);
  });

  it('writes one message for 28 decisions, and a new one only after the work was done and a pause', async () => {
    const version = await TestVersion.draft(
      house,
      Array.from({ length: 28 }, (_, index) => anItemContent(`第${index}项`, OTHER)),
    );
    await version.submitted();
    await told();
    for (const index of version.items.keys()) {
      await must(version.decide('officer', { type: 'clear' }, index));
      if (index % 9 === 0) await notices.sweep();
    }
    expect(await told()).toEqual([`assessor ${subject('有事项待风险评估')}`]);
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    for (const index of version.items.keys()) await must(version.decide('assessor', { type: 'acceptRisk', level: 'LOW' }, index));
    expect(await told()).toEqual([]);
    await must(version.decide('officer', { type: 'reopen', reason: '重看' }));
    await must(version.decide('officer2', { type: 'clear' }));
    expect(await told()).toEqual([]); // not twice within ten minutes
    await house.people.admin.query(`update notification set not_before = not_before - interval '1 hour' where sent_at is null`);
    expect(await told()).toEqual([`assessor ${subject('有事项待风险评估')}`]);
  });

  it('sends what it may have sent before a crash again, under the same id', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    jest.spyOn(house.app.get(Outbox), 'sent').mockRejectedValueOnce(new Error('killed'));
    await expect(notices.sweep()).rejects.toThrow('killed');
    await notices.sweep();
    await notices.sweep();
    const ids = mail.received.splice(0).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@example\.gov\.cn>$/);
    expect(ids[1]).toBe(ids[0]);
    await must(version.move('compiler', { type: 'recall', reason: '有误' }));
    expect(await told()).toEqual([`compiler2 ${subject('目录版本退回编制，请修改后重新送审')}`]);
  });

  it('sends once when two instances sweep at the same time', async () => {
    await (await TestVersion.draft(house)).submitted();
    const { app } = house;
    const metrics = { registry: new Registry() } as Metrics;
    const means = [app.get(Outbox), app.get(Mailer), app.get(WorklistReads), app.get(CalendarReads), app.get(SchedulerRegistry)] as const;
    const other = new Notices(...means, metrics, null);
    const swept = await Promise.all([notices.sweep(), other.sweep(), notices.sweep(), other.sweep()]);
    expect(swept).toContain(true);
    expect(mail.received).toHaveLength(1);
  });

  it('tries again after growing pauses, and drops what is no longer asked', async () => {
    mail.refuse = true;
    const version = await (await TestVersion.draft(house)).submitted();
    const waiting = async () =>
      (
        await house.people.admin.query(
          `select attempts, round(extract(epoch from not_before - clock_timestamp()))::int as pause from notification where stream = $1 and sent_at is null`,
          [version.id],
        )
      ).rows;
    await notices.sweep();
    expect(await waiting()).toEqual([{ attempts: 1, pause: 30 }]);
    await notices.sweep();
    await house.people.admin.query('update notification set not_before = clock_timestamp() where sent_at is null');
    await notices.sweep();
    expect(await waiting()).toEqual([{ attempts: 2, pause: 60 }]);
    mail.refuse = false;
    await must(version.move('compiler', { type: 'recall', reason: '有误' }));
    await told();
    expect(await waiting()).toEqual([]);
    const { text } = await house.nobody.get('/metrics');
    expect(text).toMatch(/mulu_notifications_total\{outcome="failed"\} 2/);
  });

  it('lets out nothing of an item, no reason and no name, and logs no address', async () => {
    const version = await TestVersion.draft(house, [anItemContent('雀鸟甲', { elements: ['雀鸟乙'] })]);
    await version.submitted();
    await must(version.decide('officer', { type: 'return', reason: '雀鸟丙' }));
    await must(version.decide('compiler', { type: 'amend', reply: '雀鸟丁' }));
    await must(version.decide('officer', { type: 'clear', opinion: '雀鸟戊' }));
    await notices.sweep();
    await must(version.move('compiler', { type: 'recall', reason: '雀鸟己' }));
    await notices.sweep();
    expect(mail.received.length).toBeGreaterThan(0);
    for (const { subject, text, raw } of mail.received) {
      expect(subject + text + raw).not.toMatch(/雀鸟|编制人甲|编制人乙|审查员甲|评估员$|部门负责人甲/);
      expect(text).toContain(`https://mulu.example.gov.cn/versions/${version.id}`);
      expect(text).toMatch(/《目录》/);
      expect(text).toMatch(/Your role: /);
    }
    expect(house.log.join('')).not.toMatch(/example\.org|雀鸟/);
    const { rows } = await house.people.admin.query(
      `select convert_from(body, 'UTF8') as body from log_event where type = 'account.contactChanged'`,
    );
    expect(rows.length).toBe(PEOPLE.length - 1);
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  it('keeps an address to its owner, and takes it back', async () => {
    const leader = await house.as('leader');
    expect((await must(leader.get('/api/session/contact'))).json).toEqual({ email: 'leader@example.org', mail: true, wishes: AT_ONCE });
    expect((await house.nobody.get('/api/session/contact')).status).toBe(401);
    expect((await house.nobody.put('/api/session/contact', { email: null })).status).toBe(401);
    for (const email of ['', 'leader', 'a@b@c', 'a b@c.cn', 'a@b.cn\r\nBcc: x@y.cn', 5, undefined, `${'a'.repeat(250)}@b.cn`])
      expect((await leader.put('/api/session/contact', { email })).status).toBe(400);
    await reach('leader', null);
    await reach('leader', null);
    const { rows } = await house.people.admin.query(`select from log_event where type = 'account.contactChanged'`);
    expect(rows.length).toBe(PEOPLE.length);
    const version = await (await TestVersion.draft(house)).awaitingApproval();
    await notices.sweep();
    expect(mail.received.map(({ to }) => to).flat()).not.toContain('leader@example.org');
    expect(await version.state()).toBe('departmentApproval');
    await expect(house.people.app.query('select email from mulu.contact')).rejects.toThrow('permission denied');
  });
});

describe('without a mail server', () => {
  const house = useHouse();

  it('runs nothing and says so', async () => {
    expect(house.app.get(SchedulerRegistry).getIntervals()).not.toContain('notifications');
    const officer = await house.as('officer');
    expect((await must(officer.put('/api/session/contact', { email: 'o@example.org' }))).json).toEqual({
      email: 'o@example.org',
      mail: false,
      wishes: AT_ONCE,
    });
    await (await TestVersion.draft(house)).submitted();
    const { rows } = await house.people.admin.query(
      'select (select count(*)::int from log_reader) + (select count(*)::int from notification) as n',
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
