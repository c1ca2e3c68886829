import type { Sheet } from '../table/table.js';
import type { Paper } from './paper.js';

/** What is to be written, as it goes to the writing thread. */
export type Order = { readonly format: 'xlsx'; readonly sheets: readonly Sheet[] } | { readonly format: 'docx'; readonly paper: Paper };
