import type { DemoAccount } from './access/index.js';
import type { Config } from './platform/config/index.js';

/** One line for the person who started the program; the structured log goes elsewhere. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function frame(lines: readonly string[]): void {
  const rule = '═'.repeat(78);
  [rule, ...lines.map((line) => `  ${line}`), rule].forEach(say);
}

export function evaluationBanner(): void {
  frame([
    '试用方式：演示数据，仅限本机访问，不得用于正式工作。',
    'EVALUATION MODE: demo data, this machine only. Not for real work.',
    'MULU_MODE=production starts a real installation; see docs/operations.md.',
  ]);
}

/** Printed once: the database keeps only what verifies a password; with the embedded one they are kept beside it, for the switch of roles. */
export function demoAccounts(accounts: readonly DemoAccount[], chosen: boolean): void {
  say('');
  say(
    chosen
      ? '演示账户（口令取自 MULU_DEMO_PASSWORD） Demo accounts (password: MULU_DEMO_PASSWORD)'
      : '演示账户（口令只显示这一次，登录页可直接切换角色） Demo accounts (the passwords are shown only this once; the sign-in page changes roles without them)',
  );
  const wide = Math.max(...accounts.map(({ username }) => username.length));
  for (const { username, password, displayName } of accounts) {
    say(`  ${username.padEnd(wide)}  ${chosen ? '' : `${password}  `}${displayName}`);
  }
  say('');
}

export function setupToken(token: string): void {
  frame([
    '首次启动：用此一次性口令设置三员（POST /api/setup），24 小时内有效。',
    'First start: name the three administrators with this one-time token (POST /api/setup) within 24 hours.',
    token,
  ]);
}

export function serving(url: string, config: Config): void {
  say(`Mulu 目录 · ${config.publicOrigin ?? url} · API ${url}/api/docs`);
}
