import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandStore, type Loaded } from '../../commands/index.js';
import { publicContent, type ItemContent } from '../../content/index.js';
import { ItemQueries } from '../item.queries.js';
import { admitted } from '../reading.js';
import { momentOf, type Moment } from './moment.js';
import { pastRows, type PastRow } from './past-rows.js';
import { pastTexts } from './past-texts.js';
import { latestDecisions } from './past-decisions.js';
import { pastVersion } from './past-version.js';
import type { PublicItemView, PublicThenView } from './public.views.js';

/** What the log says of a publication: the event, and since when the version was no longer what the public was shown. */
const PUBLICATION = `select (select e.seq::int from mulu.log_event e
    where e.stream = $1 and e.machine_id = 'catalogueVersion' and e.to_state = 'published' and e.from_state <> 'published' and e.seq <= $2) as seq`;

/** Texts of the version that were barred by the moment, in whatever log: a bar hides what was published before it. */
const BARS = `select b.item_id as item, encode(b.content_hash, 'hex') as hash from mulu.bar b
  join mulu.log_event e on e.stream = b.version_id and e.seq = b.seq
  where b.item_id = any ($2) and case when e.stream = $1 then e.seq between $4 + 1 and $3 else
    e.at between (select p.at from mulu.log_event p where p.stream = $1 and p.seq = $4) and $5::timestamptz end`;

/** A row of a publication: the text that it shows. */
type ShownRow = PastRow;

/** What a citizen was shown of a version, composed anew from the log: the texts that were signed, and of them only the public columns. */
@Injectable()
export class PastPublicReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly queries: ItemQueries,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader, 422 for a time before the first event */
  async of(token: string | null, versionId: string, at: string | undefined): Promise<PublicThenView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const { version } = loaded;
    const moment = await momentOf(this.source, version.id, at);
    const { state } = await pastVersion(this.source, version.id, moment.seq);
    const [{ seq }]: [{ seq: number | null }] = await this.source.query(PUBLICATION, [version.id, moment.seq]);
    const head = { at: { seq: moment.seq, at: moment.at.toISOString() }, title: version.title, number: version.number };
    if (seq === null) return { ...head, status: 'notYetPublished', publishedSeq: null, hidden: [], items: [] };
    if (state !== 'published')
      return { ...head, status: state === 'takenDown' ? 'takenDown' : 'replaced', publishedSeq: seq, hidden: [], items: [] };
    const rows = await this.shownRows(version.id, seq);
    const barred = await this.barred(version.id, rows, moment, seq);
    const items = await this.items(
      loaded,
      rows.filter((row) => !barred.has(row.itemId)),
    );
    return { ...head, status: 'published', publishedSeq: seq, hidden: [...barred], items };
  }

  /** The rows that the publication showed: released ones with their own text, and with the kept text those set aside. */
  private async shownRows(versionId: string, seq: number): Promise<ShownRow[]> {
    const rows = await pastRows(this.source, versionId, seq);
    const aside = await latestDecisions(
      this.source,
      versionId,
      seq,
      rows.filter((row) => row.state === 'setAside').map((row) => row.itemId),
    );
    return rows.flatMap((row): ShownRow[] => {
      if (row.state === 'releasable') return [row];
      const kept = aside.get(row.itemId)?.kept;
      return row.state === 'setAside' && kept ? [{ ...row, revisionId: kept.revisionId, contentHash: kept.contentHash }] : [];
    });
  }

  private async barred(versionId: string, rows: readonly ShownRow[], { seq, until }: Moment, published: number): Promise<Set<string>> {
    const hashes = new Map(rows.map((row) => [row.itemId, row.contentHash]));
    const bars: { item: string; hash: string }[] = await this.source.query(BARS, [versionId, [...hashes.keys()], seq, published, until]);
    return new Set(bars.filter(({ item, hash }) => hashes.get(item) === hash).map(({ item }) => item));
  }

  private async items(loaded: Loaded, rows: readonly ShownRow[]): Promise<PublicItemView[]> {
    const profile = this.queries.profileOf(loaded.version);
    const texts = await pastTexts(this.source, loaded, rows);
    return rows.flatMap(({ itemId, contentHash }): PublicItemView[] => {
      const { text, withheld } = texts.get(itemId)!;
      if (text?.removal) return [];
      const content = text && (publicContent(text.content as ItemContent, profile) as PublicItemView['content']);
      return [{ id: itemId, contentHash, content, withheld }];
    });
  }
}
