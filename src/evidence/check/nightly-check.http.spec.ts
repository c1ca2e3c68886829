import { generateKeyPairSync } from 'node:crypto';
import { SchedulerRegistry } from '@nestjs/schedule';
import pg from 'pg';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import { testApplication } from '../../../test/harness/index.js';
import { mailServer, type MailServer } from '../../../test/support/smtp.js';
import { encodeKey } from '../../../verifier/note.js';
import { roomsOf } from '../../app.module.js';
import { Notices } from '../../notifications/notices.js';
import { makeCheckpoint } from '../checkpointer.js';
import { NightlyCheck } from './nightly-check.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = encodeKey({ name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) });

const env: Record<string, string> = {
  MULU_CHECK_AT: '02:30',
  MULU_CHECK_KEYS: KEY,
  MULU_MAIL_FROM: 'mulu@example.gov.cn',
  MULU_PUBLIC_ORIGIN: 'https://mulu.example.gov.cn',
};
let mail: MailServer;
beforeAll(async () => {
  mail = await mailServer();
  env['MULU_SMTP_URL'] = mail.url;
});
const house = useHouse(env);
afterAll(() => mail.close());

let version: TestVersion;
let nightly: NightlyCheck;
/** Ten in the morning of that day in China. */
const morning = (day: string) => new Date(`${day}T10:00:00+08:00`);
const checks = async () => (await must((await house.as('auditadmin')).get('/api/system/checks'))).json;
const checkpoint = async () => {
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  await login.end();
};
/** What the audit administrator got by e-mail since. */
const told = async (): Promise<string[]> => {
  await house.app.get(Notices).sweep();
  return mail.received.splice(0).map(({ to, subject }) => `${to.join()} ${subject}`);
};

beforeAll(async () => {
  nightly = house.app.get(NightlyCheck);
  house.app.get(SchedulerRegistry).deleteInterval('notifications');
  await must((await house.as('auditadmin')).put('/api/session/contact', { email: 'audit@example.org' }));
  await must((await house.as('compiler')).put('/api/session/contact', { email: 'compiler@example.org' }));
  version = await (await TestVersion.draft(house, [anItemContent('督导评估')])).submitted();
  await TestVersion.draft(house, [anItemContent('招生计划')]); // one that does not move
  await checkpoint();
  await told();
});

