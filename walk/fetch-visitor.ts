import { randomUUID } from 'node:crypto';
import type { Answer, Conditions, FileToSend, Visitor } from './visitor.js';

/** A visitor who comes over the network, with `fetch` and nothing of the server's own code. */
export class FetchVisitor implements Visitor {
  private constructor(
    private readonly origin: string,
    private readonly identity: Readonly<Record<string, string>>,
  ) {}

  static citizen(origin: string): FetchVisitor {
    return new FetchVisitor(origin, {});
  }

  /** @throws Error when the server refuses the name or the password */
  static async signIn(origin: string, username: string, password: string): Promise<FetchVisitor> {
    const answer = await fetch(new URL('/api/session', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${text}`);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
    const { csrfToken } = JSON.parse(text) as { csrfToken?: string };
    return new FetchVisitor(origin, { cookie, ...(csrfToken && { 'x-csrf-token': csrfToken }) });
  }

  get<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return this.ask('GET', path, { headers });
  }

  post<Body>(path: string, body: unknown, conditions?: Conditions): Promise<Answer<Body>> {
    return this.send('POST', path, body, conditions);
  }

  patch<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send('PATCH', path, body);
  }

  delete<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send('DELETE', path, body);
  }

  upload<Body>(path: string, { name, bytes }: FileToSend): Promise<Answer<Body>> {
    const form = new FormData();
    form.set('file', new Blob([bytes]), name);
    return this.ask('POST', path, { body: form, headers: { 'idempotency-key': randomUUID() } });
  }

  private send<Body>(method: string, path: string, body: unknown, { ifMatch, headers }: Conditions = {}): Promise<Answer<Body>> {
    return this.ask(method, path, {
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
    });
  }

  private async ask<Body>(
    method: string,
    path: string,
    { headers, ...rest }: RequestInit & { headers: Readonly<Record<string, string>> },
  ): Promise<Answer<Body>> {
    const answer = await fetch(new URL(path, this.origin), {
      method,
      headers: { ...this.identity, ...headers },
      redirect: 'manual',
      ...rest,
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? undefined,
      json: (isJson && text ? JSON.parse(text) : null) as Body,
      text,
    };
  }
}
