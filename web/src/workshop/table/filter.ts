import { issueCount, type Row } from './rows';

/** What of the table is shown; all of it is in the address of the page. */
export interface Filter {
  readonly q: string;
  readonly state: string;
  readonly issues: boolean;
}

export const NO_FILTER: Filter = { q: '', state: '', issues: false };

export function isFiltering({ q, state, issues }: Filter): boolean {
  return q !== '' || state !== '' || issues;
}

/** @param pinned rows that are shown in any case: somebody edits them */
export function filtered(rows: readonly Row[], filter: Filter, pinned: ReadonlySet<string>): readonly Row[] {
  return isFiltering(filter) ? rows.filter((row) => pinned.has(row.id) || matches(row, filter)) : rows;
}

function matches(row: Row, { q, state, issues }: Filter): boolean {
  if (state && row.state !== state) return false;
  if (issues && issueCount(row.issues) === 0 && row.state !== 'returned') return false;
  return q === '' || `${row.number} ${words(row.content)}`.toLowerCase().includes(q.toLowerCase());
}

/** Every text in a content, whatever the field; codes are no words. */
function words(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(words).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([key]) => key !== 'code' && key !== 'kind' && key !== 'organizationId')
    .map(([, part]) => words(part))
    .join(' ');
}
