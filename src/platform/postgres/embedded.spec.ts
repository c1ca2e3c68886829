import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PROJECT_ROOT } from '../project.js';
import { DataFolderInUseError, startEmbedded, type EmbeddedPostgres } from './index.js';

const quiet = () => undefined;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mulu-embedded-'));
  chmodSync(path, 0o711);
  return path;
}

/** The application of test/harness, in a process of its own that can be killed. */
class Application {
  readonly process: ChildProcess;
  readonly acknowledged: number[] = [];
  complaint = '';
  serverPid = 0;
  private rest = '';

  constructor(dataDir: string) {
    const script = join(PROJECT_ROOT, 'test/harness/embedded-application.mjs');
    this.process = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (data: Buffer) => this.read(String(data)));
    this.process.stderr?.on('data', (data: Buffer) => (this.complaint += String(data)));
  }

  private read(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      const [word, value] = line.split(' ');
      if (word === 'row') this.acknowledged.push(Number(value));
      else this.serverPid = Number(value);
    }
  }

  /** Waits until it has had `count` rows acknowledged. */
  async busy(count: number): Promise<void> {
    while (this.acknowledged.length < count) {
      if (this.process.exitCode !== null) throw new Error(`the application ended: ${this.complaint}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async end(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'close');
    return this.process.exitCode;
  }
}

async function keptRows(server: EmbeddedPostgres): Promise<Set<number>> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ n: string }>('select n from kept');
  await client.end();
  return new Set(rows.map((row) => Number(row.n)));
}

async function expectNothingLost(dataDir: string, application: Application): Promise<void> {
  const server = await startEmbedded({ dataDir, log: quiet });
  try {
    const kept = await keptRows(server);
    expect(application.acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    expect(application.acknowledged.length).toBeGreaterThanOrEqual(50);
  } finally {
    await server.stop();
  }
}

describe('startEmbedded', () => {
  const folders: string[] = [];
  const dataDir = () => {
    folders.push(folder());
    return folders.at(-1) as string;
  };
  afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

  it('makes a durable UTF-8 cluster that only this user reaches, and keeps it', async () => {
    const path = dataDir();
    const server = await startEmbedded({ dataDir: path, log: quiet });
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    const settings = async (name: string) => (await client.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name];
    expect(await settings('fsync')).toBe('on');
    expect(await settings('full_page_writes')).toBe('on');
    expect(await settings('synchronous_commit')).toBe('on');
    expect(await settings('data_checksums')).toBe('on');
    expect(await settings('listen_addresses')).toBe('');
    expect(await settings('server_encoding')).toBe('UTF8');
    const { rows } = await client.query('select datlocprovider, datlocale from pg_database where datname = current_database()');
    expect(rows).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
    const { rows: rules } = await client.query('select distinct auth_method from pg_hba_file_rules');
    expect(rules).toEqual([{ auth_method: 'scram-sha-256' }]);
    await client.query('create table kept as select 1 as n');
    await client.end();
    expect(statSync(join(path, 'postgres.secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, 'postgres')).mode & 0o777).toBe(0o700);
    if (process.getuid?.() === 0) expect(statSync(join(path, 'postgres/cluster')).uid).not.toBe(0);
    await server.stop();
    await server.stop();

    const again = await startEmbedded({ dataDir: path, log: quiet });
    expect(await keptRows(again)).toEqual(new Set([1]));
    await again.stop();
  });

  it('writes neither statements nor values into the server log', async () => {
    const path = dataDir();
    const server = await startEmbedded({ dataDir: path, log: quiet });
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query('create table secret (t text primary key)');
    await client.query(`insert into secret values ('canary')`);
    await expect(client.query('insert into secret values ($1)', ['canary'])).rejects.toMatchObject({ code: '23505' });
    await expect(client.query(`select 'canary'::int`)).rejects.toMatchObject({ code: '22P02' });
    await client.end();
    await server.stop();
    const log = readFileSync(join(path, 'postgres/server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log.split('\n').filter((line) => line.includes('canary') && !line.includes('invalid input syntax'))).toEqual([]);
  });

  it('refuses a second process on the same folder, and leaves the first alone', async () => {
    const path = dataDir();
    const first = new Application(path);
    await first.busy(1);
    await expect(startEmbedded({ dataDir: path, log: quiet })).rejects.toThrow(DataFolderInUseError);
    await expect(startEmbedded({ dataDir: path, log: quiet })).rejects.toThrow(
      new RegExp(`Another Mulu process \\(process ${first.process.pid}, since .*\\) already uses ${path}`),
    );
    const seen = first.acknowledged.length;
    await first.busy(seen + 10);
    first.process.kill('SIGTERM');
    expect(await first.end()).toBe(0);
  });

  it('lets exactly one of two simultaneous first starts win', async () => {
    const path = dataDir();
    const both = [new Application(path), new Application(path)];
    const codes = await Promise.race([
      Promise.all(both.map((one) => one.end())),
      new Promise<'one runs'>((resolve) => {
        const look = setInterval(() => {
          const running = both.filter((one) => one.acknowledged.length > 0);
          const ended = both.filter((one) => one.process.exitCode !== null);
          if (running.length !== 1 || ended.length !== 1) return;
          clearInterval(look);
          resolve('one runs');
        }, 20);
      }),
    ]);
    expect(codes).toBe('one runs');
    const loser = both.find((one) => one.process.exitCode !== null);
    expect(loser?.complaint).toMatch(/DataFolderInUseError/);
    const winner = both.find((one) => one.process.exitCode === null);
    winner?.process.kill('SIGTERM');
    await winner?.end();
  });

  it('loses nothing acknowledged when the application is killed', async () => {
    const path = dataDir();
    const application = new Application(path);
    await application.busy(50);
    application.process.kill('SIGKILL');
    await application.end();
    await expectNothingLost(path, application);
  });

  it('loses nothing acknowledged when PostgreSQL is killed, and the application says so', async () => {
    const path = dataDir();
    const application = new Application(path);
    await application.busy(50);
    process.kill(application.serverPid, 'SIGKILL');
    expect(await application.end()).toBe(2);
    expect(application.complaint).toMatch(/lost: (PostgreSQL ended unexpectedly \(SIGKILL\)|The hold on)/);
    await expectNothingLost(path, application);
  });

  it('loses nothing acknowledged when both are killed', async () => {
    const path = dataDir();
    const application = new Application(path);
    await application.busy(50);
    application.process.kill('SIGKILL');
    process.kill(application.serverPid, 'SIGKILL');
    await application.end();
    await expectNothingLost(path, application);
  });

  it("works below a folder that PostgreSQL's user cannot enter", async () => {
    const path = dataDir();
    const closed = join(path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const inside = join(closed, 'data');
    const said: string[] = [];
    for (const round of [1, 2]) {
      const server = await startEmbedded({ dataDir: inside, log: (line) => said.push(line), refuge: join(path, 'refuge') });
      expect(server.pid).toBeGreaterThan(0);
      await server.stop();
      // only root hands the server over to another user; anybody else simply owns the folder
      expect(said).toHaveLength(process.getuid?.() === 0 ? round : 0);
    }
    if (process.getuid?.() === 0) {
      rmSync(join(path, 'refuge'), { recursive: true });
      await expect(startEmbedded({ dataDir: inside, log: quiet })).rejects.toThrow('points to a folder that is not there');
    }
  });

  it('finds a shorter place for the socket when the path is too long for one', async () => {
    const path = join(dataDir(), 'a'.repeat(60), '目'.repeat(20));
    const server = await startEmbedded({ dataDir: path, log: quiet });
    expect(new URL(server.adminUrl).searchParams.get('host')?.startsWith(join(tmpdir(), 'mulu-'))).toBe(true);
    await server.stop();
  });

  it('opens a loopback port only when asked to', async () => {
    const path = dataDir();
    const port = 20000 + (process.pid % 20000);
    const server = await startEmbedded({ dataDir: path, port, log: quiet });
    const url = new URL(server.adminUrl);
    url.search = '';
    url.hostname = '127.0.0.1';
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.end();
    url.password = 'wrong';
    await expect(new pg.Client({ connectionString: url.toString() }).connect()).rejects.toMatchObject({ code: '28P01' });
    await server.stop();
  });

  it('refuses, in words, when the passwords are gone, damaged or of another cluster', async () => {
    const path = dataDir();
    const secrets = join(path, 'postgres.secrets.json');
    const server = await startEmbedded({ dataDir: path, log: quiet });
    const genuine = server.secrets;
    await server.stop();
    rmSync(secrets);
    await expect(startEmbedded({ dataDir: path, log: quiet })).rejects.toThrow('is missing, but the database it opens is there');
    writeFileSync(secrets, '{');
    await expect(startEmbedded({ dataDir: path, log: quiet })).rejects.toThrow('is damaged');
    writeFileSync(secrets, JSON.stringify({ ...genuine, postgres: 'another' }));
    await expect(startEmbedded({ dataDir: path, log: quiet })).rejects.toThrow('do not open the database kept there');
    writeFileSync(secrets, JSON.stringify(genuine));
    await (await startEmbedded({ dataDir: path, log: quiet })).stop();
  });
});
