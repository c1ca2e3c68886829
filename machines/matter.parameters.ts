const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that there is, `2026-11-20`; neither `2026-02-30` nor `tomorrow`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The networks that nobody outside reaches (RFC 1122, 1918, 3927). */
const INSIDE = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/** An address that the public can open: http or https, a host that is reachable from outside, no password in it. Nobody looks whether it answers. */
export function isPublicAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  const host = hostname.replace(/\.$/, '');
  return (
    username === '' &&
    password === '' &&
    host.includes('.') &&
    !/\.(?:localhost|local|internal)$/.test(host) &&
    !(IPV4.test(host) && INSIDE.test(host))
  );
}
