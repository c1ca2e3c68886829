import { createTransport } from 'nodemailer';
import { isLoopback } from './loopback.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** A mail server by its address: `smtps://user:password@host:port` or `smtp://…`. */
export function mailTransport(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const auth = url.username === '' ? undefined : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return createTransport({
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(auth && { auth }),
    // A password never crosses a network in the clear.
    requireTLS: !secure && auth !== undefined && !isLoopback(host),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
