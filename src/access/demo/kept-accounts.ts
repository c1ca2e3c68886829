import { Injectable } from '@nestjs/common';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Config } from '../../platform/config/index.js';
import { DEMO_PEOPLE } from './people.js';
import type { DemoAccount } from './seed.js';

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo-accounts.json');
}

/**
 * Keeps the demo accounts' passwords (user name → password) beside the embedded database, in a file that only its owner reads, so that a visitor
 * of the evaluation mode can change roles. Written whole or not at all.
 */
export function keepDemoAccounts(dataDir: string, accounts: readonly Pick<DemoAccount, 'username' | 'password'>[]): void {
  const passwords = Object.fromEntries(accounts.map(({ username, password }) => [username, password]));
  const file = fileIn(dataDir);
  const partial = `${file}.${process.pid}`;
  const descriptor = openSync(partial, 'w', 0o600);
  writeSync(descriptor, `${JSON.stringify(passwords, null, 2)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(partial, file);
}

/** The demo accounts' passwords as far as they are known: from the data folder, or the one that the operator chose. */
@Injectable()
export class KeptAccounts {
  constructor(private readonly config: Config) {}

  /** User name → password; empty where nobody kept them. Read each time: the file comes with the first start, a moment after the program. */
  passwords(): ReadonlyMap<string, string> {
    const kept = this.config.databaseUrl === undefined ? read(fileIn(this.config.dataDir)) : {};
    const known = DEMO_PEOPLE.map(({ username }) => [username, kept[username] ?? this.config.demoPassword] as const);
    return new Map(known.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
}

/** Nothing, where there is no file that can be read: then there is no switch of roles. */
function read(file: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}