describe('the check of the whole log', () => {
  it('is made once a night, however many processes look, and kept', async () => {
    const second = await testApplication(house.people.database, roomsOf('evaluation'), env);
    try {
      await Promise.all([
        nightly.look(morning('2026-11-21')),
        second.app.get(NightlyCheck).look(morning('2026-11-21')),
        nightly.look(morning('2026-11-21')),
      ]);
    } finally {
      await second.app.close();
    }
    expect(await checks()).toEqual({
      at: '02:30',
      overdueSince: null,
      items: [
        {
          due: '2026-11-21',
          whole: true,
          verdict: 'intact',
          beganAt: expect.any(String),
          endedAt: expect.any(String),
          logs: expect.any(Number),
          events: expect.any(Number),
          covered: expect.any(Number),
          found: 0,
          problems: [],
        },
      ],
    });
    const { rows } = await house.people.admin.query(`select count(*)::int as said from log_event where type = 'log.checked'`);
    expect(rows[0].said).toBe(1);
    expect(await told()).toEqual([]);
    expect((await must((await house.as('auditadmin')).get('/api/system/audit'))).json).toMatchObject({ valid: true, problems: [] });
  });

  it('goes on the next night where it ended', async () => {
    await must(version.decide('officer', { type: 'clear' }));
    await checkpoint();
    const before = (await checks()).items[0];
    await nightly.look(morning('2026-11-22'));
    const [next] = (await checks()).items;
    expect(next).toMatchObject({ due: '2026-11-22', whole: false, verdict: 'intact', found: 0 });
    expect(next.logs).toBeLessThan(before.logs);
    expect(next.covered).toBeGreaterThan(before.covered);
  });

  it('tells the audit administrator what it found, by place and without a text, and the page and the metrics do', async () => {
    const { admin } = house.people;
    await admin.query(`set session_replication_role = replica`);
    await admin.query(`update version_item set state = 'withheld' where version_id = $1`, [version.id]);
    await must((await house.as('officer')).get('/api/session')); // nothing but the row is touched
    await nightly.look(morning('2026-11-30')); // a week later: all of it
    const [found] = (await checks()).items;
    expect(found).toMatchObject({ due: '2026-11-30', whole: true, verdict: 'tampered' });
    expect(found.problems).toContainEqual({ stream: version.id, seq: null, code: 'state.differs' });
    expect(JSON.stringify(found)).not.toContain('withheld');
    const letters = await told();
    expect(letters).toEqual(['audit@example.org 【日志核对】夜间核对发现日志与数据不符或无法核验，请立即查看：全部日志']);
    expect(house.log.filter((line) => line.includes('the check of the whole log found something'))).toHaveLength(1);
    const metrics = (await house.nobody.get('/metrics')).text;
    expect(metrics).toMatch(/mulu_log_checks_total\{verdict="tampered"\} 1/);
    expect(metrics).toMatch(/mulu_log_check_found [1-9]/);
    expect(metrics).toMatch(/mulu_log_check_overdue 0/);
  });

  it('goes on from the last one that found nothing, and tells anew', async () => {
    await nightly.look(morning('2026-12-01'));
    const [again] = (await checks()).items;
    expect(again).toMatchObject({ due: '2026-12-01', whole: true, verdict: 'tampered' });
    expect(await told()).toHaveLength(1);
    const { admin } = house.people;
    await admin.query(`update version_item set state = 'releasable' where version_id = $1`, [version.id]);
    await nightly.look(morning('2026-12-02'));
    expect((await checks()).items[0]).toMatchObject({ whole: true, verdict: 'intact' });
    expect(await told()).toEqual([]);
  });

  it('that fails is tried three times, and then told', async () => {
    const { admin } = house.people;
    await admin.query('alter table mulu.log_leaf rename to log_leaf_away');
    try {
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        await nightly.look(morning('2026-12-03'));
        const [failing] = (await checks()).items;
        expect(failing).toMatchObject({ due: '2026-12-03', verdict: attempt < 3 ? null : 'failed' });
        await nightly.look(morning('2026-12-03')); // it rests
        await admin.query(`update mulu.log_check set held_until = now() where due = '2026-12-03' and ended_at is null`);
      }
    } finally {
      await admin.query('alter table mulu.log_leaf_away rename to log_leaf');
    }
    expect(house.log.filter((line) => line.includes('the check of the whole log failed'))).toHaveLength(3);
    expect(await told()).toEqual(['audit@example.org 【日志核对】夜间核对未能完成，请查看原因：全部日志']);
  });

  it('that a killed process was at is made by another one', async () => {
    await house.people.admin.query(
      `insert into mulu.log_check (due, whole, began_at, holder, held_until, attempts) values ('2026-12-04', false, now(), gen_random_uuid(), now() + interval '1 minute', 1)`,
    );
    await nightly.look(morning('2026-12-04'));
    expect((await checks()).items[0]).toMatchObject({ due: '2026-12-04', verdict: null });
    await house.people.admin.query(`update mulu.log_check set held_until = now() where due = '2026-12-04'`);
    await nightly.look(morning('2026-12-04'));
    expect((await checks()).items[0]).toMatchObject({ due: '2026-12-04', verdict: 'intact' });
  });

  it('that did not take place for two days is noticed, once', async () => {
    const { admin } = house.people;
    await admin.query(`update mulu.log_check set ended_at = ended_at - interval '49 hours'`);
    await Promise.all([nightly.look(morning('2026-12-04')), nightly.look(morning('2026-12-04'))]);
    expect((await checks()).overdueSince).toEqual(expect.any(String));
    expect(await told()).toEqual(['audit@example.org 【日志核对】全部日志已逾两日未经核对，请查看原因：全部日志']);
    expect((await house.nobody.get('/metrics')).text).toMatch(/mulu_log_check_overdue 1/);
    await nightly.look(morning('2026-12-04'));
    expect(await told()).toEqual([]);
    const { rows } = await admin.query(`select count(*)::int as said from log_event where type = 'log.checkMissed'`);
    expect(rows[0].said).toBe(1);
  });

  it('is for the audit administrator', async () => {
    expect((await house.nobody.get('/api/system/checks')).status).toBe(401);
    for (const name of ['auditor', 'sysadmin', 'compiler'])
      expect((await (await house.as(name)).get('/api/system/checks')).status).toBe(404);
  });
});
