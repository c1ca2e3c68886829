import { t } from './messages';
import type { ImportView } from './imports';
import { columnLetters, hasLetters } from './places';

interface Spot {
  readonly table: number;
  readonly row: number;
  readonly column: number | null;
}

/** 第 18 行 F 列, as the program shows it in which the file was made; with the sheet's name where there are several. */
export function placeWords({ table, row, column }: Spot, file: ImportView): string {
  const letters = hasLetters(file.format);
  const place =
    column === null
      ? file.preview[table]?.headerRows.includes(row)
        ? t('place.form')
        : t('place.row', { row })
      : t(letters ? 'place.cell' : 'place.cellPlain', { row, column: letters ? columnLetters(column) : column });
  return file.preview.length > 1 ? t('inTable', { table: file.preview[table]?.name || `${table + 1}`, place }) : place;
}
