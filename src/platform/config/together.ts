import { AllowList, isLoopback } from '../outward/index.js';
import type { Config } from './config.js';

function user(url: string): string {
  return new URL(url).username;
}

/** What must hold between variables. Each check answers with a sentence, or with nothing. */
const CHECKS: readonly ((config: Config) => string | false | undefined)[] = [
  (c) =>
    c.mode === 'evaluation' &&
    !isLoopback(c.host) &&
    `MULU_HOST=${c.host}: the evaluation mode has demo accounts and serves this machine only. Use 127.0.0.1, or MULU_MODE=production.`,
  (c) =>
    c.mode === 'production' && c.demoPassword !== undefined && 'MULU_DEMO_PASSWORD: production has no demo accounts. Remove the variable.',
  (c) => (c.tlsCert === undefined) !== (c.tlsKey === undefined) && 'MULU_TLS_CERT and MULU_TLS_KEY go together.',
  (c) =>
    c.mode === 'production' &&
    !isLoopback(c.host) &&
    c.tlsCert === undefined &&
    !c.plainHttp &&
    `MULU_HOST=${c.host}: beyond loopback set MULU_TLS_CERT and MULU_TLS_KEY, or say MULU_PLAIN_HTTP=yes because a proxy in front does TLS.`,
  (c) =>
    c.databaseUrl === undefined &&
    (c.portalUrl !== undefined || c.migratorUrl !== undefined) &&
    'MULU_PORTAL_URL and MULU_MIGRATOR_URL need DATABASE_URL: the embedded PostgreSQL has its own logins.',
  (c) =>
    c.databaseUrl !== undefined &&
    c.portalUrl === undefined &&
    'DATABASE_URL needs MULU_PORTAL_URL: the public portal reads with a login of its own.',
  (c) => c.databaseUrl !== undefined && c.embeddedPort !== undefined && 'MULU_EMBEDDED_PORT has no meaning with DATABASE_URL.',
  (c) => {
    const urls = [c.databaseUrl, c.portalUrl, c.migratorUrl].filter((url) => url !== undefined);
    return (
      new Set(urls.map(user)).size < urls.length &&
      'DATABASE_URL, MULU_PORTAL_URL and MULU_MIGRATOR_URL must be different logins (mulu_app, mulu_portal, mulu_migrator).'
    );
  },
  (c) => (c.smtpUrl === undefined) !== (c.mailFrom === undefined) && 'MULU_SMTP_URL and MULU_MAIL_FROM go together.',
  (c) => c.smtpUrl !== undefined && c.publicOrigin === undefined && 'MULU_SMTP_URL needs MULU_PUBLIC_ORIGIN: a message says where to go.',
  (c) => c.checkpointMailTo !== undefined && c.smtpUrl === undefined && 'MULU_CHECKPOINT_MAIL_TO needs MULU_SMTP_URL.',
  (c) => {
    const holder = [c.checkpointFile, c.checkpointSm2Key, c.checkpointMailTo, c.checkpointWitnesses[0]].some((set) => set !== undefined);
    return (
      c.databaseUrl !== undefined &&
      holder &&
      'MULU_CHECKPOINT_FILE, MULU_CHECKPOINT_SM2_KEY, MULU_CHECKPOINT_WITNESSES and MULU_CHECKPOINT_MAIL_TO are for the key holder with DATABASE_URL: set them there.'
    );
  },
  (c) =>
    new Set([c.webhookUrls.length > 0, c.webhookHosts.length > 0, c.webhookSecret !== undefined]).size > 1 &&
    'MULU_WEBHOOK_URL, MULU_WEBHOOK_HOSTS and MULU_WEBHOOK_SECRET go together.',
  (c) => {
    const hosts = new AllowList(c.webhookHosts);
    const unknown = c.webhookHosts.length > 0 && c.webhookUrls.map((url) => new URL(url).hostname).find((host) => !hosts.knows(host));
    return unknown && `MULU_WEBHOOK_URL: ${unknown} is not on MULU_WEBHOOK_HOSTS, or is an address to which nothing may be sent.`;
  },
];

export function checkTogether(config: Config): string[] {
  return CHECKS.map((check) => check(config)).filter((said): said is string => typeof said === 'string');
}
