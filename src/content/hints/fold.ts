/** Full-width ASCII (ＡＢ１２：＠) as half-width, one unit for one, so that positions stay: people type numbers either way. */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/g, '');
}
