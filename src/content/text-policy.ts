/** Why a character may not stand in a text that somebody signs. */
export type CharacterFault = 'text.loneSurrogate' | 'text.control' | 'text.bidi' | 'text.invisible' | 'text.joiner';

export interface TextFault {
  readonly code: CharacterFault;
  /** Counts characters (code points) from 1, as a person does. */
  readonly position: number;
  /** U+202E and the like: the character itself must not be shown. */
  readonly character: string;
}

/** A set of characters from ranges of code points, written as numbers: the characters themselves cannot be seen in an editor. */
function setOf(...ranges: readonly (number | readonly [from: number, to: number])[]): string {
  const escape = (point: number): string => `\\u{${point.toString(16)}}`;
  return `[${ranges.map((range) => (typeof range === 'number' ? escape(range) : `${escape(range[0])}-${escape(range[1])}`)).join('')}]`;
}

/** C0 without tab and line feed, C1, the separators of lines and paragraphs, annotation marks, noncharacters. */
const CONTROL_SET = `(?:${setOf([0, 8], [0xb, 0x1f], [0x7f, 0x9f], [0x2028, 0x2029], [0xfff9, 0xfffc])}|\\p{Noncharacter_Code_Point})`;
const BIDI_SET = setOf(0x61c, [0x200e, 0x200f], [0x202a, 0x202e], [0x2066, 0x2069]);
/** Fillers, joiners of no script of ours, variation selectors, tags: nothing shows, yet the bytes differ. */
const INVISIBLE_SET = setOf(
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
);
/** ZWNJ, ZWJ, narrow no-break space, and the Mongolian variation selectors and vowel separator. */
const MONGOLIAN_MARK_SET = setOf([0x180b, 0x180f], [0x200c, 0x200d], 0x202f);
const IDEOGRAPHIC_SELECTOR_SET = setOf([0xe0100, 0xe01ef]);
/** With the u flag only half a pair matches. */
const SURROGATE_SET = setOf([0xd800, 0xdfff]);

const CONTROL = new RegExp(CONTROL_SET, 'u');
const BIDI = new RegExp(BIDI_SET, 'u');
const INVISIBLE = new RegExp(INVISIBLE_SET, 'u');
const MONGOLIAN_MARK = new RegExp(MONGOLIAN_MARK_SET, 'u');
const MONGOLIAN_LETTER = new RegExp(setOf([0x1800, 0x180a], [0x1810, 0x18aa], [0x11660, 0x1166c]), 'u');
const IDEOGRAPHIC_SELECTOR = new RegExp(IDEOGRAPHIC_SELECTOR_SET, 'u');
const SURROGATE = new RegExp(SURROGATE_SET, 'u');
const HAN = /\p{Script=Han}/u;
/** Everything that needs a closer look; an ordinary text is done with one search. */
const SUSPECT = new RegExp(
  [CONTROL_SET, BIDI_SET, INVISIBLE_SET, MONGOLIAN_MARK_SET, IDEOGRAPHIC_SELECTOR_SET, SURROGATE_SET].join('|'),
  'u',
);

/** Real Mongolian text sets at most a variation selector and a joiner side by side; a longer run could hide a message. */
const MAX_MARKS = 3;

/**
 * NFC, line feeds only, nothing blank at the ends. Tells apart nothing a reader can see; what would need more repair
 * than that is refused by `findTextFault` (quality.md, threat 9: what is seen is not what is signed).
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** The first character that a reader could not see for what it is; undefined when there is none. Line feed and tab may stand. */
export function findTextFault(text: string): TextFault | undefined {
  if (!SUSPECT.test(text)) return undefined;
  const characters = Array.from(text);
  let marks = 0;
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i] as string;
    marks = MONGOLIAN_MARK.test(character) ? marks + 1 : 0;
    const code = faultOf(characters, i, marks);
    if (code) return { code, position: i + 1, character: name(character) };
  }
  return undefined;
}

/** The text without the characters that `findTextFault` names. Marks that Mongolian letters need stay. */
export function withoutFaults(text: string): string {
  let kept = text;
  // What goes may bring marks together to a run that is too long: a second look settles nearly everything, the last resort the rest.
  for (let looks = 0; looks < 3 && SUSPECT.test(kept); looks += 1) {
    const characters = Array.from(kept);
    let marks = 0;
    kept = characters
      .filter((character, i) => {
        marks = MONGOLIAN_MARK.test(character) ? marks + 1 : 0;
        return !faultOf(characters, i, marks);
      })
      .join('');
  }
  return findTextFault(kept) ? kept.replace(new RegExp(SUSPECT, 'gu'), '') : kept;
}

function faultOf(characters: readonly string[], i: number, marks: number): CharacterFault | undefined {
  const character = characters[i] as string;
  if (SURROGATE.test(character)) return 'text.loneSurrogate';
  if (CONTROL.test(character)) return 'text.control';
  if (BIDI.test(character)) return 'text.bidi';
  if (INVISIBLE.test(character)) return 'text.invisible';
  if (IDEOGRAPHIC_SELECTOR.test(character)) return HAN.test(characters[i - 1] ?? '') ? undefined : 'text.invisible';
  if (marks > 0 && (marks > MAX_MARKS || !nextToMongolian(characters, i))) return 'text.joiner';
  return undefined;
}

/** The nearest character on either side that is no such mark itself; runs are short, or refused already. */
function nextToMongolian(characters: readonly string[], i: number): boolean {
  const nearest = (step: 1 | -1): string => {
    let at = i + step;
    for (let seen = 0; seen < MAX_MARKS && MONGOLIAN_MARK.test(characters[at] ?? ''); seen += 1) at += step;
    return characters[at] ?? '';
  };
  return MONGOLIAN_LETTER.test(nearest(-1)) || MONGOLIAN_LETTER.test(nearest(1));
}

function name(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
