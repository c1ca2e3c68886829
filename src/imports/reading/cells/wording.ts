import { findTextFault, normaliseText, withoutFaults } from '../../../content/index.js';

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Line ends of other alphabets: Word's soft one, form feed, next line, line and paragraph separator. */
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Text that can be stored and shown at all: NFC, no halves of characters, no NUL. Everything else stays as the file has it. */
export function wellFormed(text: string): string {
  return text.replace(HALF, '\ufffd').replaceAll('\u0000', '').normalize('NFC');
}

/** What is seen must be what is signed: without the characters that the policy for signed texts refuses. */
export function visible(text: string): string {
  return normaliseText(withoutFaults(normaliseText(wellFormed(text).replace(LINE_ENDS, '\n'))));
}

export function hasInvisible(text: string): boolean {
  return findTextFault(text.replace(LINE_ENDS, '\n')) !== undefined;
}

/** A few words of the file, for a message. */
export function excerpt(text: string): string {
  const characters = Array.from(oneLine(text.slice(0, 400)));
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}

/** One line: ends of lines inside Chinese text are the cell's width, not the author's; between Latin or Mongolian words they are a space. */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/(?<=[\w.,;:)])\n(?=[\w(])/g, ' ')
    .replace(/(?<=[\u1800-\u18aa\u200c\u200d])\n(?=[\u1800-\u18aa])/g, ' ')
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
