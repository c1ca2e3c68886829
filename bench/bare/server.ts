/** The bare server: `http` and `pg`, nothing else. Run with BARE_URL and BARE_PORT. */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { APPEND, PUBLISH, READ, SIGN } from './statements.js';

const pool = new pg.Pool({ connectionString: process.env.BARE_URL, max: 20, idleTimeoutMillis: 0 });

class Refusal extends Error {}

/** Named, so that each connection prepares a statement once. */
async function rows(client: pg.ClientBase, name: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await client.query<Record<string, unknown>>({ name, text, values })).rows;
}

async function row(client: pg.ClientBase, name: string, text: string, values: unknown[]): Promise<Record<string, unknown>> {
  const [first] = await rows(client, name, text, values);
  if (!first) throw new Refusal(name);
  return first;
}

async function transaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

interface Act {
  version: string;
  item: string;
  contentHash: string;
}

function sign(token: string, { version, item, contentHash }: Act): Promise<object> {
  return transaction(async (client) => {
    const { body_id: body, submitted_by: submitter } = await row(client, 'sign.lock', SIGN.lock, [version]);
    const hash = Buffer.from(contentHash, 'hex');
    const { account_id: person } = await row(client, 'sign.check', SIGN.check, [Buffer.from(token), item, hash, body, submitter]);
    await rows(client, 'sign.decide', SIGN.decide, [version, item, hash, person]);
    await rows(client, 'sign.move', SIGN.move, [item]);
    const event = JSON.stringify({ actor: person, contentHash, from: 'awaitingReview', itemId: item, to: 'releasable', type: 'clear' });
    const { seq } = await row(client, 'append', APPEND, [version, Buffer.from(event)]);
    return { itemId: item, state: 'releasable', contentHash, seq: Number(seq) };
  });
}

function publish(token: string, { version }: Act): Promise<object> {
  return transaction(async (client) => {
    const { body_id: body, submitted_by: submitter } = await row(client, 'publish.lock', PUBLISH.lock, [version]);
    const { account_id: person } = await row(client, 'publish.check', PUBLISH.check, [Buffer.from(token), body, submitter]);
    const obstacles = await rows(client, 'publish.obstacles', PUBLISH.obstacles, [version, person]);
    if (obstacles.length > 0) throw new Refusal('publish.obstacles');
    await rows(client, 'publish.project', PUBLISH.project, [version]);
    await rows(client, 'publish.move', PUBLISH.move, [version]);
    const event = JSON.stringify({ actor: person, from: 'departmentApproval', to: 'published', type: 'approve' });
    const { seq } = await row(client, 'append', APPEND, [version, Buffer.from(event)]);
    return { versionId: version, state: 'published', seq: Number(seq) };
  });
}

async function read(version: string): Promise<object> {
  const { rows } = await pool.query<{ item_id: string; content: object }>({ name: 'read', text: READ, values: [version] });
  return { id: version, items: rows.map(({ item_id: id, content }) => ({ id, ...content })) };
}

async function bodyOf(request: IncomingMessage): Promise<Act> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Act;
}

async function answer(request: IncomingMessage): Promise<object> {
  const [, what, which] = request.url!.split('/');
  if (request.method === 'GET') return what === 'catalogue' ? read(which!) : {};
  const token = /token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const act = await bodyOf(request);
  return what === 'sign' ? sign(decodeURIComponent(token), act) : publish(decodeURIComponent(token), act);
}

createServer((request, reply) => {
  answer(request).then(
    (body) => reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: Error) => reply.writeHead(error instanceof Refusal ? 409 : 500).end(error.message),
  );
}).listen(Number(process.env.BARE_PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
