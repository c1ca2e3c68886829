import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Body, Controller, Get, Headers, Module, Param, ParseUUIDPipe, Post, Req, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyRequest, InjectOptions } from 'fastify';
import { IsInt, IsString, MaxLength } from 'class-validator';
import { DataSource } from 'typeorm';
import { testApplication, useTestDatabase, type TestApplication } from '../../../test/harness/index.js';
import { idempotencyKey, ifMatch, ProblemError } from '../problems/index.js';

class Note {
  @IsString()
  @MaxLength(20)
  words: string;

  @IsInt()
  count: number;
}

@Controller('api/trial')
class TrialController {
  constructor(private readonly source: DataSource) {}

  @Post('notes')
  note(@Body() note: Note): Note {
    return note;
  }

  @Get('things/:id')
  thing(@Param('id', ParseUUIDPipe) id: string): string {
    return id;
  }

  @Post('conditions')
  conditions(@Req() { headers }: FastifyRequest): object {
    return { key: idempotencyKey(headers), position: ifMatch(headers) };
  }

  @Post('files')
  async file(@Req() request: FastifyRequest): Promise<object> {
    const file = await request.file();
    const bytes = await file?.toBuffer();
    return { name: file?.filename, bytes: bytes?.length };
  }

  @Get('sql')
  sql(@Headers('x-sql') statement: string): Promise<unknown> {
    return this.source.query(statement);
  }

  @Get('unmet')
  unmet(): never {
    throw new ProblemError({
      status: 422,
      code: 'request.unmet',
      requirements: [{ id: 'everyItemDecided', message: { zh: '尚有 {n} 项未审查', en: '{n} items are undecided' }, itemIds: ['a', 'b'] }],
      parameters: { n: 2 },
      headers: { etag: '"7"' },
      extensions: { status: 200, seen: 7 },
    });
  }

  @Get('defect')
  defect(): never {
    throw new Error('canary-internal');
  }

  @Get('busy')
  busy(): never {
    throw new ServiceUnavailableException('canary-internal');
  }
}

@Module({ controllers: [TrialController] })
class TrialModule {}

const database = useTestDatabase();
let house: TestApplication;
beforeAll(
  async () => (house = await testApplication(database, [TrialModule], { MULU_IMPORT_MAX_BYTES: '2048', MULU_BODY_MAX_BYTES: '65536' })),
);
afterAll(() => house?.app.close());

async function ask(options: InjectOptions) {
  const answer = await house.app.inject({ ...options, headers: { host: 'localhost:3000', ...options.headers } } as never);
  const json = () => answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, headers: answer.headers, body: answer.body, json };
}

async function expectProblem(options: InjectOptions, status: number, code: string) {
  const answer = await ask(options);
  expect({ status: answer.status, ...answer.json() }).toMatchObject({ status, code, type: `urn:mulu:problem:${code}` });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer;
}

const json = { 'content-type': 'application/json' };
const notes = (payload: string, headers: Record<string, string> = json): InjectOptions => ({
  method: 'POST',
  url: '/api/trial/notes',
  payload,
  headers,
});

