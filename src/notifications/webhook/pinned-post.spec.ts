import { createHmac } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { status, testReceiver, type TestReceiver } from '../../../test/support/receiver.js';
import { AllowList } from '../../platform/outward/index.js';
import { pinnedPost, type Means } from './pinned-post.js';
import { postingOf, receiversOf } from './receiver.js';

const SECRET = 'a secret of thirty-two characters';
const EVENT = { id: 's:1', stream: 's', kind: 'version', seq: 1, type: 'submit', at: '2026-11-21T09:00:00.000Z' } as const;
const posting = postingOf([EVENT], SECRET, 1_763_715_600_999);
const LOOPBACK = new AllowList(['127.0.0.1', 'oa.example.cn']);
type Resolve = Means['resolve'];
const leadsTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

let receiver: TestReceiver;
beforeEach(async () => void (receiver = await testReceiver()));
afterEach(() => receiver.close());

const post = (url = receiver.url, hosts = LOOPBACK, resolve?: Resolve) =>
  pinnedPost(new URL(url), posting, hosts, { wholeMs: 500, ...(resolve && { resolve }) });
const named = () => `http://oa.example.cn:${receiver.port}/in?token=1`;

it('brings body and signature over, by name', async () => {
  await post(named(), LOOPBACK, leadsTo('127.0.0.1'));
  const [{ path, headers, body }] = receiver.received as [(typeof receiver.received)[0]];
  expect({ path, host: headers.host, type: headers['content-type'] }).toEqual({
    path: '/in?token=1',
    host: `oa.example.cn:${receiver.port}`,
    type: 'application/json',
  });
  expect(JSON.parse(body)).toEqual({ events: [EVENT] });
  expect(headers['mulu-timestamp']).toBe('1763715600');
  expect(headers['mulu-signature']).toBe(`v1=${createHmac('sha256', SECRET).update(`1763715600.${body}`).digest('hex')}`);
});

it('tells receivers apart by their whole address, and keeps none of it but a hash', () => {
  const ids = receiversOf({ webhookUrls: ['https://a.cn/in?k=1', 'https://a.cn/in?k=2', 'https://a.cn/in?k=1#'] }).map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
});

describe('where it may connect', () => {
  it.each<[string, string, string[], Resolve | undefined, string]>([
    ['a name that is not listed', 'http://else.example.cn', ['oa.example.cn'], leadsTo('127.0.0.1'), 'host not allowed'],
    [
      'a name that leads to this machine',
      'http://oa.example.cn',
      ['oa.example.cn'],
      leadsTo('127.0.0.1'),
      'address not allowed: 127.0.0.1',
    ],
    [
      '… in the dress of IPv6',
      'http://oa.example.cn',
      ['oa.example.cn'],
      leadsTo('::ffff:127.0.0.1'),
      'address not allowed: ::ffff:127.0.0.1',
    ],
    [
      '… although all networks are listed',
      'http://oa.example.cn',
      ['oa.example.cn', '0.0.0.0/0', '::/0'],
      leadsTo('127.0.0.1', '::1'),
      'address not allowed: 127.0.0.1, ::1',
    ],
    [
      'a name that leads to a cloud’s own data',
      'http://oa.example.cn',
      ['oa.example.cn'],
      leadsTo('169.254.169.254'),
      'address not allowed: 169.254.169.254',
    ],
    [
      'a name that leads inside',
      'http://oa.example.cn',
      ['oa.example.cn'],
      leadsTo('10.0.0.1', '192.168.3.4', 'fd00::1'),
      'address not allowed: 10.0.0.1, 192.168.3.4, fd00::1',
    ],
    ['a name that leads nowhere', 'http://oa.example.cn', ['oa.example.cn'], leadsTo(), 'address not allowed: none'],
    ['an address that is not listed', 'http://127.0.0.1', ['oa.example.cn'], undefined, 'host not allowed'],
    ['the same as a number', 'http://2130706433', ['oa.example.cn'], undefined, 'host not allowed'],
    ['the same in IPv6', 'http://[::ffff:7f00:1]', ['oa.example.cn'], undefined, 'host not allowed'],
    ['every address', 'http://0.0.0.0', ['0.0.0.0', '0.0.0.0/0'], undefined, 'host not allowed'],
  ])('not %s', async (_, origin, hosts, resolving, reason) => {
    await expect(post(`${origin}:${receiver.port}/in`, new AllowList(hosts), resolving)).rejects.toMatchObject({ why: reason });
    expect(receiver.received).toEqual([]);
  });

  it('to an address inside that is listed, by itself or by a name', async () => {
    await post();
    await post(`http://[::ffff:127.0.0.1]:${receiver.port}/in`);
    await post(named(), LOOPBACK, leadsTo('10.0.0.1', '127.0.0.1'));
    expect(receiver.received).toHaveLength(3);
  });

  it('to what the name led to when it was looked at, once, and not to where it leads the next moment', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254'], ['10.9.9.9']];
    const rebinding = jest.fn<ReturnType<Resolve>, [string]>(async (name) => leadsTo(...(answers.shift() ?? []))(name));
    await post(named(), LOOPBACK, rebinding);
    expect(rebinding.mock.calls).toEqual([['oa.example.cn']]);
    expect(receiver.received).toHaveLength(1);
    await expect(post(named(), LOOPBACK, rebinding)).rejects.toMatchObject({ why: 'address not allowed: 169.254.169.254' });
  });

  it('to the next address when nobody listens at the first', async () => {
    const both = new AllowList(['oa.example.cn', '127.0.0.1', '127.0.0.2']);
    await post(named(), both, leadsTo('127.0.0.2', '127.0.0.1'));
    expect(receiver.received).toHaveLength(1);
  });
});

