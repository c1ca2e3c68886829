import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Witness, WitnessAnswer } from './witness.js';
import type { WitnessState } from './state.js';

const MOST_BYTES = 64 * 1024;
const REQUEST_MS = 10_000;
const TEXT = 'text/plain; charset=utf-8';

/** `POST /add-checkpoint`, and `GET /checkpoint?origin=` for an auditor who compares what others were shown. */
export function witnessServer(witness: Witness, state: WitnessState): Server {
  const server = createServer((request, response) => {
    answered(request).then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).end(body),
      () => response.destroy(), // whoever asked went away, or asked for no address; or nothing could be kept
    );
  });
  server.requestTimeout = REQUEST_MS;
  return server;

  async function answered(request: IncomingMessage): Promise<WitnessAnswer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://witness');
    if (request.method === 'POST' && pathname === '/add-checkpoint') {
      const body = await bodyOf(request);
      return body === null ? { status: 413, type: TEXT, body: 'this is too long\n' } : witness.add(body);
    }
    const known = request.method === 'GET' && pathname === '/checkpoint' ? state.of(searchParams.get('origin') ?? '') : undefined;
    return known ? { status: 200, type: TEXT, body: known.note } : { status: 404, type: TEXT, body: 'there is nothing here\n' };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