describe('bad input is never a 500', () => {
  it.each([
    ['a truncated body', '{"words":', 400, 'request.malformed'],
    ['an empty body', '', 400, 'request.malformed'],
    ['an array', '[]', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['__proto__', '{"__proto__":{"admin":true},"words":"a","count":1}', 400, 'request.malformed'],
    ['constructor.prototype', '{"constructor":{"prototype":{"x":1}},"words":"a","count":1}', 400, 'request.malformed'],
    ['an unknown field', '{"words":"a","count":1,"role":"admin"}', 400, 'request.invalid'],
    ['a wrong type', '{"words":1,"count":"1"}', 400, 'request.invalid'],
    ['a large body', JSON.stringify({ words: 'a'.repeat(70_000), count: 1 }), 413, 'request.tooLarge'],
  ])('%s', async (_, payload, status, code) => {
    await expectProblem(notes(payload), status, code);
  });

  it('names every fault of a body at once, in Chinese unless English is asked for, without the values', async () => {
    const chinese = await expectProblem(notes('{"words":1,"count":"canary","role":2}'), 400, 'request.invalid');
    expect(chinese.json().errors).toEqual(
      expect.arrayContaining([
        { field: 'words', rule: 'isString', message: '须为文本' },
        { field: 'count', rule: 'isInt', message: '须为整数' },
        { field: 'role', rule: 'whitelistValidation', message: '不允许有此字段' },
      ]),
    );
    expect(chinese.body).not.toContain('canary');
    expect(chinese.headers['content-language']).toBe('zh');
    const english = await ask(notes('{"words":1,"count":2}', { ...json, 'accept-language': 'fr, en;q=0.9, zh;q=0.5' }));
    expect(english.json()).toMatchObject({ title: 'The request does not have the required form' });
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/xml', 'application/jsonx', ''])(
    'refuses a body of the type "%s"',
    async (type) => {
      await expectProblem(notes('words=a', type ? { 'content-type': type } : {}), 415, 'request.unsupportedType');
    },
  );

  it.each([
    ['/api/trial/things/1', 400, 'request.malformed'],
    ['/api/trial/things/%E0%A4%A', 400, 'request.malformed'],
    [`/api/trial/things/${'a'.repeat(400)}`, 414, 'request.uriTooLong'],
    ['/api/nothing', 404, 'request.notFound'],
    ['/nothing', 404, 'request.notFound'],
  ])('GET %.40s is %d', async (url, status, code) => {
    await expectProblem({ url }, status, code);
  });

  it('refuses a file above the limit, two files, and a form that is none', async () => {
    const part = (name: string, size: number) =>
      `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${'a'.repeat(size)}\r\n`;
    const send = (payload: string, type = 'multipart/form-data; boundary=x'): InjectOptions => ({
      method: 'POST',
      url: '/api/trial/files',
      payload,
      headers: { 'content-type': type },
    });
    expect((await ask(send(`${part('a.txt', 2000)}--x--\r\n`))).json()).toEqual({ name: 'a.txt', bytes: 2000 });
    await expectProblem(send(`${part('a.txt', 4000)}--x--\r\n`), 413, 'request.tooLarge');
    await expectProblem(send('{}', 'application/json'), 415, 'request.unsupportedType');
    await expectProblem(send('x', 'multipart/form-data'), 415, 'request.unsupportedType');
    await expectProblem(send(part('a.txt', 200)), 400, 'request.malformed');
    await expectProblem(send('x'), 400, 'request.malformed');
  });

  it('answers in the same form what the parser of HTTP itself refuses', async () => {
    await house.app.listen(0, '127.0.0.1');
    const { port } = house.app.getHttpServer().address() as { port: number };
    for (const [sent, status] of [
      ['NONSENSE\r\n\r\n', 400],
      [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ] as const) {
      const socket = connect(port, '127.0.0.1');
      socket.write(sent);
      const answer = await text(socket);
      expect(answer).toContain(`HTTP/1.1 ${status} `);
      expect(answer).toContain('application/problem+json');
    }
  });
});

describe('what the database raises', () => {
  const raise = (state: string, message: string) =>
    `do $$ begin raise exception using errcode = '${state}', message = '${message}'; end $$`;
  it.each([
    [raise('MU401', 'session.absent'), 401, 'session.absent'],
    [raise('MU403', 'access.denied'), 403, 'access.denied'],
    [raise('MU404', 'version.absent'), 404, 'version.absent'],
    [raise('MU409', 'version.open'), 409, 'version.open'],
    [raise('MU422', 'item.undecided'), 422, 'item.undecided'],
    [raise('MU428', 'precondition.ifMatch'), 428, 'precondition.ifMatch'],
    [raise('MU400', 'request.malformed'), 400, 'request.malformed'],
    [raise('MUI04', 'version.unsigned'), 500, 'server.defect'],
    [raise('MUI09', 'machine.notInForce'), 503, 'server.outdated'],
    [raise('40P01', 'deadlock'), 409, 'request.conflict'],
    [raise('57014', 'too slow'), 503, 'server.unavailable'],
    [`select 'x'::uuid`, 400, 'request.malformed'],
    ['select 1 / 0', 500, 'server.defect'],
    ['nonsense', 500, 'server.defect'],
  ])('%s is %d', async (statement, status, code) => {
    await expectProblem({ url: '/api/trial/sql', headers: { 'x-sql': statement } }, status, code);
  });
});

describe('a problem', () => {
  it('carries every unmet requirement, headers and further members, but never another status', async () => {
    const answer = await expectProblem({ url: '/api/trial/unmet' }, 422, 'request.unmet');
    expect(answer.json()).toMatchObject({
      seen: 7,
      requirements: [{ id: 'everyItemDecided', message: '尚有 2 项未审查', itemIds: ['a', 'b'] }],
    });
    expect(answer.headers.etag).toBe('"7"');
  });

  it('hides a defect behind an id that the log knows', async () => {
    const answer = await expectProblem({ url: '/api/trial/defect' }, 500, 'server.defect');
    expect(answer.body).not.toContain('canary');
    const id = /编号 ([\w-]{36})/.exec(String(answer.json().title))?.[1];
    expect(house.log.filter((line) => line.includes(id as string) && line.includes('canary-internal'))).toHaveLength(1);
    expect((await expectProblem({ url: '/api/trial/busy' }, 503, 'server.unavailable')).body).not.toContain('canary');
  });
});

describe('preconditions', () => {
  const send = (headers: Record<string, string>): InjectOptions => ({ method: 'POST', url: '/api/trial/conditions', headers });
  it.each([
    [{}, 428, 'precondition.idempotencyKey'],
    [{ 'idempotency-key': 'a b' }, 400, 'idempotencyKey.malformed'],
    [{ 'idempotency-key': 'k'.repeat(201) }, 400, 'idempotencyKey.malformed'],
    [{ 'idempotency-key': 'k' }, 428, 'precondition.ifMatch'],
    [{ 'idempotency-key': 'k', 'if-match': '*' }, 400, 'ifMatch.malformed'],
    [{ 'idempotency-key': 'k', 'if-match': 'W/"1"' }, 400, 'ifMatch.malformed'],
    [{ 'idempotency-key': 'k', 'if-match': '"1", "2"' }, 400, 'ifMatch.malformed'],
  ] as [Record<string, string>, number, string][])('%j is %d %s', async (headers, status, code) => {
    await expectProblem(send(headers), status, code);
  });

  it('are read', async () => {
    expect((await ask(send({ 'idempotency-key': '"k"', 'if-match': '"12"' }))).json()).toEqual({ key: 'k', position: 12 });
  });
});

describe('the gate', () => {
  const body = '{"words":"a","count":1}';
  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:3001' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 201],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
    [{}, 201],
  ] as [Record<string, string>, number][])('a change with %j is %d', async (headers, status) => {
    expect((await ask(notes(body, { ...json, ...headers }))).status).toBe(status);
  });

  it('lets everybody read, and the evaluation mode answer to its own names only', async () => {
    expect((await ask({ url: '/healthz', headers: { origin: 'https://evil.example' } })).status).toBe(200);
    await expectProblem({ url: '/api/nothing', headers: { host: 'rebound.example:3000' } }, 421, 'request.misdirected');
  });
});

describe('every answer', () => {
  it('has an id, a strict policy, and is not stored by caches when it is of the API', async () => {
    const { headers } = await ask({ url: '/api/trial/things/7c9e6679-7425-40de-944b-e07fc1f90ae7' });
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect((await ask({ url: '/healthz', headers: { 'x-request-id': 'proxy-12345' } })).headers['x-request-id']).toBe('proxy-12345');
    expect((await ask({ url: '/healthz', headers: { 'x-request-id': 'a\tb' } })).headers['x-request-id']).not.toBe('a\tb');
  });

  it('leaves in the log what happened, not what was in it', async () => {
    const before = house.log.length;
    await ask({
      ...notes('{"words":"canary-body","count":1}', { ...json, cookie: 'session=canary-cookie', authorization: 'Bearer canary-token' }),
      url: '/api/trial/notes?q=canary-query',
    });
    await new Promise((resolve) => setImmediate(resolve)); // the line is written when the answer has been sent
    const lines = house.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toEqual([expect.objectContaining({ method: 'POST', path: '/api/trial/notes', status: 201, from: '127.0.0.1' })]);
    expect(house.log.slice(before).join()).not.toContain('canary');
  });
});

describe('operations', () => {
  it('tells health, readiness, metrics and the description of the API', async () => {
    expect((await ask({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    expect((await ask({ url: '/readyz' })).json()).toEqual({ status: 'ok' });
    const metrics = await ask({ url: '/metrics' });
    expect(metrics.body).toContain('mulu_http_request_duration_seconds_count{method="GET",route="/readyz",status="200"}');
    expect(metrics.body).toContain('mulu_database_connections{pool="portal",state="total"} 1');
    expect(metrics.body).not.toContain('7c9e6679');
    expect((await ask({ url: '/api/openapi.json' })).json()).toMatchObject({ info: { title: 'Mulu 目录' } });
    const docs = await ask({ url: '/api/docs' });
    expect([docs.status, docs.headers['content-security-policy']]).toEqual([200, expect.stringContaining("script-src 'self'")]);
  });

  it('shows metrics to this machine only, or to who has the token', async () => {
    await expectProblem({ url: '/metrics', remoteAddress: '10.0.0.9' }, 404, 'request.notFound');
    await expectProblem({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } }, 404, 'request.notFound');
    const other = await testApplication(database, [], { MULU_METRICS_TOKEN: 'a-token-of-some-length' });
    const read = async (authorization: string) =>
      (await other.app.inject({ url: '/metrics', headers: { authorization }, remoteAddress: '10.0.0.9' })).statusCode;
    expect([await read('Bearer a-token-of-some-length'), await read('Bearer a-token-of-some-lengthy'), await read('')]).toEqual([
      200, 404, 404,
    ]);
    await other.app.close();
  });

  it('is not ready, in time and without a reason for strangers, while the database is away', async () => {
    const other = await testApplication(database, []);
    await other.app.get(DataSource).destroy();
    const answer = await other.app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'server.unavailable']);
    expect((await other.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    await other.app.get(DataSource).initialize();
    await other.app.close();
  });
});
