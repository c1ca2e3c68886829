import type { ContentPatch } from '../content';

/** What somebody typed into a row and the server does not have yet. */
export interface Draft {
  readonly itemId: string;
  /** The text it was typed into. */
  readonly hash: string;
  readonly patch: ContentPatch;
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Unsaved text in this browser, per person, version, item and text: it outlives a crash of the page. */
export class Drafts {
  private readonly prefix: string;

  constructor(
    private readonly store: Store,
    person: string,
    versionId: string,
  ) {
    this.prefix = `mulu.workshop.${person}.${versionId}.`;
  }

  /** Keeps what is unsaved in a row, instead of what was kept before. A full or forbidden store is no reason to stop anybody. */
  keep(itemId: string, hash: string, patch: ContentPatch, now = Date.now()): void {
    this.drop(itemId);
    try {
      this.store.setItem(`${this.prefix}${itemId}.${hash}`, JSON.stringify({ patch, at: now }));
    } catch {
      // The text is still on the page, and on its way to the server.
    }
  }

  drop(itemId: string): void {
    for (const key of this.keys()) if (key.startsWith(`${this.prefix}${itemId}.`)) this.store.removeItem(key);
  }

  /** Everything kept, oldest first; what cannot be read is dropped. */
  all(): Draft[] {
    return this.keys()
      .flatMap((key) => {
        const [itemId, hash] = key.slice(this.prefix.length).split('.');
        try {
          const { patch, at } = JSON.parse(this.store.getItem(key) ?? '') as { patch: ContentPatch; at: number };
          return itemId && hash ? [{ itemId, hash, patch, at }] : [];
        } catch {
          this.store.removeItem(key);
          return [];
        }
      })
      .sort((a, b) => a.at - b.at);
  }

  private keys(): string[] {
    const all = Array.from({ length: this.store.length }, (_, i) => this.store.key(i) ?? '');
    return all.filter((key) => key.startsWith(this.prefix));
  }
}
