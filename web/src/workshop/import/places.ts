/** 1 → A, 26 → Z, 27 → AA: a column as a spreadsheet names it. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Files whose columns have letters where people look at them. */
export function hasLetters(format: string | null): boolean {
  return format === 'xlsx' || format === 'xls';
}
