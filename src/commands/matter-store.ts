import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { MatterHand } from '../../machines/people.facts.js';
import { poolOf } from '../platform/database/index.js';
import type { Change } from './changes.js';
import type { PriorAnswer } from './facts.js';
import type { Committed } from './through.js';

/** How a deadline was set: a day, or so many working days after one. */
export type DueRule =
  | { readonly kind: 'FIXED'; readonly dueOn: string }
  | { readonly kind: 'WORKDAYS_AFTER'; readonly from: string; readonly days: number };

/** One matter as the database tells it. Days are ISO (`2026-11-20`), of Asia/Shanghai. */
export interface StoredMatter {
  readonly id: string;
  readonly machineId: 'compilationTask' | 'obligation' | 'rectification' | 'progressReport';
  readonly purpose: string;
  readonly organizationId: string | null;
  readonly regionCode: string;
  readonly officeRegion: string;
  readonly parentId: string | null;
  readonly period: string | null;
  readonly number: string;
  readonly title: string;
  readonly textHash: string | null;
  readonly since: string | null;
  readonly dueOn: string | null;
  readonly dueRule: DueRule | null;
  readonly provisional: boolean;
  readonly doneOn: string | null;
  readonly remindedFor: string | null;
  readonly escalatedFor: string | null;
  readonly state: string;
  readonly openedAt: string;
  /** Log position: the matter's ETag. */
  readonly seq: number;
}

/** The whole answer of `matter_facts`. `hands` of a matter that is to be made are those that one has where it would lie. */
export interface MatterAnswer {
  readonly person: string | null;
  readonly prior: PriorAnswer | null;
  readonly today: string;
  readonly matter: StoredMatter | null;
  /** The day on which the body did what an obligation asks, while it is in force. */
  readonly publishedSince: string | null;
  readonly hands: readonly MatterHand[] | null;
}

/** Where a matter that is to be made would lie. */
export interface Place {
  readonly organizationId: string | null;
  readonly regionCode: string;
  readonly officeRegion: string;
}

/** `begin` makes the matter that its event tells of; `move` takes it to the event's state. */
export type MatterChange = Extract<Change, { op: 'store' }> | { op: 'begin' | 'move'; matter: string; body: string };

export interface MatterPlan {
  /** Matter → the log position that was looked at. */
  readonly expect: Readonly<Record<string, number>>;
  readonly changes: readonly MatterChange[];
  readonly answer: Record<string, unknown>;
}

/** The two statements of a step on a matter: one reads everything that it may rest on, one writes everything. */
@Injectable()
export class MatterStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async facts(token: string | null, at: string | Place, key: string | null): Promise<MatterAnswer> {
    const [id, place] = typeof at === 'string' ? [at, null] : [null, JSON.stringify(at)];
    const { rows } = await poolOf(this.source).query<{ facts: MatterAnswer }>({
      name: 'matter_facts',
      text: 'select mulu.matter_facts($1, $2, $3, $4) as facts',
      values: [token, id, place, key],
    });
    return rows[0]!.facts;
  }

  commit(token: string, plan: MatterPlan, key: string, requestHash: string): Promise<Committed> {
    return this.write('commit_matter', 'select mulu.commit_matter($1, $2) as outcome', [
      token,
      JSON.stringify({ ...plan, key, requestHash }),
    ]);
  }

  /** The clock's own commit: only for steps that the lifecycles leave to the system. */
  commitDue(plan: MatterPlan): Promise<Committed> {
    return this.write('commit_matter_due', 'select mulu.commit_matter_due($1) as outcome', [JSON.stringify(plan)]);
  }

  private async write(name: string, text: string, values: unknown[]): Promise<Committed> {
    try {
      const { rows } = await poolOf(this.source).query<{ outcome: Said }>({ name, text, values });
      const { conflict, prior, answer } = rows[0]!.outcome;
      if (conflict) return { kind: 'conflict' };
      return prior ? { kind: 'prior', prior } : { kind: 'written', answer: answer! };
    } catch (error) {
      if (wasTaken(error)) return { kind: 'conflict' };
      throw error;
    }
  }
}

interface Said {
  readonly conflict?: boolean;
  readonly prior?: PriorAnswer;
  readonly answer?: Record<string, unknown>;
}

/** What has no row to lock before it is there: a key used twice at once, a body's obligation under a task, a period's report. */
const FIRST_COME = new Set(['log_event_idempotency', 'matter_one_obligation', 'matter_one_report']);

/** Also what was found and is not so any more by the time that it is locked: the day, the calendar, what lies above or below. */
const NO_LONGER_SO = new Set(['matter.notSo', 'deadline.notSo', 'parent.notSo', 'task.leavesSomething', 'appointment.changed']);

function wasTaken(error: unknown): boolean {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  return (code === '23505' && constraint !== undefined && FIRST_COME.has(constraint)) || NO_LONGER_SO.has(message ?? '');
}
