import type { Table, TableCell } from '../table/table.js';

/** A row of labels and what is filled in beside them, over as many columns as each is given. */
export function formRow(...fields: readonly (readonly [text: string, columns: number, kind?: 'label' | 'centred'])[]): TableCell[] {
  let column = 0;
  return fields.map(([text, colSpan, kind]) => {
    const cell = {
      text,
      column,
      ...(colSpan > 1 && { colSpan }),
      ...(kind === 'label' && { label: true }),
      ...(kind && { centred: true }),
    };
    column += colSpan;
    return cell;
  });
}

/** A table with one row of headers; the columns named as centred hold short marks. */
export function listTable(
  columns: readonly (readonly [header: string, width: number, centred?: boolean])[],
  rows: readonly string[][],
): Table {
  const header = columns.map(([text], column) => ({ text, column, centred: true }));
  const body = rows.map((row) => row.map((text, column) => ({ text, column, ...(columns[column]![2] && { centred: true }) })));
  return { widths: columns.map(([, width]) => width), headerRows: 1, rows: [header, ...body] };
}
