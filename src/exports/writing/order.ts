import type { Heading, Table } from '../table/table.js';
import type { Paper } from './paper.js';

/** What is to be written, as it goes to the writing thread. */
export type Order =
  | { readonly format: 'xlsx'; readonly heading: Heading; readonly table: Table }
  | { readonly format: 'docx'; readonly paper: Paper };
