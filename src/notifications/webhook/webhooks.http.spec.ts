import { createHmac } from 'node:crypto';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Registry } from 'prom-client';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import { status, testReceiver, type TestReceiver } from '../../../test/support/receiver.js';
import { Config } from '../../platform/config/index.js';
import type { Metrics } from '../../platform/http/index.js';
import type { EventNotice } from './receiver.js';
import { WebhookStore } from './webhook.store.js';
import { Webhooks } from './webhooks.js';

const SECRET = 'a secret of thirty-two characters';
const TASK = {
  regionCode: '150000',
  purpose: 'publishCatalogue',
  number: '雀鸟〔2026〕1号',
  title: '雀鸟通知',
  text: '雀鸟通知的正文。',
  requirements: ['雀鸟要求'],
  groups: [{ levels: ['autonomousRegion'], kinds: ['department'], dueOn: '2098-10-31' }],
};

describe('with two receivers', () => {
  const env: Record<string, string> = { MULU_WEBHOOK_HOSTS: '127.0.0.1', MULU_WEBHOOK_SECRET: SECRET };
  let first: TestReceiver;
  let second: TestReceiver;
  beforeAll(async () => {
    [first, second] = await Promise.all([testReceiver(), testReceiver()]);
    env['MULU_WEBHOOK_URL'] = `${first.url}?token=geheim, ${second.url}`;
  });
  const house = useHouse(env);
  let webhooks: Webhooks;

  beforeAll(() => {
    webhooks = house.app.get(Webhooks);
    house.app.get(SchedulerRegistry).deleteInterval('webhooks'); // each test sends when it wants to
  });
  beforeEach(async () => {
    await sweep();
    forget();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const receiver of [first, second]) receiver.answer = status(204);
    await house.people.admin.query(
      `update webhook_receiver set failures = 0, failing_since = null, next_at = now(), holder = null, held_until = null`,
    );
  });
  afterAll(() => Promise.all([first.close(), second.close()]));

  const sweep = async (by = webhooks) => void (await Promise.all(by.receivers.map((receiver) => by.sweep(receiver))));
  const forget = () => [first, second].forEach(({ received }) => received.splice(0));
  const got = ({ received }: TestReceiver): EventNotice[] => received.flatMap(({ body }) => JSON.parse(body).events);
  const types = (receiver: TestReceiver, stream: string) =>
    got(receiver)
      .filter((event) => event.stream === stream)
      .map(({ type }) => type);
  const another = () => {
    const { app } = house;
    return new Webhooks(app.get(WebhookStore), app.get(Config), app.get(SchedulerRegistry), { registry: new Registry() } as Metrics);
  };
  /** As though so much time had gone by. */
  const wait = (interval: string) =>
    house.people.admin.query(
      `update webhook_receiver set next_at = next_at - $1::interval, held_until = held_until - $1::interval, failing_since = failing_since - $1::interval`,
      [interval],
    );

  it('tells both of each step, once, in the order of each log, and signs', async () => {
    const [one, two] = [await TestVersion.draft(house), await TestVersion.draft(house)];
    await one.submitted();
    await two.awaitingApproval();
    await sweep();
    await sweep();
    for (const receiver of [first, second]) {
      expect(types(receiver, one.id)).toEqual(['create', 'create', 'submit', 'enterReview']);
      for (const { id } of [one, two]) {
        const events = got(receiver).filter(({ stream }) => stream === id);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
      }
    }
    const { rows } = await house.people.admin.query(`select seq::int, type, at from log_event where stream = $1 order by seq`, [two.id]);
    expect(got(first).filter(({ stream }) => stream === two.id)).toEqual(
      rows.map(({ seq, type, at }) => ({ id: `${two.id}:${seq}`, stream: two.id, kind: 'version', seq, type, at: at.toISOString() })),
    );
    for (const { headers, body } of first.received) {
      const hmac = createHmac('sha256', SECRET).update(`${headers['mulu-timestamp']}.${body}`).digest('hex');
      expect(headers['mulu-signature']).toBe(`v1=${hmac}`);
      expect(Math.abs(Number(headers['mulu-timestamp']) - Date.now() / 1000)).toBeLessThan(10);
    }
  });

  it('tells of matters too, and of the house’s own log never', async () => {
    const office = await house.as('office');
    const { id } = (await must(office.post('/api/tasks', TASK), 201)).json;
    await sweep();
    expect(got(first).filter(({ stream }) => stream === id)).toEqual([
      { id: `${id}:1`, stream: id, kind: 'matter', seq: 1, type: 'issue', at: expect.any(String) },
    ]);
    const { rows } = await house.people.admin.query(`select id from matter where parent_id = $1`, [id]);
    expect(got(first).filter(({ kind }) => kind === 'matter')).toHaveLength(1 + rows.length);
    await must(office.put('/api/session/contact', { email: 'office@example.org' }));
    forget();
    await sweep();
    expect(got(first)).toEqual([]);
  });

  it('lets out ids, and no word of anybody', async () => {
    const version = await TestVersion.draft(house, [anItemContent('雀鸟甲')]);
    await version.submitted();
    await must(version.decide('officer', { type: 'return', reason: '雀鸟乙' }));
    await must(version.decide('compiler', { type: 'amend', reply: '雀鸟丙' }));
    await must(version.move('compiler', { type: 'recall', reason: '雀鸟丁' }));
    await must((await house.as('office')).post('/api/tasks', TASK), 201);
    await sweep();
    const body = first.received.map((request) => request.body).join('');
    expect(body).toContain(version.id);
    expect(body).not.toMatch(/\p{Script=Han}/u);
    for (const event of got(first)) expect(Object.keys(event)).toEqual(['id', 'stream', 'kind', 'seq', 'type', 'at']);
    const { rows } = await house.people.admin.query(`select id from item union select id from account`);
    for (const { id } of rows) expect(body).not.toContain(id);
    expect(house.log.join('')).not.toMatch(/geheim|雀鸟|thirty-two/);
  });

  it('sends again what it may have sent before it was killed, under the same ids, and nothing after it before', async () => {
    const version = await TestVersion.draft(house);
    const store = house.app.get(WebhookStore);
    jest.spyOn(store, 'delivered').mockRejectedValue(new Error('killed'));
    await sweep();
    const before = got(first);
    expect(before.length).toBeGreaterThan(1);
    jest.restoreAllMocks();
    await version.submitted();
    forget();
    // It held both receivers: another instance waits until that has run out.
    const other = another();
    await sweep(other);
    expect(got(first)).toEqual([]);
    await wait('2 minutes');
    await sweep(other);
    expect(got(first).slice(0, before.length)).toEqual(before);
    expect(types(first, version.id)).toEqual(['create', 'create', 'submit', 'enterReview']);
    await other.onApplicationShutdown();
    forget();
    await sweep();
    expect(got(first)).toEqual([]);
  });

  it('sends once when two instances sweep at the same time', async () => {
    const other = another();
    const versions = await Promise.all([TestVersion.draft(house), TestVersion.draft(house), TestVersion.draft(house)]);
    await Promise.all([sweep(), sweep(other), sweep(), sweep(other)]);
    for (const receiver of [first, second]) {
      const ids = got(receiver).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id } of versions) expect(types(receiver, id)).toEqual(['create', 'create']);
    }
  });

  it('sends much in pieces, still in order', async () => {
    const contents = Array.from({ length: 130 }, (_, index) => anItemContent(`第${index}项`));
    const version = await TestVersion.draft(house, contents);
    await version.submitted();
    await sweep();
    expect(first.received.length).toBeGreaterThan(2);
    const seqs = got(first)
      .filter(({ stream }) => stream === version.id)
      .map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(seqs.length).toBe(1 + 130 + 130 + 1);
  });

  it('rests longer and longer after failures, and then goes on where it was, without holding up the other', async () => {
    const version = await TestVersion.draft(house);
    first.answer = status(500);
    const next = async () =>
      (
        await house.people.admin.query(
          `select failures, round(extract(epoch from next_at - clock_timestamp()))::int as pause from webhook_receiver where failures > 0`,
        )
      ).rows;
    await sweep();
    expect(await next()).toEqual([{ failures: 1, pause: 10 }]);
    expect(types(second, version.id)).toEqual(['create', 'create']);
    await sweep();
    expect(first.received).toHaveLength(1);
    await wait('10 seconds');
    await version.submitted();
    await sweep();
    expect(await next()).toEqual([{ failures: 2, pause: 20 }]);
    for (let times = 0; times < 12; times += 1) {
      await wait('1 hour');
      await sweep();
    }
    expect(await next()).toEqual([{ failures: 14, pause: 3600 }]);
    const { text } = await house.nobody.get('/metrics');
    expect(text).toContain(`mulu_webhook_failures{receiver="127.0.0.1:${first.port}"} 14`);
    expect(text).toMatch(new RegExp(`mulu_webhook_events_total\\{receiver="127.0.0.1:${first.port}",outcome="failed"\\} [1-9]`));
    first.answer = status(204);
    forget();
    await wait('1 hour');
    await sweep();
    expect(types(first, version.id)).toEqual(['create', 'create', 'submit', 'enterReview']);
    expect(types(second, version.id)).toEqual([]);
    expect(await next()).toEqual([]);
    expect((await house.nobody.get('/metrics')).text).toContain(`mulu_webhook_failures{receiver="127.0.0.1:${first.port}"} 0`);
    expect(house.log.join('')).toMatch(/"why":"status 500"/);
  });

  it('gives up after two weeks what is two weeks old, says so, and goes on with what is new', async () => {
    const store = house.app.get(WebhookStore);
    const version = await TestVersion.draft(house);
    first.answer = status(503);
    await sweep();
    await wait('13 days');
    await sweep();
    expect(house.log.join('')).not.toContain('given up');
    await wait('2 days');
    await sweep();
    expect(house.log.join('')).not.toContain('given up'); // it fails for two weeks, but nothing is as old
    const failed = store.failed.bind(store);
    jest.spyOn(store, 'failed').mockImplementation((receiver) => failed(receiver, '0 seconds'));
    await wait('1 hour');
    await sweep();
    expect(house.log.join('')).toContain('events were given up');
    expect((await house.nobody.get('/metrics')).text).toMatch(/mulu_webhook_events_total\{[^}]*outcome="given_up"\} [2-9]/);
    jest.restoreAllMocks();
    await version.submitted();
    first.answer = status(204);
    forget();
    await wait('1 hour');
    await sweep();
    expect(types(first, version.id)).toEqual(['submit', 'enterReview']);
  });

  it('finds what is committed after a look that passed it, and what no short look finds', async () => {
    const { admin } = house.people;
    const version = await TestVersion.draft(house);
    await sweep();
    await sweep();
    const short = async () =>
      (await admin.query(`select bool_and(whole_at > now() - interval '1 minute') as so from log_reader`)).rows[0]!.so;
    expect(await short()).toBe(true);
    const late = await house.people.another('admin');
    await late.query('begin');
    await late.query(`select log_append($1, '{"type": "edit"}')`, [version.id]);
    const other = await TestVersion.draft(house);
    await sweep();
    expect([types(first, version.id), types(first, other.id)]).toEqual([
      ['create', 'create'],
      ['create', 'create'],
    ]);
    await late.query('commit');
    await sweep();
    expect(types(first, version.id)).toEqual(['create', 'create', 'edit']);

    // Written an hour ago and committed only now, or under a clock that was set back.
    await admin.query(`set session_replication_role = replica`);
    await admin.query(
      `insert into log_event select (jsonb_populate_record(e, jsonb_build_object('seq', 4, 'at', now() - interval '1 hour'))).* from log_event e
       where e.stream = $1 and e.seq = 3`,
      [version.id],
    );
    await admin.query(`set session_replication_role = default`);
    await sweep();
    expect(types(first, version.id)).toHaveLength(3);
    await admin.query(`update log_reader set whole_at = whole_at - interval '10 minutes'`);
    await sweep();
    expect(types(first, version.id)).toEqual(['create', 'create', 'edit', 'edit']);
    expect(await short()).toBe(true);
  });

  it('knows every log that there is', async () => {
    const { rows } = await house.people.admin.query(
      `select distinct e.stream from log_event e
       where e.stream <> '00000000-0000-0000-0000-000000000000' and not exists (select from log_source s where s.stream = e.stream)`,
    );
    expect(rows).toEqual([]);
  });

  it('begins with a new receiver where the logs end, and forgets one that is gone', async () => {
    const store = house.app.get(WebhookStore);
    const version = await TestVersion.draft(house);
    const third = await testReceiver();
    const receiver = { id: 'c'.repeat(64), url: new URL(third.url), host: `127.0.0.1:${third.port}` };
    const holder = '00000000-0000-4000-8000-000000000001';
    await store.configure([...webhooks.receivers, receiver]);
    expect(await store.take(receiver, holder, 100)).toEqual([]);
    await version.submitted();
    expect((await store.take(receiver, holder, 100)).map(({ type }) => type)).toEqual(['submit', 'enterReview']);
    await store.configure(webhooks.receivers);
    expect(await store.take(receiver, holder, 100)).toEqual([]);
    await store.delivered(receiver, []);
    expect(await store.failed(receiver)).toEqual({ failures: 0, givenUp: 0 });
    const kept = await house.people.admin.query(
      `select (select count(*)::int from log_reader) as readers, count(distinct reader)::int as places from log_cursor`,
    );
    expect(kept.rows).toEqual([{ readers: 2, places: 2 }]);
    const { rows } = await house.people.admin.query(
      `select type, convert_from(body, 'UTF8')::json ->> 'host' as host from log_event where type like 'webhook.%' order by seq desc limit 2`,
    );
    expect(rows).toEqual([
      { type: 'webhook.receiverRemoved', host: receiver.host },
      { type: 'webhook.receiverAdded', host: receiver.host },
    ]);
    await third.close();
  });
});

describe('without a receiver', () => {
  const house = useHouse();

  it('sends nothing and keeps nothing', async () => {
    expect(house.app.get(SchedulerRegistry).getIntervals()).not.toContain('webhooks');
    await TestVersion.draft(house);
    const { rows } = await house.people.admin.query(
      `select (select count(*)::int from log_reader) + (select count(*)::int from log_cursor) as n`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