describe('what counts as not taken', () => {
  const inside = async (answer: TestReceiver['answer']) => {
    receiver.answer = answer;
    const began = Date.now();
    const reason = await post().then(
      () => 'taken',
      (error: { why?: string }) => error.why,
    );
    return { reason, ms: Date.now() - began };
  };

  it('a redirect, which is not followed', async () => {
    const other = await testReceiver();
    for (const code of [301, 302, 303, 307, 308]) {
      expect((await inside(status(code, { location: other.url }))).reason).toBe(`status ${code}`);
    }
    expect(other.received).toEqual([]);
    await other.close();
  });

  it.each([400, 404, 410, 429, 500, 503])('status %i', async (code) => {
    expect((await inside(status(code))).reason).toBe(`status ${code}`);
  });

  it('an answer that does not come in time', async () => {
    const { reason, ms } = await inside(() => undefined);
    expect(reason).toBe('timeout');
    expect(ms).toBeGreaterThan(450);
    expect(ms).toBeLessThan(1_500);
  });

  it('headers that never end', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('x: y\r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ why: 'timeout' });
    server.close();
  });

  it('headers without measure, a connection that is cut, an answer in another protocol', async () => {
    const answers: [string, string][] = [
      [`HTTP/1.1 200 OK\r\n${`x: ${'y'.repeat(1000)}\r\n`.repeat(50)}\r\n`, 'HPE_HEADER_OVERFLOW'],
      ['', 'ECONNRESET'],
      ['SSH-2.0-OpenSSH\r\n', 'HPE_INVALID_CONSTANT'],
      ['HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n', 'no answer'],
    ];
    for (const [answer, reason] of answers) {
      const server = createServer((socket) => void socket.on('error', () => undefined).once('data', () => socket.end(answer)));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo;
      await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ why: reason });
      server.close();
    }
    await receiver.close();
    await expect(post()).rejects.toMatchObject({ why: 'ECONNREFUSED' });
    receiver = await testReceiver();
    await expect(post(receiver.url.replace('http:', 'https:'))).rejects.toMatchObject({
      why: expect.stringMatching(/^(EPROTO|ERR_SSL)/),
    });
  });

  it('a name whose resolver does not answer in time', async () => {
    const began = Date.now();
    await expect(post(named(), LOOPBACK, () => new Promise(() => undefined))).rejects.toMatchObject({ why: 'timeout' });
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  it('a name that there is not', async () => {
    await expect(
      post(named(), LOOPBACK, async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))),
    ).rejects.toMatchObject({
      why: 'ENOTFOUND',
    });
  });
});

describe('an answer that says more than its status', () => {
  it('is cut off soon when it is slow', async () => {
    let closed = false;
    receiver.answer = (response) => {
      response.writeHead(202);
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => {
        closed = true;
        clearInterval(drip);
      });
    };
    const began = Date.now();
    await post();
    expect(Date.now() - began).toBeLessThan(3_000);
    await new Promise((done) => setTimeout(done, 100));
    expect(closed).toBe(true);
  });

  it('is cut off soon when it is big', async () => {
    let written = 0;
    receiver.answer = (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536);
      const pour = (): void => {
        if (response.destroyed || written > 2 ** 30) return;
        written += chunk.length;
        if (response.write(chunk)) setImmediate(pour);
        else response.once('drain', pour);
      };
      pour();
    };
    const before = process.memoryUsage().arrayBuffers;
    await post();
    expect(written).toBeLessThan(16 * 2 ** 20);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20);
  });
});
