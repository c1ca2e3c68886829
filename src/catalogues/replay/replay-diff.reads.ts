import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandStore, refuse, type Loaded } from '../../commands/index.js';
import { diffContent } from '../../content/index.js';
import { admitted } from '../reading.js';
import type { FieldDifferenceView } from '../views/content.views.js';
import { changedBetween, type RowChange } from './changed-rows.js';
import { momentOf } from './moment.js';
import { pastRows, type PastRow } from './past-rows.js';
import { pastTexts, type PastText } from './past-texts.js';
import { pastVersion } from './past-version.js';
import type { ReplayDiffDto } from './replay.dto.js';
import type { ChangedItemView, ReplayDiffView, SideView } from './replay-diff.views.js';

/** What changed in a version between two moments of its log, whichever is the earlier. */
@Injectable()
export class ReplayDiffReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader, 422 for a time before the first event */
  async between(token: string | null, versionId: string, { from, to, after, limit = 100 }: ReplayDiffDto): Promise<ReplayDiffView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const before = await this.side(loaded, from);
    const later = await this.side(loaded, to);
    const changes = changedBetween(before.rows, later.rows);
    const start = after === undefined ? 0 : changes.findIndex((change) => change.id === after.toLowerCase()) + 1;
    if (after !== undefined && start === 0) throw refuse.malformed('after');
    const page = changes.slice(start, start + limit);
    const olds = await pastTexts(this.source, loaded, present(page.map((change) => change.before)));
    const news = await pastTexts(this.source, loaded, present(page.map((change) => change.after)));
    return {
      from: before.end,
      to: later.end,
      version: { from: before.state, to: later.state },
      items: page.map((change) => itemView(change, olds.get(change.id), news.get(change.id))),
      next: changes.length > start + limit ? page.at(-1)!.id : null,
    };
  }

  private async side({ version }: Loaded, at: string | undefined) {
    const moment = await momentOf(this.source, version.id, at);
    const { state } = await pastVersion(this.source, version.id, moment.seq);
    return { state, rows: await pastRows(this.source, version.id, moment.seq), end: { seq: moment.seq, at: moment.at.toISOString() } };
  }
}

const present = (rows: readonly (PastRow | null)[]): PastRow[] => rows.filter((row) => row !== null);

function itemView({ id, kinds, before, after }: RowChange, old: PastText | undefined, now: PastText | undefined): ChangedItemView {
  const readable = old?.text && now?.text;
  const differences = kinds.includes('changed') && readable ? diffContent(old.text!.content, now.text!.content) : null;
  return {
    id,
    kinds,
    before: before && sideView(before, old!),
    after: after && sideView(after, now!),
    differences: differences as FieldDifferenceView[] | null,
  };
}

function sideView(row: PastRow, { number, text, withheld }: PastText): SideView {
  return {
    number,
    state: row.state,
    since: row.seq,
    contentHash: row.contentHash,
    path: text?.content.path ? [...text.content.path] : null,
    removal: text?.removal ?? null,
    withheld,
  };
}
