import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { diffContent, type ContentPatch, type ItemContent } from '../content/index.js';
import type { Profile } from '../profiles/index.js';
import { proposedContent } from './proposal.js';
import type { ProposalView } from './views/item.views.js';

/** The officer's proposals, for those who may read the text. */
@Injectable()
export class ProposalReads {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The proposal for an item that stands as that decision left it: returned, its text not touched since. */
  async of(versionId: string, itemId: string, content: ItemContent, profile: Profile): Promise<ProposalView | null> {
    const [row]: (Omit<ProposalView, 'content' | 'differences' | 'at'> & { at: Date })[] = await this.source.query(
      // The words are taken apart only once they are found: other texts of the same table are not JSON, and the planner may begin anywhere.
      `with found as materialized (
         select d.seq::int as "decisionSeq", json_build_object('id', a.id, 'displayName', a.display_name) as by, d.at, w.bytes
         from mulu.version_item vi
         join mulu.decision d on d.version_id = vi.version_id and d.seq = vi.state_seq and d.item_id = vi.item_id and d.content_hash = vi.content_hash
         join mulu.account a on a.id = d.decided_by join mulu.content_blob w on w.hash = d.detail_hash
         where vi.version_id = $1 and vi.item_id = $2 and vi.state = 'returned' and d.kind = 'requireRedaction')
       select "decisionSeq", by, at, convert_from(bytes, 'UTF8')::json -> 'proposal' as patch
       from found where convert_from(bytes, 'UTF8')::jsonb ? 'proposal'`,
      [versionId, itemId],
    );
    if (!row) return null;
    const proposed = proposedContent(content, row.patch as ContentPatch, profile);
    const differences = diffContent(content, proposed) as ProposalView['differences'];
    return { ...row, at: row.at.toISOString(), content: proposed as ProposalView['content'], differences };
  }
}
