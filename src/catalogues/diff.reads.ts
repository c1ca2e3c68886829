import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { diffContent, type ItemContent, type Removal } from '../content/index.js';
import { CommandStore, refuse, type Loaded } from '../commands/index.js';
import { admitted, mayRead, sealedText, SHOWN_TEXT } from './reading.js';
import type { ItemContentView } from './views/content.views.js';
import type { DiffView, ItemDifference } from './views/past.views.js';

interface Side {
  item_id: string;
  state: string;
  text: string | null;
  sealed: boolean;
  shown: boolean;
}

/** What differs between two versions of one catalogue, for somebody who may read both. */
@Injectable()
export class VersionDiff {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  async between(token: string | null, versionId: string, againstId: string): Promise<DiffView> {
    const after = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const before = admitted(await this.store.facts(token, againstId, null, 'none', null));
    if (before.version.catalogueId !== after.version.catalogueId) throw refuse.absent();
    const [olds, news] = await Promise.all([this.side(before), this.side(after)]);
    const items = [...new Set([...olds.keys(), ...news.keys()])].flatMap((itemId): ItemDifference[] => {
      const one = olds.get(itemId);
      const other = news.get(itemId);
      if (one === 'purged' || other === 'purged') return [{ itemId, change: 'purged', fields: [] }];
      if (one === null || other === null) return [{ itemId, change: 'hidden', fields: [] }];
      if (one === undefined) return [{ itemId, change: 'added', content: other!.content as ItemContentView, fields: [] }];
      if (other === undefined || (other.removal && !one.removal))
        return [{ itemId, change: 'removed', content: one.content as ItemContentView, fields: [] }];
      const fields = diffContent(one.content, other.content) as ItemDifference['fields'];
      return fields.length > 0 ? [{ itemId, change: 'changed', fields }] : [];
    });
    return { versionId: after.version.id, against: before.version.id, items };
  }

  /** Item → its text, or null where the reader may not see it; `purged` where nobody can. */
  private async side(loaded: Loaded): Promise<Map<string, { content: ItemContent; removal?: Removal } | 'purged' | null>> {
    const rows: Side[] = await this.source.query(
      `select vi.item_id, vi.state, convert_from(b.bytes, 'UTF8') as text,
         ${sealedText('vi.item_id', 'vi.content_hash')} as sealed, ${SHOWN_TEXT} as shown
       from mulu.version_item vi join mulu.content_blob b on b.hash = vi.content_hash where vi.version_id = $1 order by vi.position`,
      [loaded.version.id],
    );
    const sight = { hands: loaded.hands, person: loaded.person!, versionState: loaded.version.state, sealKeepers: [] };
    return new Map(
      rows.map((row) => [
        row.item_id,
        row.text === null
          ? 'purged'
          : mayRead({ ...sight, itemState: row.state, sealed: row.sealed, shown: row.shown })
            ? JSON.parse(row.text)
            : null,
      ]),
    );
  }
}
