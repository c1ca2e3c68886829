import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ItemState } from '../../machines/item-review.facts.js';
import { offers, type Offer as OfferedByMachine } from '../../machines/judge.js';
import type { ItemContent, Removal } from '../content/index.js';
import { CommandStore } from '../commands/command-store.js';
import { itemFacts, type Loaded, type StoredItem } from '../commands/facts.js';
import * as refuse from '../commands/refusals.js';
import type { Language } from '../platform/problems/index.js';
import { sought } from '../platform/searching.js';
import { hintsOf, type Dismissal } from './item-hints.js';
import { marksOf, markRows, type MarkRow } from './item-marks.js';
import { ItemQueries } from './item.queries.js';
import { PreviousReads } from './previous.reads.js';
import { ProposalReads } from './proposal.reads.js';
import { admitted, mayRead, readsTexts, SEAL_KEEPERS, sealedText, SHOWN_TEXT } from './reading.js';
import { StandingReads } from './standing.reads.js';
import type { Findings } from './text.js';
import type { DecisionView, HintView, ItemPage, ItemSummary, ItemView } from './views/item.views.js';
import type { Offer, RequirementView } from './views/offer.views.js';

interface ItemRow {
  item_id: string;
  /** A decimal number, exact: only good for comparing and for the cursor. */
  position: string;
  label: string;
  state: ItemState;
  hash: string;
  text: string | null;
  findings: Findings;
  sealed: boolean;
  shown: boolean;
  seal_keepers: string[];
  source: Record<string, unknown> | null;
}

export interface ItemFilter {
  readonly state?: string;
  readonly q?: string;
  readonly cursor?: string;
  readonly limit: number;
}

const COLUMNS = `vi.item_id, vi.position, vi.label, vi.state, encode(vi.content_hash, 'hex') as hash, convert_from(b.bytes, 'UTF8') as text, r.findings,
  vi.source, ${sealedText('vi.item_id', 'vi.content_hash')} as sealed, ${SHOWN_TEXT} as shown,
  ${SEAL_KEEPERS} as seal_keepers`;
const TABLES = `mulu.version_item vi join mulu.revision r on r.id = vi.revision_id join mulu.content_blob b on b.hash = vi.content_hash`;

