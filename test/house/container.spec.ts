import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig, variables } from '../../src/platform/config/index.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
}

const read = (file: string) => readFileSync(join(PROJECT_ROOT, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const docker = read('Dockerfile');
const instructions = docker
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ verb: line.split(' ', 1)[0] as string, rest: line.slice(line.indexOf(' ') + 1) }));

/** What compose makes of `${NAME:?words}` and `${NAME:-default}` when the operator has set what is demanded. */
function substituted(text: string): string {
  return text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) =>
    kind === '-' ? rest : name.endsWith('ORIGIN') ? 'https://mulu.example.gov.cn' : `secret-of-${name.toLowerCase()}`,
  );
}

function environment(service: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [name, substituted(value)]),
  );
}

/** The source of a program below dist/. */
function source(program: string): string {
  return join(PROJECT_ROOT, program.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
}

describe('docker-compose.yml', () => {
  it('gives the application a configuration that it accepts in production', () => {
    const { DATABASE_URL, MULU_PORTAL_URL, ...rest } = environment('application');
    const config = loadConfig({ MULU_DATA_DIR: '/var/lib/mulu/data', DATABASE_URL, MULU_PORTAL_URL, ...rest });
    expect(config).toMatchObject({ mode: 'production', host: '0.0.0.0', port: 3000, plainHttp: true, demoPassword: undefined });
  });

  it('gives the superuser to the set-up only, and each login to who needs it', () => {
    expect(Object.keys(environment('database-setup')).sort()).toEqual([
      'DATABASE_ADMIN_URL',
      'DATABASE_URL',
      'MULU_MIGRATOR_URL',
      'MULU_PORTAL_URL',
    ]);
    expect(environment('application')).not.toHaveProperty('DATABASE_ADMIN_URL');
    expect(environment('application')).not.toHaveProperty('MULU_MIGRATOR_URL');
    const users = Object.values(environment('database-setup')).map((url) => new URL(url).username);
    expect(users.sort()).toEqual(['mulu_app', 'mulu_migrator', 'mulu_portal', 'postgres']);
  });

  it('holds no secret: each is demanded from the environment', () => {
    const secrets = read('docker-compose.yml').match(/\$\{\w*PASSWORD[^}]*\}/g) ?? [];
    expect(secrets.length).toBeGreaterThanOrEqual(5);
    for (const secret of secrets) expect(secret).toMatch(/^\$\{\w+:\?/);
  });

  it('runs programs that exist, and asks for the health of each that stays', () => {
    expect(existsSync(source(compose.services['database-setup']?.command?.[1] as string))).toBe(true);
    for (const service of ['postgres', 'application']) expect(compose.services[service]?.healthcheck?.test?.length).toBeGreaterThan(1);
    expect(existsSync(join(PROJECT_ROOT, compose.services.application?.healthcheck?.test?.[2] as string))).toBe(true);
  });

  it('starts in order, keeps its data in declared volumes, and opens its port on this host only', () => {
    for (const service of Object.values(compose.services)) {
      for (const before of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty([before]);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
      for (const volume of service.volumes ?? []) expect(compose.volumes).toHaveProperty([volume.split(':', 1)[0] as string]);
    }
    expect(compose.services.application?.depends_on?.['database-setup']?.condition).toBe('service_completed_successfully');
    expect(Number(/postgres:(\d+)/.exec(compose.services.postgres?.image ?? '')?.[1])).toBeGreaterThanOrEqual(15);
  });
});

describe('the Dockerfile', () => {
  it('ends as a user that is not root, with a check of health and a program that exists', () => {
    const last = (verb: string) => instructions.findLast((instruction) => instruction.verb === verb)?.rest ?? '';
    expect(last('USER')).toBe('node');
    expect(last('HEALTHCHECK')).toContain('scripts/healthcheck.mjs');
    const [, program] = JSON.parse(last('CMD')) as string[];
    expect(existsSync(source(program as string))).toBe(true);
  });

  it('copies only what is in the repository or made by the build, and everything that the program reads', () => {
    const copied = instructions
      .filter(({ verb, rest }) => verb === 'COPY' && rest.startsWith('--from=build'))
      .map(({ rest }) => rest.split(' ')[1]);
    const ours = copied.map((path) => path?.replace('/app/', '') as string);
    const built = ['dist', 'web/dist'];
    for (const path of ours) if (!built.includes(path)) expect(existsSync(join(PROJECT_ROOT, path))).toBe(true);
    expect(ours).toEqual(expect.arrayContaining(['package.json', 'node_modules', ...built, 'migrations', 'profiles', 'src/portal/pages']));
  });

  it('names variables that exist, and its context leaves out data, secrets and the past', () => {
    const known = variables().map((row) => row.name);
    for (const [name] of docker.match(/MULU_\w+/g)?.map((found) => [found]) ?? []) expect(known).toContain(name);
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', 'data', '.env']));
  });
});
