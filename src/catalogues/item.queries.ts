import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ItemStanding } from '../../machines/item-review.facts.js';
import type { StoredVersion } from '../commands/facts.js';
import { emptyContent, type ItemContent } from '../content/index.js';
import { ProfileRegistry, type Profile } from '../profiles/index.js';
import type { Findings, ItemText } from './text.js';

/** Where a row stands, and the row that it might stand behind: null where the version has none. */
export interface Place {
  readonly after: string | null;
  readonly number: string;
  /** Log position that set the other row's state. */
  readonly afterSeq: number | null;
}

/** What a text that was purged is edited from. */
export const NOTHING_WRITTEN: ItemContent = emptyContent();

/** What the commands on an item read beside its standing. */
@Injectable()
export class ItemQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly profiles: ProfileRegistry,
  ) {}

  /** The profile that the version was bound to when it was opened. */
  profileOf(version: Pick<StoredVersion, 'profileId' | 'profileVersion'>): Profile {
    return this.profiles.get(version.profileId, version.profileVersion).profile;
  }

  /** The text of a revision; one that was purged is as if nothing had been written yet. */
  async text(revisionId: string): Promise<ItemText> {
    const [row]: { text: string | null; findings: Findings }[] = await this.source.query(
      `select convert_from(b.bytes, 'UTF8') as text, r.findings from mulu.revision r
       join mulu.content_blob b on b.hash = r.content_hash where r.id = $1`,
      [revisionId],
    );
    if (row!.text === null) return { content: NOTHING_WRITTEN, removal: null, findings: row!.findings };
    const { content, removal } = JSON.parse(row!.text);
    return { content, removal: removal ?? null, findings: row!.findings };
  }

  /** @param behind the item that it shall stand behind, if any */
  async place(versionId: string, itemId: string, behind: string | null): Promise<Place> {
    const [row]: Place[] = await this.source.query(
      `select vi.label as number, (select before.item_id from mulu.version_item before where before.version_id = vi.version_id
           and before.position < vi.position order by before.position desc limit 1) as after,
         (select other.state_seq::int from mulu.version_item other where other.version_id = vi.version_id and other.item_id = $3) as "afterSeq"
       from mulu.version_item vi where vi.version_id = $1 and vi.item_id = $2`,
      [versionId, itemId, behind],
    );
    return row ?? { after: null, number: '', afterSeq: null };
  }

  /** Whether this very text of the item was referred before, in whatever version. */
  async referralOf(itemId: string, contentHash: string): Promise<ItemStanding['referral']> {
    const [row]: { referral: ItemStanding['referral'] }[] = await this.source.query(
      `select mulu.referral_of($1, decode($2, 'hex')) as referral`,
      [itemId, contentHash],
    );
    return row!.referral;
  }
}
