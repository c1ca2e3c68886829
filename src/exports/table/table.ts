/** One cell of a table to be written, where it begins and how far it reaches. Its text is text: nothing in it is ever computed. */
export interface TableCell {
  readonly text: string;
  /** Counts from 0, from the left. */
  readonly column: number;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly centred?: boolean;
  /** A label of a form, set apart from what is filled in. */
  readonly label?: boolean;
}

/** A table as both writers take it: plain data, so that it can be handed to another thread. */
export interface Table {
  /** Share of the width of each column, in characters of Chinese. */
  readonly widths: readonly number[];
  /** Rows from the top that are repeated on each page. */
  readonly headerRows: number;
  /** The cells that begin in each row, from the left; slots that a span covers are left out. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** A sheet of a workbook: its name is what its tab says. */
export interface Sheet {
  readonly name: string;
  readonly heading: Heading;
  readonly table: Table;
}

/** Lines below the title, before the table. */
export interface Heading {
  readonly title: string;
  readonly lines: readonly string[];
}
