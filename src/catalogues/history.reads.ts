import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ReadLog } from '../access/index.js';
import { CommandStore, type Loaded } from '../commands/index.js';
import { admitted, readsTexts, sealedText } from './reading.js';
import type { HistoryEvent, HistoryPage } from './views/past.views.js';

interface EventRow {
  seq: number;
  item: string | null;
  words: { reason?: string; opinion?: string } | null;
  sealed: boolean;
  lost: ('text' | 'words')[];
  [column: string]: unknown;
}

/** Which part of a chain: the events after a position, of one item or of all. */
export interface PastPage {
  readonly after: number;
  readonly limit: number;
  readonly itemId?: string | null;
  readonly type?: string;
}

/** The chain of a version as its readers see it: who did what, when, with which reason. */
@Injectable()
export class History {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly reads: ReadLog,
  ) {}

  /** Events after a position, oldest first. A reason that speaks of a sealed text stays with the text. */
  async page(token: string | null, versionId: string, part: PastPage): Promise<HistoryPage> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const page = await this.pageFor(loaded, part);
    // Known already who looks: nobody else pays for the question.
    if (loaded.hands.some(({ role }) => role === 'auditor')) await this.reads.note(token, { what: 'history', log: versionId, query: null });
    return page;
  }

  /** As `page`, for a reader who was let in already. */
  async pageFor(loaded: Loaded, { after, limit, itemId = null, type }: PastPage): Promise<HistoryPage> {
    const reads = readsTexts(loaded.hands);
    const rows: EventRow[] = await this.source.query(
      `select e.seq::int as seq, e.type, e.item_id as item, e.from_state as "from", e.to_state as "to", e.at, encode(e.content_hash, 'hex') as "contentHash",
         encode(e.hash, 'hex') as hash, encode(e.prev, 'hex') as prev, e.machine_id as machine,
         case when a.id is not null then json_build_object('id', a.id, 'displayName', a.display_name) end as actor,
         coalesce(convert_from(e.body, 'UTF8')::json -> 'roles', '[]') as roles, e.on_behalf_of as "onBehalfOf",
         case when p.id is not null then json_build_object('id', p.id, 'displayName', p.display_name) end as principal,
         convert_from(w.bytes, 'UTF8')::json as words,
         array_remove(array[case when b.hash is not null and b.bytes is null then 'text' end, case when w.hash is not null and w.bytes is null then 'words' end], null) as lost,
         e.item_id is not null and ${sealedText('e.item_id', 'e.content_hash')} as sealed
       from mulu.log_event e left join mulu.account a on a.id = e.actor_id left join mulu.account p on p.id = e.on_behalf_of
         left join mulu.content_blob w on w.hash = e.reason_hash
         left join mulu.content_blob b on b.hash = e.content_hash
       where e.stream = $1 and e.seq > $2 and ($4::uuid is null or e.item_id = $4) and ($5::text is null or e.type = $5) order by e.seq limit $3`,
      [loaded.version.id, after, limit + 1, itemId, type ?? null],
    );
    const items = rows.slice(0, limit).map(({ item, words, sealed, lost, ...event }) => ({
      ...(event as unknown as HistoryEvent),
      ...(item && { itemId: item }),
      ...(lost.length > 0 && { purged: lost }),
      ...(words && reads && !sealed && { reason: words.reason ?? words.opinion, words }),
    }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? String(last.seq) : null };
  }
}
