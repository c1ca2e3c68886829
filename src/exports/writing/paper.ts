import type { Table } from '../table/table.js';

/** A part of a document, from above. */
export type Block = { readonly kind: 'line' | 'part' | 'note'; readonly text: string } | { readonly kind: 'table'; readonly table: Table };

/** A document to be printed on A4, as plain data. */
export interface Paper {
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
}
