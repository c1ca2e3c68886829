/** Why a character is pointed at: nobody could see it, or see it for what it is. */
export type UnusualKind = 'zeroWidth' | 'bidi' | 'control' | 'private' | 'damaged';

/** One run of such characters of one kind; `start` and `end` count UTF-16 units. */
export interface Unusual {
  readonly start: number;
  readonly end: number;
  readonly kind: UnusualKind;
  /** `U+200B`, several with a blank between. */
  readonly code: string;
}

function setOf(...ranges: readonly (number | readonly [from: number, to: number])[]): string {
  const escape = (point: number): string => `\\u{${point.toString(16)}}`;
  return `[${ranges.map((range) => (typeof range === 'number' ? escape(range) : `${escape(range[0])}-${escape(range[1])}`)).join('')}]`;
}

const BIDI = new RegExp(setOf(0x61c, [0x200e, 0x200f], [0x202a, 0x202e], [0x2066, 0x2069]), 'u');
/** Without tab and line feed, which a text may hold. */
const CONTROL = new RegExp(setOf([0, 8], [0xb, 0x1f], [0x7f, 0x9f], [0x2028, 0x2029], [0xfff9, 0xfffc], [0xd800, 0xdfff]), 'u');
const ZERO_WIDTH = new RegExp(
  setOf(
    0xad,
    0x34f,
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    0x200b,
    [0x2060, 0x2065],
    [0x206a, 0x206f],
    0x3164,
    [0xfe00, 0xfe0f],
    0xfeff,
    0xffa0,
    [0x1bca0, 0x1bca3],
    [0x1d173, 0x1d17a],
    [0xe0000, 0xe00ff],
    [0xe01f0, 0xe0fff],
  ),
  'u',
);
const PRIVATE = new RegExp(setOf([0xe000, 0xf8ff], [0xf0000, 0xffffd], [0x100000, 0x10fffd]), 'u');
const DAMAGED = /\ufffd/u;
/** Joiners, the narrow no-break space, the Mongolian variation selectors and the vowel separator: letters need them, beside anything else they hide. */
const MONGOLIAN_MARK = new RegExp(setOf([0x180b, 0x180f], [0x200c, 0x200d], 0x202f), 'u');
const MONGOLIAN_LETTER = new RegExp(setOf([0x1800, 0x180a], [0x1810, 0x18aa], [0x11660, 0x1166c]), 'u');
const IDEOGRAPHIC_SELECTOR = new RegExp(setOf([0xe0100, 0xe01ef]), 'u');
const HAN = /\p{Script=Han}/u;

/**
 * The characters of a text that a reader could not see for what they are. What Mongolian writing needs beside its letters is text
 * like any other.
 */
export function unusualIn(text: string): readonly Unusual[] {
  const characters = Array.from(text);
  const found: Unusual[] = [];
  let at = 0;
  characters.forEach((character, index) => {
    const kind = kindOf(characters, index);
    const end = at + character.length;
    const last = found[found.length - 1];
    if (kind && last?.kind === kind && last.end === at)
      found[found.length - 1] = { ...last, end, code: `${last.code} ${codeOf(character)}` };
    else if (kind) found.push({ start: at, end, kind, code: codeOf(character) });
    at = end;
  });
  return found;
}

function kindOf(characters: readonly string[], index: number): UnusualKind | undefined {
  const character = characters[index]!;
  if (BIDI.test(character)) return 'bidi';
  if (CONTROL.test(character)) return 'control';
  if (ZERO_WIDTH.test(character)) return 'zeroWidth';
  if (PRIVATE.test(character)) return 'private';
  if (DAMAGED.test(character)) return 'damaged';
  if (IDEOGRAPHIC_SELECTOR.test(character)) return HAN.test(characters[index - 1] ?? '') ? undefined : 'zeroWidth';
  if (MONGOLIAN_MARK.test(character)) return besideMongolian(characters, index) ? undefined : 'zeroWidth';
  return undefined;
}

/** Marks come in short runs: the nearest character that is none decides. */
function besideMongolian(characters: readonly string[], index: number): boolean {
  return [-1, 1].some((step) => {
    let at = index + step;
    while (MONGOLIAN_MARK.test(characters[at] ?? '')) at += step;
    return MONGOLIAN_LETTER.test(characters[at] ?? '');
  });
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
