/**
 * Puts a text on the clipboard by way of a field that shows it: on plain HTTP there is no other.
 * @returns whether the browser did; the text is selected in any case
 */
export function copyFrom(field: HTMLInputElement): boolean {
  field.focus();
  field.select();
  return document.execCommand('copy');
}
