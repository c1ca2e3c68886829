/** Inside a character class that JavaScript (flag u) and PostgreSQL read alike: letters, digits and punctuation of Mongolian. */
const LETTERS = '\\u1800-\\u180a\\u1810-\\u18aa';
const BLANKS = ' \\u00a0';
const SELECTORS = '\u180b\u180c\u180d\u180f';
/** Variation selectors, vowel separator, ZWNJ, ZWJ and narrow no-break space: how a word is drawn, not which word it is. */
const MARKS = `${SELECTORS}\u180e\u200c\u200d\u202f`;

const LETTER = new RegExp(`[${LETTERS}]`, 'u');
const MARK = new RegExp(`[${MARKS}]`, 'gu');
const BLANKS_BEFORE_LETTER = new RegExp(`[${BLANKS}]+(?=[${LETTERS}])`, 'gu');

/** Words that somebody looks for, and how a stored text must be looked at for them. */
export interface Sought {
  /** What was typed, in the form in which it is compared. */
  readonly words: readonly string[];
  /** SQL for the stored text in that form, from SQL for the text: the same, where no Mongolian is looked for. */
  readonly within: (sql: string) => string;
}

/**
 * People type Mongolian without variation selectors, and before a suffix a blank, a narrow no-break space or (since Unicode 16) a vowel
 * separator; none of them tells words apart. So these marks, and blanks before Mongolian letters, count on neither side.
 */
export function sought(typed: readonly string[]): Sought {
  if (!typed.some((word) => LETTER.test(word))) return { words: typed, within: (sql) => sql };
  return { words: typed.map(folded).filter((word) => word !== ''), within: foldedSql };
}

function folded(text: string): string {
  return text.replace(MARK, '').replace(BLANKS_BEFORE_LETTER, '');
}

/** translate() first: it is cheap, and what it takes away must not stand between a blank and a letter. */
function foldedSql(sql: string): string {
  return `regexp_replace(translate(${sql}, '${MARKS}', ''), '[${BLANKS}]+(?=[${LETTERS}])', '', 'g')`;
}

/** The source of a pattern (flags iu) that finds a typed word in a text as people wrote it, by the rule of `sought`. */
export function patternOf(typed: string): string {
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (!LETTER.test(typed)) return escaped(typed);
  const [first = '', ...rest] = Array.from(folded(typed));
  const gap = (next: string): string => (LETTER.test(next) ? `[${MARKS}${BLANKS}]*` : `[${MARKS}]*`);
  return `${escaped(first)}${rest.map((one) => gap(one) + escaped(one)).join('')}[${SELECTORS}]*`;
}
