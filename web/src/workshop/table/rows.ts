import type { ItemSummary } from '../../version/version';
import { writtenIn, type ItemContent } from '../content';
import type { Saving, SavingQueue } from './saving';

/** One row of the table: what the server has of it, and what was typed here. The same object as long as nothing of it changed. */
export interface Row {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly hash: string;
  /** Null where one may not read it. */
  readonly content: ItemContent | null;
  readonly removed: boolean;
  /** Why it is to go. */
  readonly removal: ItemSummary['removal'];
  /** Against the text that was published last. */
  readonly change: 'new' | 'changed' | 'same' | 'removed';
  readonly issues: Issues;
  readonly saving: Saving['state'] | null;
}

/** What a row still needs before it can be submitted, and what is worth a look. */
export interface Issues {
  readonly missing: readonly string[];
  readonly repairs: number;
  readonly hits: number;
  readonly advice: number;
}

export function issueCount({ missing, repairs, hits, advice }: Issues): number {
  return missing.length + repairs + hits + advice;
}

/** Turns the server's items and the edits on their way into rows; rows that say the same keep their identity. */
export class RowView {
  private readonly known = new Map<string, { row: Row; key: string; content: ItemContent | null }>();

  rows(items: readonly ItemSummary[], queue: SavingQueue): Row[] {
    return items.map((item) => this.row(item, queue));
  }

  private row(item: ItemSummary, queue: SavingQueue): Row {
    const saving = queue.of(item.id);
    const known = this.known.get(item.id);
    const key = JSON.stringify([item.contentHash, item.state, item.number, item.marks, item.removal, saving?.state]);
    // The server's content comes as a new object each time: only its hash tells whether it changed.
    const content = saving?.wanted ?? (known?.key === key && !saving ? known.content : writtenIn(item));
    if (known && known.key === key && known.content === content) return known.row;
    const row: Row = {
      id: item.id,
      number: item.number,
      state: item.state,
      hash: item.contentHash,
      content,
      removed: Boolean(item.removal),
      removal: item.removal,
      change: item.marks?.change ?? 'new',
      issues: issuesOf(item),
      saving: saving?.state ?? null,
    };
    this.known.set(item.id, { row, key, content });
    return row;
  }
}

function issuesOf({ marks, findings }: ItemSummary): Issues {
  const missing = [...(findings?.missing ?? []), ...(findings?.timeLimitUnread ? ['timeLimitUnread'] : [])];
  return { missing, repairs: marks?.openRepairs ?? 0, hits: marks?.hits ?? 0, advice: marks?.advice ?? 0 };
}
