/** Why a character may not stand in a text that somebody signs. */
export type CharacterFault = 'text.loneSurrogate' | 'text.control' | 'text.bidi' | 'text.invisible' | 'text.joiner';

export interface TextFault {
  readonly code: CharacterFault;
  /** Counts characters (code points) from 1, as a person does. */
  readonly position: number;
  /** U+202E and the like: the character itself must not be shown. */
  readonly character: string;
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffc\p{Noncharacter_Code_Point}]/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/u;
/** ZWNJ, ZWJ, narrow no-break space, and the Mongolian variation selectors and vowel separator. */
const MONGOLIAN_MARK = /[\u180b-\u180f\u200c\u200d\u202f]/u;
const MONGOLIAN_LETTER = /[\u1800-\u180a\u1810-\u18aa\u{11660}-\u{1166c}]/u;
const IDEOGRAPHIC_SELECTOR = /[\u{e0100}-\u{e01ef}]/u;
const SURROGATE = /[\ud800-\udfff]/u;
/** Everything that needs a closer look; an ordinary text is done with one search. */
const SUSPECT = new RegExp([CONTROL, BIDI, INVISIBLE, MONGOLIAN_MARK, IDEOGRAPHIC_SELECTOR, SURROGATE].map((set) => set.source).join('|'), 'u');
const HAN = /\p{Script=Han}/u;

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
