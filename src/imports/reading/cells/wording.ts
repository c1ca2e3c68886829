/** Characters nobody sees: zero-width ones, direction marks, soft hyphens, control characters other than line ends. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What is seen must be what is signed: NFC, without invisible characters and halves of characters. */
export function visible(text: string): string {
  return text.replace(HALF, '\ufffd').replace(INVISIBLE, '').normalize('NFC');
}

export function hasInvisible(text: string): boolean {
  return visible(text) !== text.normalize('NFC');
}

/** One line: ends of lines inside Chinese text are the cell's width, not the author's; spaces between words stay single. */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/(?<=[\w.,;:)])\n(?=[\w(])/g, ' ')
    .replaceAll('\n', '')
    .trim();
}

/** Lines without the spaces around them, empty ones left out. */
export function lines(text: string): string[] {
  return visible(text)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u3000]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** For comparing wordings: without spaces, width and case of punctuation. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
