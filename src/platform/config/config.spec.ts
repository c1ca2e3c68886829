import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project.js';
import { ConfigError, loadConfig, variables, withVariableTables } from './index.js';
import { distance, nearest } from './nearest.js';

function faults(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).faults;
  }
}

const DATABASE = {
  DATABASE_URL: 'postgres://mulu_app:a@db/mulu',
  MULU_PORTAL_URL: 'postgres://mulu_portal:b@db/mulu',
};

const HOOK = {
  MULU_WEBHOOK_URL: 'https://oa.cn/in',
  MULU_WEBHOOK_HOSTS: 'oa.cn',
  MULU_WEBHOOK_SECRET: 'a secret of thirty-two characters',
};

describe('the configuration', () => {
  it('is the evaluation mode on this machine when nothing is set', () => {
    expect(loadConfig({})).toMatchObject({
      mode: 'evaluation',
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      plainHttp: false,
      trustProxy: [],
      databaseUrl: undefined,
    });
    expect(loadConfig({ MULU_PORT: '' }).port).toBe(3000);
  });

  it('reads every kind of value', () => {
    const config = loadConfig({
      ...DATABASE,
      MULU_MODE: 'production',
      MULU_PORT: '0',
      MULU_PLAIN_HTTP: 'YES',
      MULU_TRUST_PROXY: '10.0.0.1, 10.1.0.0/16',
      MULU_PUBLIC_ORIGIN: 'https://mulu.example.gov.cn',
    });
    expect(config).toMatchObject({ port: 0, plainHttp: true, trustProxy: ['10.0.0.1', '10.1.0.0/16'] });
  });

  it('names an unknown variable and the one that was meant', () => {
    expect(faults({ MULU_PROT: '1' })).toEqual(['MULU_PROT is not a variable of Mulu. Did you mean MULU_PORT?']);
    expect(faults({ MULU_TLS_CERTIFICATE: 'x' })[0]).toContain('Did you mean MULU_TLS_CERT?');
  });

  it.each([
    [{ MULU_MODE: 'test' }, 'MULU_MODE must be one of'],
    [{ MULU_PORT: '70000' }, 'MULU_PORT must not be greater than 65535'],
    [{ MULU_PORT: '3e3' }, 'MULU_PORT must be an integer'],
    [{ MULU_PLAIN_HTTP: 'perhaps' }, 'MULU_PLAIN_HTTP must be a boolean'],
    [{ MULU_DEMO_PASSWORD: 'short' }, 'MULU_DEMO_PASSWORD must be longer'],
    [{ MULU_PUBLIC_ORIGIN: 'https://x.cn/' }, 'MULU_PUBLIC_ORIGIN must be an origin'],
    [{ MULU_TLS_CERT: '/nowhere/cert.pem' }, 'MULU_TLS_CERT must be a file'],
    [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL must be postgres://'],
    [{ MULU_SMTP_URL: 'http://mail.cn' }, 'MULU_SMTP_URL must be smtp://'],
    [{ MULU_SMTP_URL: 'smtp://mail.cn/?tls.rejectUnauthorized=false' }, 'MULU_SMTP_URL must be smtp://'],
    [{ MULU_MAIL_FROM: '目录 <a@b.cn>' }, 'MULU_MAIL_FROM must be an address'],
    [{ MULU_MAIL_FROM: 'a@b.cn' }, 'MULU_SMTP_URL and MULU_MAIL_FROM go together'],
    [{ MULU_SMTP_URL: 'smtp://mail.cn', MULU_MAIL_FROM: 'a@b.cn' }, 'MULU_SMTP_URL needs MULU_PUBLIC_ORIGIN'],
    [{ MULU_WEBHOOK_URL: 'https://oa.cn/in' }, 'MULU_WEBHOOK_URL, MULU_WEBHOOK_HOSTS and MULU_WEBHOOK_SECRET go together'],
    [{ ...HOOK, MULU_WEBHOOK_SECRET: '' }, 'go together'],
    [{ ...HOOK, MULU_WEBHOOK_SECRET: 'short' }, 'MULU_WEBHOOK_SECRET must be longer'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'https://oa.cn/in,ftp://oa.cn' }, 'each value in MULU_WEBHOOK_URL must be https://'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'https://u:geheim@oa.cn' }, 'without a user or a password'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'https://oa.cn/in,https://oa.cn/in' }, 'MULU_WEBHOOK_URL'],
    [{ ...HOOK, MULU_WEBHOOK_HOSTS: 'oa.cn,*.cn' }, 'each value in MULU_WEBHOOK_HOSTS must be the name of a host'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'https://oa.cn/in,https://ob.cn/in' }, 'MULU_WEBHOOK_URL: ob.cn is not on'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'http://2130706433/in' }, 'MULU_WEBHOOK_URL: 127.0.0.1 is not on'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'http://169.254.169.254/', MULU_WEBHOOK_HOSTS: '169.254.0.0/16' }, '169.254.169.254 is not on'],
    [{ ...HOOK, MULU_WEBHOOK_URL: 'http://[::]/', MULU_WEBHOOK_HOSTS: '::' }, '[::] is not on'],
    [{ MULU_CHECK_AT: '25:00' }, 'MULU_CHECK_AT must be a time such as 02:30, or never'],
    [{ MULU_CHECK_KEYS: 'mulu.example/log+00000000+AAAA' }, 'each value in MULU_CHECK_KEYS must be a public key'],
    [{ MULU_HOST: '0.0.0.0' }, 'the evaluation mode has demo accounts'],
    [{ MULU_MODE: 'production', MULU_HOST: '0.0.0.0' }, 'beyond loopback set MULU_TLS_CERT'],
    [{ MULU_MODE: 'production', MULU_DEMO_PASSWORD: 'long enough' }, 'production has no demo accounts'],
    [{ MULU_TLS_CERT: __filename }, 'go together'],
    [{ MULU_PORTAL_URL: DATABASE.MULU_PORTAL_URL }, 'need DATABASE_URL'],
    [{ DATABASE_URL: DATABASE.DATABASE_URL }, 'needs MULU_PORTAL_URL'],
    [{ ...DATABASE, MULU_MIGRATOR_URL: DATABASE.DATABASE_URL }, 'must be different logins'],
    [{ ...DATABASE, MULU_EMBEDDED_PORT: '5433' }, 'has no meaning with DATABASE_URL'],
  ] as [Record<string, string>, string][])('refuses %j', (env, said) => {
    expect(faults(env)).toEqual([expect.stringContaining(said)]);
  });

  it('reports all faults at once, without the passwords in them', () => {
    const found = faults({ MULU_MODE: 'x', MULU_PORT: 'y', MULU_XXXX: '1', DATABASE_URL: 'http://u:geheim@h/d' });
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.join()).not.toContain('geheim');
  });

  it('lets loopback be served without TLS, and anything with it', () => {
    expect(faults({ MULU_MODE: 'production' })).toEqual([]);
    expect(faults({ MULU_MODE: 'production', MULU_HOST: '0.0.0.0', MULU_PLAIN_HTTP: 'yes' })).toEqual([]);
    const tls = { MULU_TLS_CERT: __filename, MULU_TLS_KEY: __filename };
    expect(faults({ MULU_MODE: 'production', MULU_HOST: '0.0.0.0', ...tls })).toEqual([]);
  });

  it('sends events to a receiver inside the network whose address is listed', () => {
    expect(faults({ ...HOOK, MULU_WEBHOOK_URL: 'http://127.0.0.1:8080/in?token=1', MULU_WEBHOOK_HOSTS: '127.0.0.1' })).toEqual([]);
    expect(faults({ ...HOOK, MULU_WEBHOOK_URL: 'http://10.20.3.4/', MULU_WEBHOOK_HOSTS: '10.20.0.0/16' })).toEqual([]);
  });

  it('describes each variable in both languages', () => {
    for (const row of variables()) {
      expect(row.meaning.zh).toMatch(/\p{Script=Han}/u);
      expect(row.meaning.en.length).toBeGreaterThan(10);
    }
  });
});

describe('docs/operations.md', () => {
  it('has the table of variables as the program knows them (npm run docs)', () => {
    const document = readFileSync(join(PROJECT_ROOT, 'docs/operations.md'), 'utf8');
    expect(document.match(/^\| `MULU_PORT` \|/gm)).toHaveLength(2);
    expect(withVariableTables(document)).toBe(document);
  });
});

describe('nearest', () => {
  it('counts letters', () => {
    expect(distance('', 'abc')).toBe(3);
    expect(distance('kitten', 'sitting')).toBe(3);
    expect(nearest('MULU_HOTS', ['MULU_PORT', 'MULU_HOST'])).toBe('MULU_HOST');
  });
});
