import { fastifyCookie, type FastifyCookie } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { TOKEN_PATTERN } from './token.js';

/**
 * The cookie that carries the token. Under TLS its name has the `__Host-` prefix: browsers then accept it from this very
 * host over TLS only, so nobody on a neighbouring host can plant one. Plain HTTP (loopback) cannot have that.
 */
export interface SessionCookie {
  readonly name: '__Host-mulu' | 'mulu';
  readonly options: NonNullable<Parameters<FastifyCookie['serialize']>[2]>;
}

export function sessionCookie(tls: boolean): SessionCookie {
  return {
    name: tls ? '__Host-mulu' : 'mulu',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure: tls },
  };
}

/** TLS here, or at a proxy whose word counts (MULU_TRUST_PROXY): fastify knows. */
function cookieOf(request: FastifyRequest): SessionCookie {
  return sessionCookie(request.protocol === 'https');
}

/** The token in a `Cookie` header, or null when there is none that could be one of ours. */
export function readToken(cookie: SessionCookie, header: string | undefined): string | null {
  const value = header ? fastifyCookie.parse(header)[cookie.name] : undefined;
  return value && TOKEN_PATTERN.test(value) ? value : null;
}

/** The token that a request carries, whether or not it is good. */
export function tokenOf(request: FastifyRequest): string | null {
  return readToken(cookieOf(request), request.headers.cookie);
}

/** The `Set-Cookie` header that hands out a token. It lives as long as the browser; the database decides when it ends. */
export function handOut(request: FastifyRequest, token: string): string {
  const { name, options } = cookieOf(request);
  return fastifyCookie.serialize(name, token, options);
}

/** The `Set-Cookie` header that makes the browser forget the token. */
export function takeBack(request: FastifyRequest): string {
  const { name, options } = cookieOf(request);
  return fastifyCookie.serialize(name, '', { ...options, maxAge: 0 });
}
