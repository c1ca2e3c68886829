import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/platform/project.js';

/** `npm start` as people run it: the built program, in a process of its own. */
class House {
  readonly process: ChildProcess;
  said = '';

  constructor(dataDir: string, env: Readonly<Record<string, string>> = {}) {
    this.process = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: PROJECT_ROOT,
      env: { PATH: process.env.PATH, MULU_PORT: '0', MULU_DATA_DIR: dataDir, MULU_LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream?.on('data', (data: Buffer) => (this.said += String(data)));
  }

  async address(): Promise<string> {
    for (;;) {
      const url = /Mulu 目录 · (\S+)/.exec(this.said)?.[1];
      if (url) return url;
      if (this.process.exitCode !== null) throw new Error(this.said);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.process.kill(signal);
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'close');
    return this.process.exitCode;
  }
}

const ACCOUNTS = [
  'compiler',
  'compiler2',
  'officer',
  'officer2',
  'assessor',
  'leader',
  'office',
  'auditor',
  'sysadmin',
  'secadmin',
  'auditadmin',
  'stranger',
];

describe('npm start', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mulu-boot-'));
  chmodSync(dataDir, 0o711);
  const houses: House[] = [];
  const open = (folder: string, env?: Readonly<Record<string, string>>) => {
    houses.push(new House(join(dataDir, folder), env));
    return houses.at(-1) as House;
  };

  beforeAll(() => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['-e', `import('./scripts/build.mjs').then(({ buildIfStale }) => buildIfStale())`],
      {
        cwd: PROJECT_ROOT,
        encoding: 'utf8',
      },
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }, 300_000);
  afterAll(async () => {
    await Promise.all(houses.map((house) => house.end('SIGTERM')));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('describes its API as the browser application knows it', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/openapi.mjs', '--check'], { cwd: PROJECT_ROOT, encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }, 120_000);

  it('serves in the evaluation mode, shows the passwords once, keeps its data, and survives being killed', async () => {
    const first = open('evaluation');
    const url = await first.address();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.said).toContain('EVALUATION MODE');
    const passwords = ACCOUNTS.map((name) => new RegExp(`^  ${name} +(\\w{16}) `, 'm').exec(first.said)?.[1]);
    expect(new Set(passwords).size).toBe(ACCOUNTS.length);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const description = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      components: { schemas: Record<string, { properties: object }> };
    };
    expect(Object.keys(description.components.schemas.SignInBody?.properties ?? {}).sort()).toEqual(['password', 'username']);
    const signIn = (at: string) =>
      fetch(`${at}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'officer', password: passwords[2] }),
      });
    expect((await signIn(url)).status).toBe(201);
    expect(statSync(join(dataDir, 'evaluation/demo-accounts.json')).mode & 0o777).toBe(0o600);
    const takePart = (at: string) =>
      fetch(`${at}/api/session/persona`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'leader' }),
      });
    expect((await takePart(url)).status).toBe(201);
    await first.end('SIGKILL');

    const second = open('evaluation');
    expect((await signIn(await second.address())).status).toBe(201);
    for (const password of passwords) expect(second.said).not.toContain(password);
    expect(await second.end('SIGTERM')).toBe(0);
  }, 120_000);

  it('refuses a second process on the same folder, and a variable that it does not know', async () => {
    const first = open('evaluation');
    await first.address();
    const second = open('evaluation');
    expect(await second.end()).toBe(1);
    expect(second.said).toMatch(/Another Mulu process \(process \d+, since .*\) already uses/);
    expect(await first.end('SIGINT')).toBe(0);
    const mistaken = open('evaluation', { MULU_HOTS: '0.0.0.0' });
    expect(await mistaken.end()).toBe(1);
    expect(mistaken.said).toContain('Did you mean MULU_HOST?');
  }, 120_000);

  it('signs a second pair where a key of SM2 is named, and serves nobody with one that is none', async () => {
    const key = join(dataDir, 'sm2.pem');
    const house = open('evaluation', { MULU_CHECKPOINT_SM2_KEY: key });
    await house.address();
    const appended = () => readFileSync(join(dataDir, 'evaluation', 'checkpoints.txt'), 'utf8');
    for (let tries = 0; tries < 100 && !appended().includes('mulu.localhost/log/sm\n'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(house.said).toMatch(/国密.* mulu\.localhost\/log\/sm\+[0-9a-f]{8}\+/);
    expect(appended()).toContain('— mulu.localhost/log/sm ');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(await house.end('SIGTERM')).toBe(0);
    writeFileSync(key, 'no key');
    const mistaken = open('evaluation', { MULU_CHECKPOINT_SM2_KEY: key });
    expect(await mistaken.end()).toBe(1);
    expect(mistaken.said).toContain('sm2.pem holds no key of SM2');
    expect(mistaken.said).not.toContain('Mulu 目录 ·');
  }, 120_000);

  it('has no demo accounts in production, but a token for the first administrators', async () => {
    const house = open('production', { MULU_MODE: 'production' });
    const url = await house.address();
    expect(house.said).not.toContain('EVALUATION');
    expect(house.said).toMatch(/POST \/api\/setup[^]*\n {2}[\w-]{43}\n/);
    for (const name of ACCOUNTS) expect(house.said).not.toMatch(new RegExp(`^  ${name} `, 'm'));
    const attempt = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'officer', password: 'officer' }),
    });
    expect(attempt.status).toBe(401);
    expect((await fetch(`${url}/api/personas`)).status).toBe(404);
    expect(await house.end('SIGTERM')).toBe(0);
    const again = open('production', { MULU_MODE: 'production' });
    await again.address();
    expect(again.said).not.toMatch(/[\w-]{43}\n/);
    await again.end('SIGTERM');
  }, 120_000);
});
