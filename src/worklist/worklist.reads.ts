import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuse } from '../commands/index.js';
import { poolOf } from '../platform/database/index.js';
import type { Language } from '../platform/problems/index.js';
import type { WorklistFacts } from './facts.js';
import { callsOf, type Call } from './next.js';
import { worklistOf } from './tasks.js';
import type { WorklistView } from './worklist.views.js';

/** One statement tells of all versions that may concern a person; the machines say whose turn it is. */
@Injectable()
export class WorklistReads {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws ProblemError 401 without a session */
  async of(token: string | null, language: Language): Promise<WorklistView> {
    const { rows } = await poolOf(this.source).query<{ facts: WorklistFacts | null }>({
      name: 'worklist_facts',
      text: 'select mulu.worklist_facts($1) as facts',
      values: [token],
    });
    const facts = rows[0]!.facts;
    if (facts === null) throw refuse.notSignedIn();
    return worklistOf(facts, language);
  }

  /** Who is next in a version, whoever asks: for telling them. Nobody, once it is closed. */
  async next(versionId: string): Promise<Call[]> {
    const { rows } = await poolOf(this.source).query<{ facts: WorklistFacts }>({
      name: 'version_at_work',
      text: 'select mulu.version_at_work($1) as facts',
      values: [versionId],
    });
    return callsOf(rows[0]!.facts);
  }
}
