import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { offers } from '../../machines/judge.js';
import { inLanguage } from '../catalogues/index.js';
import { factsOfPurge, PurgeStore, refuse } from '../commands/index.js';
import { afterCursor, pageOf } from '../platform/paging.js';
import type { Language } from '../platform/problems/index.js';
import type { PurgesQuery, PurgeTextsQuery } from './purge.dto.js';
import type { PurgeableText, PurgeableTexts, PurgePage, PurgePlace, PurgeRow, PurgeVersion, PurgeView } from './purge.views.js';

const TEXTS_AT_ONCE = 200;

const person = (account: string): string =>
  `case when ${account}.id is not null then json_build_object('id', ${account}.id, 'displayName', ${account}.display_name) end`;

const VERSION = `json_build_object('id', v.id, 'number', v.number, 'state', v.state, 'catalogueId', c.id, 'title', c.title, 'organization', o.name)`;
const OF_VERSION = `join mulu.catalogue c on c.id = v.catalogue_id join mulu.organization o on o.id = c.organization_id`;

const ROW = `select p.id, p.state, p.kind, encode(p.content_hash, 'hex') as "contentHash", p.ground, said.words ->> 'legalBasis' as "legalBasis",
    said.words ->> 'reason' as reason, ${VERSION} as version, ${person('proposer')} as "proposedBy", ${person('principal')} as "proposedFor",
    first.at as "proposedAt", ${person('closer')} as "closedBy", last.at as "closedAt", closing.words ->> 'reason' as "closingReason", p.state_seq::int as seq,
    p.opened_at::text as opened
  from mulu.purge p
  join mulu.catalogue_version v on v.id = p.version_id ${OF_VERSION}
  join mulu.account proposer on proposer.id = p.proposed_by left join mulu.account principal on principal.id = p.proposed_for
  join mulu.log_event first on first.stream = p.log and first.seq = p.proposed_seq
  left join mulu.log_event last on last.stream = p.log and last.seq = p.state_seq and p.state <> 'proposed'
  left join mulu.account closer on closer.id = last.actor_id
  left join lateral (select convert_from(b.bytes, 'UTF8')::json as words from mulu.content_blob b where b.hash = first.reason_hash) said on true
  left join lateral (select convert_from(b.bytes, 'UTF8')::json as words from mulu.content_blob b where b.hash = last.reason_hash) closing on true`;

/** What the two administrators see of purges: who proposed what and why, where it stands; never what it says. */
@Injectable()
export class PurgeReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: PurgeStore,
  ) {}

  /** @throws ProblemError 401, 403 */
  async page(token: string | null, { state, version, cursor, limit }: PurgesQuery): Promise<PurgePage> {
    await this.admitted(token);
    const after = afterCursor(cursor, 2);
    const rows: (PurgeRow & { opened: string })[] = await this.source.query(
      `${ROW} where ($1::text is null or p.state = $1) and ($2::uuid is null or p.version_id = $2)
         and ($3::timestamptz is null or (p.opened_at, p.id) < ($3, $4::uuid))
       order by p.opened_at desc, p.id desc limit $5`,
      [state ?? null, version ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ opened, id }) => [opened, id]);
    return { items: items.map(withoutKey), nextCursor };
  }

  /** @throws ProblemError 401, 403, 404 */
  async one(token: string | null, id: string, language: Language): Promise<PurgeView> {
    const facts = await this.admitted(token, id);
    if (facts.purge === null) throw refuse.absent();
    const [found]: (PurgeRow & { opened: string })[] = await this.source.query(`${ROW} where p.id = $1`, [id]);
    const row = withoutKey(found!);
    return {
      ...row,
      events: offers('purge', facts.purge.state, factsOfPurge(facts)).map((offer) => ({
        ...offer,
        requirements: inLanguage(offer.requirements, language),
      })),
      places: await this.places(row.contentHash),
    };
  }

  /** The texts and words that a version's log names, to find the one that must go. */
  async texts(token: string | null, { version, item, after = 0 }: PurgeTextsQuery): Promise<PurgeableTexts> {
    await this.admitted(token);
    const [named]: { version: PurgeVersion }[] = await this.source.query(
      `select ${VERSION} as version from mulu.catalogue_version v ${OF_VERSION} where v.id = $1`,
      [version],
    );
    if (!named) throw refuse.absent();
    const [row]: { texts: PurgeableText[] }[] = await this.source.query(`select mulu.purgeable_texts($1, $2, $3, $4, $5) as texts`, [
      token,
      version,
      item ?? null,
      after,
      TEXTS_AT_ONCE,
    ]);
    const items = row!.texts;
    const last = items.at(-1);
    // A log position may have a text and words: the last one is left to the next page unless this is the whole.
    if (items.length < TEXTS_AT_ONCE || !last) return { version: named.version, items, nextCursor: null };
    const whole = items.filter(({ seq }) => seq < last.seq);
    return { version: named.version, items: whole, nextCursor: String(whole.at(-1)!.seq) };
  }

  private places(contentHash: string): Promise<PurgePlace[]> {
    return this.source.query(
      `select v.id as "versionId", v.number as version, v.state as "versionState", c.title, o.name as organization, vi.item_id as "itemId",
         vi.label as number, vi.state as "itemState"
       from (select distinct item_id from mulu.revision where content_hash = decode($1, 'hex')) r
       join mulu.version_item vi on vi.item_id = r.item_id and vi.content_hash = decode($1, 'hex')
       join mulu.catalogue_version v on v.id = vi.version_id ${OF_VERSION}
       order by o.name, c.id, v.number, vi.position limit 500`,
      [contentHash],
    );
  }

  private async admitted(token: string | null, id: string | null = null) {
    const facts = await this.store.facts(token, id, null);
    if (facts.person === null) throw refuse.notSignedIn();
    if (facts.hands.length === 0) throw refuse.byMachine(refuse.verdict('forbidden', 'rolePermits'));
    return facts;
  }
}

/** The key by which the list is paged is nobody's business. */
function withoutKey(row: PurgeRow & { opened: string }): PurgeRow {
  const { opened: _, ...rest } = row;
  return rest;
}
