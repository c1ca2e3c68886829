#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { notesIn } from './checkpoint.js';
import { decodeWitnessKey, encodeWitnessKey } from './cosignature.js';
import { decodeKey, encodeKey, type NoteKey } from './note.js';
import { packageOf } from './package-files.js';
import { receiptOf } from './receipt-file.js';
import { verdictOfReceipt, type ReceiptVerdict } from './receipt.js';
import { selfTest } from './self-test.js';
import { decodeSmKey } from './sm/key.js';
import { verdictOf, type Verdict } from './verdict.js';
import { readZip, UnreadableError } from './zip.js';

const USAGE = `用法 usage: verify <package.zip> --key <name+id+base64> [--key …] [--witness <name+id+base64> …] [--checkpoint <notes.txt> …]
        verify <receipt.json> --key … [--witness …] [--checkpoint …] [--document <catalogue.json>]
        verify --self-test

--key          Ed25519 或国密 SM2 的公钥；两种都给出时，两套检查点须都成立 of Ed25519 or SM2; of both, both pairs must hold
--witness      要求该见证人已会签 a witness who must have cosigned
--checkpoint   另行保存的检查点，与之比对 checkpoints kept elsewhere, to compare with

结论 verdict:  intact 完整 (0) · tampered 被改动 (1) · truncated 被截断 (2) · unverifiable 无法核验 (3) · 读不懂 unreadable (4)`;

const WORDS = { intact: '完整', tampered: '被改动', truncated: '被截断', unverifiable: '无法核验' } as const;
const STATUS = { intact: 0, tampered: 1, truncated: 2, unverifiable: 3 } as const;
/** What JSON begins with, and an archive does not. */
const BRACE = 0x7b;
const say = (line: string) => void process.stdout.write(`${line}\n`);

function tell({ verdict, faults, covered, uncovered, missingBlobs, purgedBlobs }: Verdict): number {
  say(`${WORDS[verdict]} · ${verdict}`);
  for (const { stream, seq, code, detail } of faults.slice(0, 20)) say(`  ${stream || '—'} ${seq ?? ''} ${code}: ${detail}`);
  if (faults.length > 20) say(`  … ${faults.length - 20}`);
  say(`可信检查点覆盖 ${covered} 条事件，之后另有 ${uncovered} 条；未附文本 ${missingBlobs} 份，已清除 ${purgedBlobs} 份。`);
  say(
    `${covered} events are covered by a checkpoint that you trust, ${uncovered} came later; ${missingBlobs} texts are not included, ${purgedBlobs} were purged.`,
  );
  return STATUS[verdict];
}

function tellOfReceipt({ verdict, faults, code, at, items, hidden }: ReceiptVerdict): number {
  say(`${WORDS[verdict]} · ${verdict}`);
  for (const { stream, seq, code: what, detail } of faults) say(`  ${stream || '—'} ${seq ?? ''} ${what}: ${detail}`);
  say(`凭证编号 receipt ${code} · ${at ?? '—'}`);
  say(`公布时共 ${items} 项，此后停止公开 ${hidden} 项。 ${items} items became public, ${hidden} were hidden since.`);
  return STATUS[verdict];
}

/** What is said after a word that may be said several times. */
const after = (word: string, args: readonly string[]): string[] =>
  args.flatMap((argument, index) => (args[index - 1] === word ? [argument] : []));

function keysOf(word: string, args: readonly string[], read: (text: string) => NoteKey | null): NoteKey[] {
  return after(word, args).map((text) => {
    const key = read(text);
    if (!key) throw new UnreadableError(`this is no key: ${text}`);
    return key;
  });
}

function testSelf(): number {
  const trials = selfTest();
  const failed = trials.filter(({ expected, found }) => expected !== found);
  for (const { name, expected, found } of failed) say(`✕ ${name}: ${found}, not ${expected}`);
  say(`${trials.length - failed.length} / ${trials.length}`);
  return failed.length === 0 && trials.length > 0 ? 0 : 1;
}

/** Checkpoints that somebody kept outside: a file of notes, one after the other, as the key holder appends them. */
function keptBy(args: readonly string[]): string[] {
  return after('--checkpoint', args).flatMap((file) => {
    const notes = notesIn(readFileSync(file, 'utf8'));
    if (notes.length === 0) throw new UnreadableError(`${file} holds no checkpoint`);
    return notes;
  });
}

/** @returns the exit status */
export function main(args: readonly string[]): number {
  if (args.includes('--self-test')) return testSelf();
  const [file] = args.filter((argument, index) => !argument.startsWith('--') && !args[index - 1]?.startsWith('--'));
  if (file === undefined) {
    say(USAGE);
    return 4;
  }
  try {
    const keys = keysOf('--key', args, (text) => decodeKey(text) ?? decodeSmKey(text));
    const witnesses = keysOf('--witness', args, decodeWitnessKey);
    for (const key of keys) say(`信任的公钥 trusted: ${encodeKey(key)}`);
    for (const witness of witnesses) say(`须有会签 cosigned by: ${encodeWitnessKey(witness)}`);
    const kept = keptBy(args);
    const bytes = readFileSync(file);
    if (bytes[0] !== BRACE) {
      const pack = packageOf(readZip(bytes));
      for (const hash of pack.definitions.keys()) say(`流程定义 lifecycle: ${hash}`);
      return tell(verdictOf(pack, keys, kept, witnesses));
    }
    const [document] = after('--document', args);
    return tellOfReceipt(
      verdictOfReceipt(receiptOf(bytes), keys, document === undefined ? undefined : readFileSync(document), { witnesses, kept }),
    );
  } catch (error) {
    if (!(error instanceof UnreadableError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    say(`读不懂 · unreadable: ${(error as Error).message}`);
    return 4;
  }
}

process.exitCode = main(process.argv.slice(2));
