import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { poolOf } from '../platform/database/index.js';
import type { Plan } from './changes.js';
import { CommitQueue } from './commit-queue.js';
import type { CommandFacts, PriorAnswer } from './facts.js';
import type { Committed } from './through.js';

export type Scope = 'none' | 'item' | 'all';

/** What `commit_command` is asked: the plan, and the request's key with its hash. */
interface Commit {
  readonly token: string;
  readonly command: Plan & { readonly key: string; readonly requestHash: string };
}

/** The two statements of a command: one that reads everything a decision may rest on, one that writes everything. */
@Injectable()
export class CommandStore {
  private readonly queue = new CommitQueue<Commit, Committed>(
    (commit) => this.commitOne(commit),
    (commits) => this.commitMany(commits),
  );

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async facts(token: string | null, versionId: string, itemId: string | null, scope: Scope, key: string | null): Promise<CommandFacts> {
    const { rows } = await poolOf(this.source).query<{ facts: CommandFacts }>({
      name: 'command_facts',
      text: 'select mulu.command_facts($1, $2, $3, $4, $5) as facts',
      values: [token, versionId, itemId, scope, key],
    });
    return rows[0]!.facts;
  }

  /**
   * The versions locked, the read-set compared, the changes made, or nothing at all. Signatures that would wait for the same version's
   * lock go into one transaction together, each of them whole or not at all, and are answered when it is durable.
   */
  async commit(token: string, plan: Plan, key: string, requestHash: string): Promise<Committed> {
    const commit = { token, command: { ...plan, key, requestHash } };
    try {
      return await (restsOnItems(plan) ? this.queue.run(plan.lock[0]!, commit) : this.commitOne(commit));
    } catch (error) {
      if (wasTaken(error)) return { kind: 'conflict' };
      throw error;
    }
  }

  private async commitOne({ token, command }: Commit): Promise<Committed> {
    const { rows } = await poolOf(this.source).query<{ outcome: Said }>({
      name: 'commit_command',
      text: 'select mulu.commit_command($1, $2) as outcome',
      values: [token, JSON.stringify(command)],
    });
    return committed(rows[0]!.outcome);
  }

  private async commitMany(commits: readonly Commit[]): Promise<(Committed | Error)[]> {
    const { rows } = await poolOf(this.source).query<{ outcomes: (Said & { error?: Failure })[] }>({
      name: 'commit_commands',
      text: 'select mulu.commit_commands($1) as outcomes',
      values: [JSON.stringify(commits)],
    });
    return rows[0]!.outcomes.map(({ error, ...outcome }) => (error ? Object.assign(new Error(error.message), error) : committed(outcome)));
  }

  /** The system's own commit: only for a scheduled version whose time has come. */
  async commitDue(versionId: string, plan: Plan): Promise<Committed> {
    const { rows } = await poolOf(this.source).query<{ outcome: Said }>({
      name: 'commit_due',
      text: 'select mulu.commit_due($1, $2) as outcome',
      values: [versionId, JSON.stringify(plan)],
    });
    return committed(rows[0]!.outcome);
  }
}

/** One version, looked at for some of its items only: others who do the same are not in the way. */
function restsOnItems({ lock, expect }: Plan): boolean {
  return lock.length === 1 && expect.every((expectation) => expectation.seq === undefined);
}

/** An error of one command among others, with what pg's own errors say of it. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly constraint: string;
}

interface Said {
  readonly conflict?: boolean;
  readonly prior?: PriorAnswer;
  readonly answer?: Record<string, unknown>;
}

/**
 * What has no row to lock before it is there, and so is decided by a unique index: a key that somebody uses on two versions at
 * once (I10), and the next version of a catalogue.
 */
const FIRST_COME = new Set(['log_event_idempotency', 'catalogue_version_catalogue_id_number_key', 'catalogue_version_one_open']);

function wasTaken(error: unknown): boolean {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  if (code === '23505') return constraint !== undefined && FIRST_COME.has(constraint);
  // The one who opened the next version first has made it the last of the catalogue.
  return message === 'version.wrongPredecessor';
}

function committed(outcome: Said): Committed {
  if (outcome.conflict) return { kind: 'conflict' };
  if (outcome.prior) return { kind: 'prior', prior: outcome.prior };
  return { kind: 'written', answer: outcome.answer! };
}
