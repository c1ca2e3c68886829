import { randomBytes } from 'node:crypto';

/** An opaque token of 256 random bits, 43 characters of base64url. Says nothing and cannot be guessed. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;
