import createClient, { type Middleware } from 'openapi-fetch';
import { language } from '../i18n';
import { freshKey } from './keys';
import { Problem, Unreachable, type ProblemDocument } from './problem';
import type { paths } from './schema';

/** Waits until somebody signed in again; `false` when they would not. Set by the session room. */
let signInAgain: () => Promise<boolean> = () => Promise.resolve(false);

export function onExpired(again: () => Promise<boolean>): void {
  signInAgain = again;
}

/** For requests that do not go out through `api`: asks whether somebody signed in again. */
export function signedInAgain(): Promise<boolean> {
  return signInAgain();
}

const SESSION = /^\/api\/session(\/|$)/;

/** A request that met an expired session waits for the sign-in and goes out again: what was typed is not lost. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request).catch(() => {
    throw new Unreachable();
  });
  if (response.status !== 401 || SESSION.test(new URL(request.url).pathname)) return response;
  return (await signInAgain()) ? fetch(again) : response;
}

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', language());
    if (request.method !== 'GET' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', freshKey());
    return request;
  },
};

/** The server's API as it describes itself (web/src/api/schema.d.ts). */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(headers);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a good answer.
 * @throws Problem when the server refused, Unreachable when no answer came
 */
export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await asked;
  if (response.ok) return data as NonNullable<T>;
  const document = error as Partial<ProblemDocument> | undefined;
  if (typeof document?.code !== 'string') throw new Unreachable();
  throw new Problem({ title: document.code, ...document, code: document.code, status: response.status });
}

/**
 * Sends a change again under the same key when no answer came: the server does it once. Three tries within some seconds. Whoever may try
 * once more later gives the key.
 * @throws what the last try threw
 */
export async function surely<T>(ask: (key: string) => Promise<T>, tries = 3, key = freshKey()): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await ask(key);
    } catch (error) {
      if (!(error instanceof Unreachable) || left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400 * (tries - left + 1)));
    }
  }
}
