import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ItemStanding } from '../../machines/item-review.facts.js';
import type { StoredVersion } from '../commands/facts.js';
import { ProfileRegistry, type Profile } from '../profiles/index.js';
import type { Findings, ItemText } from './text.js';

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

  async text(revisionId: string): Promise<ItemText> {
    const [row]: { text: string; findings: Findings }[] = await this.source.query(
      `select convert_from(b.bytes, 'UTF8') as text, r.findings from mulu.revision r
       join mulu.content_blob b on b.hash = r.content_hash where r.id = $1`,
      [revisionId],
    );
    const { content, removal } = JSON.parse(row!.text);
    return { content, removal: removal ?? null, findings: row!.findings };
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
