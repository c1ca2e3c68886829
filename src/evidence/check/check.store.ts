import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Checked } from '../tree/check-tree.js';
import type { CheckResult } from './whole-log.js';

/** What is to be checked this night. */
export interface Taken {
  readonly whole: boolean;
  /** Where the last check ended; null for a whole one. */
  readonly from: Checked | null;
}

/** What a check came to. */
export type CheckEnd = { readonly verdict: 'failed' } | (CheckResult & { readonly keys: number });

/** So many of its findings are kept, by their places: what they say may name texts. */
const KEPT = 100;

/** What the database keeps of the nightly checks (migrations/0030). */
@Injectable()
export class CheckStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Null when that night's is done, or another process is at it. */
  take(holder: string, due: string): Promise<Taken | null> {
    return this.one('select mulu.log_check_take($1, $2) as value', [holder, due]);
  }

  /** False when somebody else took it. */
  hold(holder: string, due: string): Promise<boolean> {
    return this.one('select mulu.log_check_hold($1, $2) as value', [holder, due]);
  }

  /** False when somebody else took it, or it is to be tried again. */
  end(holder: string, due: string, end: CheckEnd): Promise<boolean> {
    return this.one('select mulu.log_check_end($1, $2, $3) as value', [holder, due, JSON.stringify(kept(end))]);
  }

  /** Since when no check came to an end, once that is two days; whoever is to know is told. */
  missed(): Promise<Date | null> {
    return this.one('select mulu.log_check_missed() as value', []);
  }

  private async one<Value>(sql: string, values: readonly unknown[]): Promise<Value> {
    const [row]: { value: Value }[] = await this.source.query(sql, [...values]);
    return row!.value;
  }
}

function kept(end: CheckEnd): object {
  if (end.verdict === 'failed') return end;
  const { problems, checked, ...numbers } = end;
  return {
    ...numbers,
    found: problems.length,
    problems: problems.slice(0, KEPT).map(({ stream, seq, code }) => ({ stream, seq, code })),
    checked: problems.length === 0 ? checked : null,
  };
}
