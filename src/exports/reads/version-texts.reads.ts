import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ItemState } from '../../../machines/item-review.facts.js';
import { admitted, ItemQueries, mayRead, sealedText, SHOWN_TEXT } from '../../catalogues/index.js';
import { CommandStore, type Loaded } from '../../commands/index.js';
import type { ItemContent, PublicContent, Removal } from '../../content/index.js';
import type { Profile } from '../../profiles/index.js';

/** An item of a version as one reader may see it: without its text where that is sealed or not theirs to read. */
export interface ReadableItem {
  readonly id: string;
  /** 序号 as the form has it: items of one block share it, and one made by hand may have none. */
  readonly number: string;
  /** Its place in the version, from 1. */
  readonly row: number;
  readonly state: ItemState;
  readonly contentHash: string;
  readonly sealed: boolean;
  /** Its bytes were purged: there is the hash only. */
  readonly purged: boolean;
  readonly text: { readonly content: ItemContent; readonly removal?: Removal } | null;
  /** The name of whoever wrote the text, and for whom. */
  readonly author: string | null;
  readonly authorFor: string | null;
}

/** A version with what its papers say of it. */
export interface ReadableVersion {
  readonly loaded: Loaded;
  readonly profile: Profile;
  /** The body's name. */
  readonly organization: string;
  readonly publishedAt: Date | null;
}

interface Row extends Omit<ReadableItem, 'text' | 'purged'> {
  readonly bytes: string | null;
  readonly shown: boolean;
}

/** Versions whose public table is what was published; of the others it is a preview. */
const IN_FORCE: ReadonlySet<string> = new Set(['published', 'revised']);

/**
 * A version and its texts, as they leave the house in files: never more than the reader sees on the screen, and a sealed text not even
 * for the one who sealed it.
 */
@Injectable()
export class VersionTexts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly queries: ItemQueries,
  ) {}

  /** @throws ProblemError 401, 404 */
  async version(token: string | null, versionId: string): Promise<ReadableVersion> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const { organizationId } = loaded.version;
    const [row]: { organization: string; publishedAt: Date | null }[] = await this.source.query(
      `select o.name as organization, (select p.published_at from mulu.publication p where p.version_id = $2) as "publishedAt"
       from mulu.organization o where o.id = $1`,
      [organizationId, versionId],
    );
    return { loaded, profile: this.queries.profileOf(loaded.version), ...row! };
  }

  /** Every item in the order of the form, or the one that is named. */
  async items({ loaded }: ReadableVersion, itemId: string | null = null): Promise<ReadableItem[]> {
    const rows: Row[] = await this.source.query(
      `select vi.item_id as id, vi.label as number, vi.row::int as row, vi.state, encode(vi.content_hash, 'hex') as "contentHash",
         ${sealedText('vi.item_id', 'vi.content_hash')} as sealed, ${SHOWN_TEXT} as shown,
         convert_from(b.bytes, 'UTF8') as bytes, author.display_name as author, principal.display_name as "authorFor"
       from (select *, row_number() over (order by position, item_id) as row from mulu.version_item where version_id = $1) vi
       join mulu.revision r on r.id = vi.revision_id join mulu.content_blob b on b.hash = vi.content_hash
       left join mulu.account author on author.id = r.author_id left join mulu.account principal on principal.id = r.on_behalf_of
       where $2::uuid is null or vi.item_id = $2 order by vi.row`,
      [loaded.version.id, itemId],
    );
    return rows.map(({ bytes, shown, ...row }) => {
      const look = { hands: loaded.hands, person: loaded.person!, versionState: loaded.version.state, itemState: row.state };
      const readable = mayRead({ ...look, sealed: row.sealed, shown, sealKeepers: [] });
      return { ...row, purged: bytes === null, text: readable && bytes !== null ? JSON.parse(bytes) : null };
    });
  }

  /**
   * What the public reads of a version in force, as it was projected when it was published, less what was barred or sealed since;
   * nothing of one that was taken down, null of a version that was never in force.
   */
  async published({ loaded }: ReadableVersion): Promise<{ id: string; content: PublicContent }[] | null> {
    if (loaded.version.state === 'takenDown') return [];
    if (!IN_FORCE.has(loaded.version.state)) return null;
    return this.source.query(
      `select pi.item_id as id, pi.public_content as content from mulu.publication_item pi join mulu.publication p on p.version_id = pi.version_id
       where pi.version_id = $1 and not ${sealedText('pi.item_id', 'pi.content_hash')}
         and not exists (select from mulu.bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at)
       order by pi.position`,
      [loaded.version.id],
    );
  }
}
