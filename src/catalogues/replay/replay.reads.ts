import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandStore, type Loaded } from '../../commands/index.js';
import type { Language } from '../../platform/problems/index.js';
import { History } from '../history.reads.js';
import { admitted } from '../reading.js';
import type { HistoryEvent } from '../views/past.views.js';
import { momentOf } from './moment.js';
import { pageOf, type PageOfRows } from './page.js';
import { latestDecisions, type PastDecision } from './past-decisions.js';
import { pastRows, type PastRow } from './past-rows.js';
import { pastTexts, type PastText } from './past-texts.js';
import { holdersOf, pastVersion } from './past-version.js';
import { recordedVerdicts } from './recorded-verdicts.js';
import type { ReplayDto } from './replay.dto.js';
import type { ReplayedDecisionView, ReplayedItemView, ReplayView } from './replay.views.js';

/** A version as it stood after any event of its log, told by the log alone. */
@Injectable()
export class ReplayReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly history: History,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader, 422 for a time before the first event */
  async of(token: string | null, versionId: string, wanted: ReplayDto, language: Language): Promise<ReplayView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const { version } = loaded;
    const { first, last, until, ...at } = await momentOf(this.source, version.id, wanted.at);
    const past = await pastVersion(this.source, version.id, at.seq);
    const rows = await pastRows(this.source, version.id, at.seq);
    const page = pageOf(rows, wanted.after, wanted.limit ?? 100, 'after');
    return {
      at: shown(at),
      first: shown(first),
      last: shown(last),
      event: await this.event(loaded, at.seq),
      recorded: await recordedVerdicts(this.source, version.id, at.seq, language),
      version: {
        id: version.id,
        catalogueId: version.catalogueId,
        title: version.title,
        number: version.number,
        state: past.state,
        stateSeq: past.stateSeq,
        profile: { id: version.profileId, version: version.profileVersion },
        predecessorId: version.predecessorId,
        publishAt: past.publishAt,
        holders: await holdersOf(this.source, version, past, rows, until),
      },
      counts: countsOf(rows),
      items: await this.items(loaded, at.seq, page),
      next: page.next,
    };
  }

  private async event(loaded: Loaded, seq: number): Promise<HistoryEvent> {
    const { items } = await this.history.pageFor(loaded, { after: seq - 1, limit: 1 });
    return items[0]!;
  }

  private async items(loaded: Loaded, seq: number, { rows, start }: PageOfRows): Promise<ReplayedItemView[]> {
    const texts = await pastTexts(this.source, loaded, rows);
    const ids = rows.map((row) => row.itemId);
    const decisions = await latestDecisions(this.source, loaded.version.id, seq, ids);
    return rows.map((row, index) => itemView(row, start + index + 1, texts.get(row.itemId)!, decisions.get(row.itemId)));
  }
}

const shown = ({ seq, at }: { seq: number; at: Date }) => ({ seq, at: at.toISOString() });

export function countsOf(rows: readonly PastRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function itemView(
  row: PastRow,
  position: number,
  { number, text, withheld }: PastText,
  decision: PastDecision | undefined,
): ReplayedItemView {
  return {
    id: row.itemId,
    number,
    position,
    state: row.state,
    since: row.seq,
    revisionId: row.revisionId,
    contentHash: row.contentHash,
    content: (text?.content ?? null) as ReplayedItemView['content'],
    removal: text?.removal ?? null,
    withheld,
    decision: decision ? decisionView(decision) : null,
  };
}

function decisionView({ type, seq, at, decider, ground, level, outcome, voided }: PastDecision): ReplayedDecisionView {
  return { type, seq, at: at.toISOString(), decider, ground, level, outcome, voided };
}