/** Items as the API shows them: to each reader what they may see, and no more. */
@Injectable()
export class ItemReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly queries: ItemQueries,
    private readonly proposals: ProposalReads,
    private readonly earlier: PreviousReads,
    private readonly standings: StandingReads,
  ) {}

  async list(token: string | null, versionId: string, filter: ItemFilter): Promise<ItemPage> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const [position, id] = cursorParts(filter.cursor);
    const { words, within } = sought(filter.q ? [filter.q] : []);
    const rows: ItemRow[] = await this.source.query(
      `select ${COLUMNS} from ${TABLES}
       where vi.version_id = $1 and ($2::text is null or vi.state = $2)
         and ($3::text is null or ($7 and strpos(${within("convert_from(b.bytes, 'UTF8')")}, $3) > 0 and not ${sealedText('vi.item_id', 'vi.content_hash')}))
         and ($4::numeric is null or (vi.position, vi.item_id) > ($4, $5::uuid))
       order by vi.position, vi.item_id limit $6`,
      // A search must not tell what the reader may not read: sealed texts are not searched, and an office searches none.
      [versionId, filter.state ?? null, words[0] ?? null, position, id, filter.limit + 1, readsTexts(loaded.hands)],
    );
    const page = rows.slice(0, filter.limit);
    const marks = await markRows(
      this.source,
      versionId,
      page.map((row) => row.item_id),
    );
    const items = page.map((row) => this.summary(loaded, row, marks.get(row.item_id)!));
    const last = page.at(-1);
    return { items, nextCursor: rows.length > filter.limit && last ? `${last.position}.${last.item_id}` : null };
  }

  /** One item with everything the desk shows beside it. @throws ProblemError 404, or 403 for a sealed text */
  async one(token: string | null, versionId: string, itemId: string, language: Language): Promise<ItemView> {
    const loaded = admitted(await this.store.facts(token, versionId, itemId, 'item', null));
    const standing = loaded.items.find((item) => item.itemId === itemId);
    if (!standing) throw refuse.absent();
    const [row]: ItemRow[] = await this.source.query(`select ${COLUMNS} from ${TABLES} where vi.version_id = $1 and vi.item_id = $2`, [
      versionId,
      itemId,
    ]);
    if (!row) throw refuse.absent();
    const marks = await markRows(this.source, versionId, [itemId]);
    const summary = this.summary(loaded, row, marks.get(itemId)!);
    if (summary.sealed && summary.content === null && !summary.purged) throw refuse.sealed();
    const profile = this.queries.profileOf(loaded.version);
    const content = summary.content as ItemContent | null;
    const readable = content !== null;
    return {
      ...summary,
      source: readable ? row.source : null,
      standing: await this.standings.of(loaded, standing),
      events: this.events(loaded, standing, language),
      hints: readable && !summary.removal ? await this.hints(row, language, profile) : [],
      decisions: await this.decisions(loaded, row, readable),
      proposal: content && (await this.proposals.of(versionId, itemId, content, profile)),
      previous: content
        ? await this.earlier.of(loaded, { itemId, hash: row.hash, content }, profile)
        : { published: null, signed: null, standard: null },
    };
  }

  private summary(loaded: Loaded, row: ItemRow, marks: MarkRow): ItemSummary {
    const readable =
      row.text !== null &&
      mayRead({
        hands: loaded.hands,
        person: loaded.person!,
        versionState: loaded.version.state,
        itemState: row.state,
        sealed: row.sealed,
        shown: row.shown,
        sealKeepers: row.seal_keepers,
      });
    const text: { content: ItemContent; removal?: Removal } | null = readable ? JSON.parse(row.text!) : null;
    return {
      id: row.item_id,
      number: row.label,
      position: Number(row.position),
      state: row.state,
      contentHash: row.hash,
      sealed: row.sealed,
      purged: row.text === null,
      content: (text?.content ?? null) as ItemSummary['content'],
      removal: text?.removal ?? null,
      findings: (readable ? row.findings : null) as ItemSummary['findings'],
      marks:
        text &&
        marksOf(
          marks,
          { hash: row.hash, content: text.content, removal: text.removal ?? null, findings: row.findings },
          this.queries.profileOf(loaded.version),
        ),
    };
  }

  private events(loaded: Loaded, item: StoredItem, language: Language): Offer[] {
    const { hazardQuestions } = this.queries.profileOf(loaded.version);
    const codes = hazardQuestions.map((question) => question.code);
    return offers('itemReview', item.state, itemFacts(loaded, item, codes)).map((offer) => ({
      ...offer,
      requirements: inLanguage(offer.requirements, language),
      ...(offer.type === 'clear' && {
        checklist: hazardQuestions.map(({ code, question }) => ({ code, question: question[language] })),
      }),
    }));
  }

  private async hints(row: ItemRow, language: Language, profile: ReturnType<ItemQueries['profileOf']>): Promise<HintView[]> {
    const { content } = JSON.parse(row.text!) as { content: ItemContent };
    const dismissals: Dismissal[] = await this.source.query(
      `select hint_id, side from mulu.hint_dismissal where item_id = $1 and content_hash = decode($2, 'hex')`,
      [row.item_id, row.hash],
    );
    return hintsOf(content, row.findings, dismissals, profile, language);
  }

  /** Decisions on the item in this version, latest first; words only for those who may read the text that they are about. */
  private async decisions(loaded: Loaded, item: ItemRow, readable: boolean): Promise<DecisionView[]> {
    return this.source.query(
      `select d.kind as type, d.step, d.seq::int as seq, d.at, encode(d.content_hash, 'hex') as "contentHash", d.ground, d.document_number as "documentNumber",
         d.outcome, d.level, d.assess, d.predecessor, d.review_on::text as "reviewOn", d.voided_seq is not null as voided, d.rests_on::int as "restsOn",
         json_build_object('id', coalesce(a.id, o.id), 'displayName', coalesce(a.display_name, o.display_name)) as decider,
         d.on_behalf_of as "onBehalfOf", case when $3 and (d.content_hash = decode($5, 'hex') or $4 and not ${sealedText('d.item_id', 'd.content_hash')})
           then convert_from(w.bytes, 'UTF8')::json end as words,
         w.hash is not null and w.bytes is null as purged
       from mulu.decision d left join mulu.account a on a.id = d.decided_by
       left join mulu.decision rested on rested.id = d.rests_on left join mulu.account o on o.id = rested.decided_by
       left join mulu.content_blob w on w.hash = d.detail_hash
       where d.version_id = $1 and d.item_id = $2 order by d.id desc`,
      [loaded.version.id, item.item_id, readable, readsTexts(loaded.hands), item.hash],
    );
  }
}

/** Requirements with their message in one language. */
export function inLanguage(requirements: OfferedByMachine['requirements'], language: Language): RequirementView[] {
  return requirements.map((requirement) => ({
    ...requirement,
    itemIds: [...requirement.itemIds],
    message: requirement.message[language],
  }));
}

function cursorParts(cursor: string | undefined): [string, string] | [null, null] {
  const match = /^(-?\d{1,9}(?:\.\d{1,1000})?)\.([0-9a-f-]{36})$/.exec(cursor ?? '');
  if (cursor !== undefined && !match) throw refuse.malformed('cursor');
  return match ? [match[1]!, match[2]!] : [null, null];
}
