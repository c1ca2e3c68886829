import type { Table } from '../table/table.js';

/**
 * A part of a document, from above. Of a letter: `addressee` stands at the margin, `heading` and `body` are indented by two characters, `signature` stands to the
 * right.
 */
export type Block =
  | { readonly kind: 'line' | 'part' | 'note' | LetterLook; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table };
export type LetterLook = 'addressee' | 'heading' | 'body' | 'signature';

/** What stands above the title of a letter: the kind of document, in the red of seals, and its number, empty where it has none. */
export interface Letterhead {
  readonly kind: string;
  readonly number: string;
}

/** A document to be printed on A4, as plain data. A letter has the margins and sizes of GB/T 9704; so has what has a head. */
export interface Paper {
  readonly title: string;
  readonly landscape: boolean;
  readonly head?: Letterhead;
  readonly letter?: true;
  readonly blocks: readonly Block[];
}
