import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How a receiver answers; by default 204. */
export type Answering = (response: ServerResponse, request: ReceivedRequest) => void;

/** A program outside that takes what is posted to it, on a loopback port. */
export interface TestReceiver {
  readonly port: number;
  readonly url: string;
  readonly received: ReceivedRequest[];
  answer: Answering;
  close(): Promise<void>;
}

const accepts: Answering = (response) => void response.writeHead(204).end();

export async function testReceiver(address = '127.0.0.1'): Promise<TestReceiver> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    response.on('error', () => undefined);
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const taken = { path: request.url ?? '', headers: request.headers, body };
      received.push(taken);
      receiver.answer(response, taken);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: TestReceiver = {
    port,
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}/in`,
    received,
    answer: accepts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** A status and nothing else. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (response) =>
    void response.writeHead(code, headers).end();
