import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { poolOf } from '../platform/database/index.js';
import type { Plan } from './changes.js';
import type { CommandFacts, PriorAnswer } from './facts.js';

export type Scope = 'none' | 'item' | 'all';

/** What became of a plan: written, found stale, or found to have been done before under the same key. */
export type Committed =
  | { kind: 'written'; answer: Record<string, unknown> }
  | { kind: 'conflict' }
  | { kind: 'prior'; prior: PriorAnswer };

/** The two statements of a command: one that reads everything a decision may rest on, one that writes everything. */
@Injectable()
export class CommandStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async facts(
    token: string | null,
    versionId: string,
    itemId: string | null,
    scope: Scope,
    key: string | null,
  ): Promise<CommandFacts> {
    const { rows } = await poolOf(this.source).query<{ facts: CommandFacts }>({
      name: 'command_facts',
      text: 'select mulu.command_facts($1, $2, $3, $4, $5) as facts',
      values: [token, versionId, itemId, scope, key],
    });
    return rows[0]!.facts;
  }

  /** In one transaction of its own: the versions locked, the read-set compared, the changes made, or nothing at all. */
  async commit(token: string, plan: Plan, key: string, requestHash: string): Promise<Committed> {
    const { rows } = await poolOf(this.source).query({
      name: 'commit_command',
      text: 'select mulu.commit_command($1, $2) as outcome',
      values: [token, JSON.stringify({ ...plan, key, requestHash })],
    });
    return committed(rows[0].outcome);
  }

  /** The system's own commit: only for a scheduled version whose time has come. */
  async commitDue(versionId: string, plan: Plan): Promise<Committed> {
    const { rows } = await poolOf(this.source).query({
      name: 'commit_due',
      text: 'select mulu.commit_due($1, $2) as outcome',
      values: [versionId, JSON.stringify(plan)],
    });
    return committed(rows[0].outcome);
  }
}

function committed(outcome: {
  conflict?: boolean;
  prior?: PriorAnswer;
  answer?: Record<string, unknown>;
}): Committed {
  if (outcome.conflict) return { kind: 'conflict' };
  if (outcome.prior) return { kind: 'prior', prior: outcome.prior };
  return { kind: 'written', answer: outcome.answer! };
}
