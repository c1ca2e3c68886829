import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandStore, refuse, type Loaded } from '../../commands/index.js';
import { diffContent, type ContentPatch, type ItemContent } from '../../content/index.js';
import type { Language } from '../../platform/problems/index.js';
import type { Profile } from '../../profiles/index.js';
import { hintsOf } from '../item-hints.js';
import { marksOf } from '../item-marks.js';
import { ItemQueries } from '../item.queries.js';
import { proposedContent } from '../proposal.js';
import { admitted, readsTexts } from '../reading.js';
import type { DecisionView, ItemPage, ItemSummary, ItemView, PersonReference, ProposalView, StandingView } from '../views/item.views.js';
import { momentOf, type Moment } from './moment.js';
import { pageOf } from './page.js';
import { pastDecisions, type PastDecision } from './past-decisions.js';
import { pastDismissals, pastMarks, type PastMarkRow } from './past-marks.js';
import { pastRows, type PastRow } from './past-rows.js';
import { pastTexts, type PastText } from './past-texts.js';

interface Wanted {
  readonly at: string;
  readonly state?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** Items as the API showed them at a moment of the version's log: the same answers, with nothing offered. */
@Injectable()
export class PastItemReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly queries: ItemQueries,
  ) {}

  async list(token: string | null, versionId: string, { at, state, cursor, limit }: Wanted): Promise<ItemPage> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const moment = await momentOf(this.source, loaded.version.id, at);
    const all = await pastRows(this.source, loaded.version.id, moment.seq);
    const ranks = new Map(all.map((row, index) => [row.itemId, index + 1]));
    const wanted = state === undefined ? all : all.filter((row) => row.state === state);
    const { rows, next } = pageOf(wanted, cursor, limit, 'cursor');
    const texts = await pastTexts(this.source, loaded, rows);
    const marks = await pastMarks(this.source, loaded.version, moment, rows);
    const items = rows.map((row) => this.summary(loaded, row, ranks.get(row.itemId)!, texts.get(row.itemId)!, marks.get(row.itemId)!));
    return { items, nextCursor: next };
  }

  /** @throws ProblemError 404, or 403 for a text that is sealed to the reader today */
  async one(token: string | null, versionId: string, itemId: string, at: string, language: Language): Promise<ItemView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const moment = await momentOf(this.source, loaded.version.id, at);
    const all = await pastRows(this.source, loaded.version.id, moment.seq);
    const rank = all.findIndex((row) => row.itemId === itemId) + 1;
    const row = all[rank - 1];
    if (!row) throw refuse.absent();
    const text = (await pastTexts(this.source, loaded, [row])).get(itemId)!;
    if (text.withheld === 'sealed') throw refuse.sealed();
    const marks = (await pastMarks(this.source, loaded.version, moment, [row])).get(itemId)!;
    const summary = this.summary(loaded, row, rank, text, marks);
    const profile = this.queries.profileOf(loaded.version);
    const decisions = await pastDecisions(this.source, loaded.version.id, moment.seq, itemId);
    return {
      ...summary,
      source: text.text ? await this.cells(loaded, itemId) : null,
      standing: await this.standing(loaded, moment, row),
      events: [],
      hints:
        text.text && !text.text.removal
          ? hintsOf(text.text.content, text.findings!, await pastDismissals(this.source, loaded.version.id, moment, row), profile, language)
          : [],
      decisions: decisions.map((decision) => decisionView(loaded, row, text, decision)),
      proposal: text.text && proposalOf(row, text.text.content, decisions, profile),
      previous: { published: null, signed: null, standard: null },
    };
  }

  private summary(
    loaded: Loaded,
    row: PastRow,
    rank: number,
    { number, text, findings, withheld }: PastText,
    marks: PastMarkRow,
  ): ItemSummary {
    return {
      id: row.itemId,
      number,
      position: rank,
      state: row.state,
      contentHash: row.contentHash,
      sealed: marks.sealed,
      purged: withheld === 'purged',
      content: (text?.content ?? null) as ItemSummary['content'],
      removal: text?.removal ?? null,
      findings: findings as ItemSummary['findings'],
      marks:
        text &&
        marksOf(
          marks,
          { hash: row.contentHash, content: text.content, removal: text.removal ?? null, findings: findings! },
          this.queries.profileOf(loaded.version),
        ),
    };
  }

  /** The cells that the item was read from: no event changes them, and the row has them while it is there. */
  private async cells(loaded: Loaded, itemId: string): Promise<ItemView['source']> {
    const [row]: { source: ItemView['source'] }[] = await this.source.query(
      'select source from mulu.version_item where version_id = $1 and item_id = $2',
      [loaded.version.id, itemId],
    );
    return row?.source ?? null;
  }

  private async standing(loaded: Loaded, moment: Moment, row: PastRow): Promise<StandingView> {
    const [found]: { event: string; by: PersonReference | null; since: Date }[] = await this.source.query(
      `select e.type as event, case when a.id is not null then json_build_object('id', a.id, 'displayName', a.display_name) end as by,
         greatest(e.at, (select max(s.at) from mulu.log_event s where s.stream = e.stream and s.type = 'submit' and s.item_id is null and s.seq <= $3)) as since
       from mulu.log_event e left join mulu.account a on a.id = e.actor_id where e.stream = $1 and e.seq = $2`,
      [loaded.version.id, row.seq, moment.seq],
    );
    return { ...found!, seq: row.seq, since: found!.since.toISOString(), roles: [] };
  }
}

/** Words only for those who may read the text that they are about, as in the present. */
function decisionView(loaded: Loaded, row: PastRow, { text }: PastText, past: PastDecision): DecisionView {
  const { sealed, at, words, type, step, seq, contentHash, ground, documentNumber, outcome, level, assess } = past;
  const { predecessor, reviewOn, voided, restsOn, decider, onBehalfOf, purged } = past;
  const readable = text !== null && (contentHash === row.contentHash || (readsTexts(loaded.hands) && !sealed));
  return {
    type, step, seq, at: at.toISOString(), contentHash, ground, documentNumber, outcome, level, assess, predecessor, reviewOn, voided, restsOn,
    decider, onBehalfOf, words: readable ? words : null, purged,
  }; // prettier-ignore
}

/** The wording proposed by the decision that the item stands by, its text not touched since. */
function proposalOf(row: PastRow, content: ItemContent, decisions: readonly PastDecision[], profile: Profile): ProposalView | null {
  const decision = decisions.find(({ seq, type }) => seq === row.seq && type === 'requireRedaction');
  const patch = decision?.words?.proposal;
  if (!decision || !patch) return null;
  const proposed = proposedContent(content, patch as ContentPatch, profile);
  const differences = diffContent(content, proposed) as ProposalView['differences'];
  return {
    decisionSeq: decision.seq,
    by: decision.decider!,
    at: decision.at.toISOString(),
    patch,
    content: proposed as ProposalView['content'],
    differences,
  };
}
