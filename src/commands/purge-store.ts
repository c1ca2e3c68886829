import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Hand } from '../../machines/people.facts.js';
import type { PurgeGround, PurgeState } from '../../machines/purge.facts.js';
import { poolOf } from '../platform/database/index.js';
import type { PriorAnswer } from './facts.js';
import type { Committed } from './through.js';

export interface StoredPurge {
  readonly id: string;
  readonly versionId: string;
  readonly contentHash: string;
  readonly kind: 'text' | 'words';
  readonly ground: PurgeGround;
  readonly state: PurgeState;
  /** Place in the system chain of the event that set the state. */
  readonly seq: number;
  readonly proposers: readonly string[];
}

/** A text that a version's log names, to be proposed. */
export interface PurgeTarget {
  readonly versionId: string;
  readonly contentHash: string;
}

/** The whole answer of `purge_facts`. */
export interface PurgeAnswer {
  readonly person: string | null;
  readonly prior: PriorAnswer | null;
  /** Hands of the two administrators who have a part in it. */
  readonly hands: readonly Hand[];
  readonly purge: StoredPurge | null;
  /** Null where the version's log names no such text. */
  readonly kind: StoredPurge['kind'] | null;
  /** The proposal that waits for this text. */
  readonly open: string | null;
  readonly text: { readonly held: boolean; readonly shownBy: readonly string[]; readonly usedBy: readonly string[] };
}

export interface PurgePlan {
  readonly op: 'propose' | 'move';
  readonly purge: string;
  readonly version?: string;
  readonly hash?: string;
  /** The position at which the purge was looked at; none while it is to be proposed. */
  readonly expect?: number;
  readonly body: string;
  readonly words?: string;
  readonly answer: Record<string, unknown>;
}

/** The two statements of a step of a purge: one reads everything that it may rest on, one writes everything. */
@Injectable()
export class PurgeStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async facts(token: string | null, at: string | PurgeTarget | null, key: string | null): Promise<PurgeAnswer> {
    const [purge, target] = typeof at === 'string' ? [at, null] : [null, at];
    const { rows } = await poolOf(this.source).query<{ facts: PurgeAnswer }>({
      name: 'purge_facts',
      text: `select mulu.purge_facts($1, $2, $3, decode($4, 'hex'), $5) as facts`,
      values: [token, purge, target?.versionId ?? null, target?.contentHash ?? null, key],
    });
    return rows[0]!.facts;
  }

  async commit(token: string, plan: PurgePlan, key: string, requestHash: string): Promise<Committed> {
    const query = {
      name: 'commit_purge',
      text: 'select mulu.commit_purge($1, $2) as outcome',
      values: [token, JSON.stringify({ ...plan, key, requestHash })],
    };
    const answered = await poolOf(this.source).query<{ outcome: Said }>(query).catch(unlessInTheWay);
    if (answered === null) return { kind: 'conflict' };
    const { rows } = answered;
    const { conflict, prior, answer } = rows[0]!.outcome;
    if (conflict) return { kind: 'conflict' };
    return prior ? { kind: 'prior', prior } : { kind: 'written', answer: answer! };
  }
}

/** Somebody who brings a file locks the same in another order: PostgreSQL lets one of the two go, to begin again. */
function unlessInTheWay(error: { code?: string }): null {
  if (error.code === '40P01') return null;
  throw error;
}

interface Said {
  readonly conflict?: boolean;
  readonly prior?: PriorAnswer;
  readonly answer?: Record<string, unknown>;
}
