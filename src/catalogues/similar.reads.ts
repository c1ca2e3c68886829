import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { diffContent, likeness, type ItemContent } from '../content/index.js';
import { CommandStore, refuse } from '../commands/index.js';
import { admitted, mayRead, SEAL_KEEPERS, sealedText, SHOWN_TEXT } from './reading.js';
import type { SimilarItem, SimilarItems } from './views/check.views.js';

/** A word exchanged in a row of ordinary length leaves more than this; rows of one subject have less. */
const LEAST = 0.75;
const MOST = 5;

interface Row {
  item_id: string;
  label: string;
  state: string;
  text: string | null;
  sealed: boolean;
  shown: boolean;
  seal_keepers: string[];
}

/** Rows of one version that say nearly the same: looking at one beside the other is how copies with a wrong word are found. */
@Injectable()
export class SimilarReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /** @throws ProblemError 401, 404, or 403 for a sealed text */
  async of(token: string | null, versionId: string, itemId: string): Promise<SimilarItems> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const rows: Row[] = await this.source.query(
      `select vi.item_id, vi.label, vi.state, convert_from(b.bytes, 'UTF8') as text, ${sealedText('vi.item_id', 'vi.content_hash')} as sealed,
         ${SHOWN_TEXT} as shown, ${SEAL_KEEPERS} as seal_keepers
       from mulu.version_item vi join mulu.content_blob b on b.hash = vi.content_hash where vi.version_id = $1 order by vi.position`,
      [versionId],
    );
    const readable = rows.filter(
      (row) =>
        row.text !== null &&
        mayRead({
          hands: loaded.hands,
          person: loaded.person!,
          versionState: loaded.version.state,
          itemState: row.state,
          sealed: row.sealed,
          shown: row.shown,
          sealKeepers: row.seal_keepers,
        }),
    );
    const own = readable.find((row) => row.item_id === itemId);
    // A text that was purged is like none.
    if (rows.some((row) => row.item_id === itemId && row.text === null)) return { items: [] };
    if (!own) throw rows.some((row) => row.item_id === itemId) ? refuse.sealed() : refuse.absent();
    return {
      items: nearest(
        contentOf(own),
        readable.filter((row) => row !== own),
      ),
    };
  }
}

function contentOf(row: Row): ItemContent {
  return (JSON.parse(row.text!) as { content: ItemContent }).content;
}

function nearest(content: ItemContent, others: readonly Row[]): SimilarItem[] {
  const alike = likeness(content);
  return others
    .map((row) => {
      const other = contentOf(row);
      return { row, other, similarity: alike(other) };
    })
    .filter(({ similarity }) => similarity >= LEAST)
    .sort((one, next) => next.similarity - one.similarity)
    .slice(0, MOST)
    .map(({ row, other, similarity }) => {
      const differences = diffContent(other, content) as SimilarItem['differences'];
      return {
        itemId: row.item_id,
        number: row.label,
        path: [...other.path],
        similarity: Math.round(similarity * 1000) / 1000,
        identical: differences.length === 0,
        differences,
      };
    });
}
