import fastifyCookie, { type CookieSerializeOptions } from '@fastify/cookie';
import { TOKEN_PATTERN } from './token.js';

/**
 * The cookie that carries the token. Under TLS its name has the `__Host-` prefix: browsers then accept it from this very
 * host over TLS only, so nobody on a neighbouring host can plant one. Plain HTTP (loopback) cannot have that.
 */
export interface SessionCookie {
  readonly name: '__Host-mulu' | 'mulu';
  readonly options: CookieSerializeOptions;
}

export function sessionCookie(tls: boolean): SessionCookie {
  return {
    name: tls ? '__Host-mulu' : 'mulu',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure: tls },
  };
}

/** The token in a `Cookie` header, or null when there is none that could be one of ours. */
export function readToken(cookie: SessionCookie, header: string | undefined): string | null {
  const value = header ? fastifyCookie.parse(header)[cookie.name] : undefined;
  return value && TOKEN_PATTERN.test(value) ? value : null;
}

/** The `Set-Cookie` header that hands out a token. It lives as long as the browser; the database decides when it ends. */
export function handOut(cookie: SessionCookie, token: string): string {
  return fastifyCookie.serialize(cookie.name, token, cookie.options);
}

/** The `Set-Cookie` header that makes the browser forget the token. */
export function takeBack(cookie: SessionCookie): string {
  return fastifyCookie.serialize(cookie.name, '', { ...cookie.options, maxAge: 0 });
}
