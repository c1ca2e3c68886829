import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TEST_PASSWORD } from './people.js';

export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  // eslint-disable-next-line typescript/no-explicit-any -- a test reads whatever the contract promises
  readonly json: any;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface Options {
  key?: string | null;
  ifMatch?: string;
  headers?: Record<string, string>;
}

/** Somebody at the HTTP contract: signed in or not, one request at a time, like any outside client. */
export class Client {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
  ) {}

  /** The `Cookie` header that this client sends, for requests that a test puts together by hand. */
  get credentials(): string {
    return this.cookie;
  }

  static stranger(app: NestFastifyApplication): Client {
    return new Client(app, '');
  }

  static async signIn(app: NestFastifyApplication, username: string, password = TEST_PASSWORD): Promise<Client> {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
    if (answer.statusCode !== 201) throw new Error(`${username} cannot sign in: ${answer.statusCode} ${answer.body}`);
    return new Client(app, `mulu=${answer.cookies[0]!.value}`);
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', url, undefined, { key: null, headers });
  }

  post(url: string, body: unknown = {}, options: Options = {}): Promise<Answer> {
    return this.send('POST', url, body, options);
  }

  patch(url: string, body: unknown, options: Options = {}): Promise<Answer> {
    return this.send('PATCH', url, body, options);
  }

  put(url: string, body: unknown, options: Options = {}): Promise<Answer> {
    return this.send('PUT', url, body, options);
  }

  delete(url: string, body: unknown, options: Options = {}): Promise<Answer> {
    return this.send('DELETE', url, body, options);
  }

  /** Sends a file as `file` of a multipart form. */
  async upload(url: string, file: string, options: Options & { bytes?: Buffer; name?: string } = {}): Promise<Answer> {
    const boundary = `----${randomUUID()}`;
    const name = options.name ?? file.split('/').at(-1)!;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), options.bytes ?? readFileSync(file), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.send('POST', url, payload, {
      ...options,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...options.headers },
    });
  }

  private async send(method: string, url: string, body: unknown, { key, ifMatch, headers }: Options): Promise<Answer> {
    const answer = await this.app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(key !== null && { 'idempotency-key': key ?? randomUUID() }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const isJson = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      etag: answer.headers.etag as string | undefined,
      json: isJson && answer.body ? JSON.parse(answer.body) : null,
      text: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  }
}
