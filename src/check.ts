import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { notesIn } from '../verifier/checkpoint.js';
import { decodeKey, type NoteKey } from '../verifier/note.js';
import { decodeSmKey } from '../verifier/sm/key.js';
import { checkWholeLog, type Checked, type CheckResult } from './evidence/index.js';
import { say } from './greeting.js';
import { ConfigError, loadConfig } from './platform/config/index.js';
import { DATABASE_NAME } from './platform/database/open.js';
import { startEmbedded } from './platform/postgres/index.js';

const USAGE = `用法 usage: check [--full] [--chains] [--checkpoint <file>] --key <name+id+base64> [--key …]

  --full     从头核对；不加则从上次核对之处继续 everything, not only what came since the last check
  --chains   只核对字节、列和树，不重放 bytes, columns and the tree only, no replay
  --checkpoint  在别处留存的检查点 a file of checkpoints that were kept elsewhere

结论 verdict:  intact 完整 (0) · tampered 被改动 (1) · truncated 被截断 (2) · unverifiable 无法核验 (3) · 无法读取 unreadable (4)`;

const WORDS = { intact: '完整', tampered: '被改动', truncated: '被截断', unverifiable: '无法核验' } as const;
const STATUS = { intact: 0, tampered: 1, truncated: 2, unverifiable: 3 } as const;
const UNREADABLE = 4;
const EVERY_MS = 2_000;

/** What stops the check before it begins, in words for the operator. */
class Unusable extends Error {}

const given = (args: readonly string[], flag: string): string[] => args.filter((_, index) => args[index - 1] === flag);

function keysOf(args: readonly string[]): NoteKey[] {
  return given(args, '--key').map((text) => {
    const key = decodeKey(text) ?? decodeSmKey(text);
    if (!key) throw new Unusable(`this is no key: ${text}`);
    return key;
  });
}

function keptIn(args: readonly string[]): string[] {
  return given(args, '--checkpoint').flatMap((file) => {
    const notes = notesIn(readFileSync(file, 'utf8'));
    if (notes.length === 0) throw new Unusable(`there is no checkpoint in ${file}`);
    return notes;
  });
}

function tell({ verdict, problems, logs, events, covered, checked }: CheckResult): number {
  say(`${WORDS[verdict]} · ${verdict}`);
  for (const { stream, seq, code, detail } of problems.slice(0, 50)) say(`  ${stream ?? '—'} ${seq ?? ''} ${code}: ${detail}`);
  if (problems.length > 50) say(`  … ${problems.length - 50}`);
  say(`核对日志 ${logs} 份、事件 ${events} 条；树有 ${checked.size} 叶，可信检查点覆盖到 ${covered}。`);
  say(`${logs} logs, ${events} events; the tree has ${checked.size} leaves, a trusted checkpoint covers ${covered} of them.`);
  return STATUS[verdict];
}

async function check(args: readonly string[]): Promise<number> {
  const keys = keysOf(args);
  const kept = keptIn(args);
  const config = loadConfig();
  const memory = join(config.dataDir, 'check.json');
  const from = args.includes('--full') || !existsSync(memory) ? null : (JSON.parse(readFileSync(memory, 'utf8')) as Checked);
  const embedded =
    config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir, port: config.embeddedPort, log: say }) : null;
  const connectionString = embedded?.url('mulu_app', DATABASE_NAME) ?? config.databaseUrl;
  const pool = new pg.Pool({ connectionString, application_name: 'mulu check', max: 3 });
  let said = Date.now();
  const progress = (logs: number, of: number, events: number) => {
    if (Date.now() - said < EVERY_MS) return;
    said = Date.now();
    say(`${logs} / ${of}, ${events} events…`);
  };
  try {
    const result = await checkWholeLog(pool, { keys, kept, from, chainsOnly: args.includes('--chains'), progress });
    if (result.verdict === 'intact' && !args.includes('--chains')) remember(memory, result.checked);
    return tell(result);
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}

function remember(file: string, checked: Checked): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(checked)}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(USAGE);
    return UNREADABLE;
  }
  try {
    return await check(args);
  } catch (error) {
    const { message } = error as Error;
    say(error instanceof Unusable || error instanceof ConfigError ? message : `无法读取 · unreadable: ${message}`);
    return UNREADABLE;
  }
}

process.exitCode = await main(process.argv.slice(2));
