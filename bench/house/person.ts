import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, type Answer, type Ask } from '../connections.js';

export const PASSWORD = 'a password for measuring';

export interface Said {
  readonly etag: string | undefined;
  readonly json: Record<string, unknown>;
}

/** Somebody signed in at the application, who prepares what is measured. */
export class Person {
  private constructor(
    private readonly connection: Connection,
    readonly cookie: string,
  ) {}

  /** The accounts are made just after the application begins to serve, so the first answers may be refusals. */
  static async signIn(port: number, username: string): Promise<Person> {
    const connection = new Connection(port);
    const body = JSON.stringify({ username, password: PASSWORD });
    for (let tries = 0; ; tries += 1) {
      const answer = await connection.send({ method: 'POST', path: '/api/session', headers: { 'content-type': 'application/json' }, body });
      if (answer.status === 201) return new Person(connection, answer.headers['set-cookie']![0]!.split(';')[0]!);
      if (tries > 4) throw new Error(`${username} cannot sign in: ${answer.status} ${answer.text}`);
      await sleep(500);
    }
  }

  /** The request of a mutation, with a key of its own. */
  request(path: string, body: object, ifMatch?: string): Ask & { headers: Record<string, string> } {
    return {
      method: 'POST',
      path,
      headers: {
        'content-type': 'application/json',
        cookie: this.cookie,
        'idempotency-key': randomUUID(),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      body: JSON.stringify(body),
    };
  }

  async get(path: string): Promise<Said> {
    return said(path, await this.connection.send({ method: 'GET', path, headers: { cookie: this.cookie } }));
  }

  async post(path: string, body: object, ifMatch?: string): Promise<Said> {
    return said(path, await this.connection.send(this.request(path, body, ifMatch)));
  }

  /** A step of a version, on the version as it stands. */
  async step(versionId: string, type: string): Promise<Said> {
    const { etag } = await this.get(`/api/versions/${versionId}`);
    return this.post(`/api/versions/${versionId}/events`, { type }, etag);
  }

  async upload(path: string, name: string, bytes: Buffer): Promise<Said> {
    const boundary = `----${randomUUID()}`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { cookie: this.cookie, 'idempotency-key': randomUUID(), 'content-type': `multipart/form-data; boundary=${boundary}` };
    return said(path, await this.connection.send({ method: 'POST', path, headers, body }));
  }

  close(): void {
    this.connection.close();
  }
}

function said(path: string, answer: Answer): Said {
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status} ${answer.text}`);
  return { etag: answer.headers.etag, json: JSON.parse(answer.text) as Record<string, unknown> };
}
