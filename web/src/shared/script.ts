/** A part of a text that is in one script; `lang` is missing where the page's own language holds. */
export interface Run {
  readonly text: string;
  readonly lang?: 'mn-Mong';
}

/** Letters, digits and punctuation of Mongolian; what stands between them as marks; and the blanks between its words. */
const LETTER = '[\\u1800-\\u180a\\u1810-\\u18aa\\u{11660}-\\u{1166c}]';
const MARK = '[\\u180b-\\u180f\\u200c\\u200d\\u202f]';
const WORD = `${MARK}{0,3}${LETTER}(?:${LETTER}|${MARK})*`;
const MONGOLIAN = new RegExp(`(${WORD}(?:[ \\u00a0]{1,4}${WORD})*)`, 'u');

/** Cuts a text where Mongolian begins and ends, to be shown with its `lang`: font, shaping and line breaks follow it. Joined again, the runs are the text. */
export function runsOf(text: string): readonly Run[] {
  return text
    .split(MONGOLIAN)
    .map((part, index): Run => (index % 2 === 1 ? { text: part, lang: 'mn-Mong' } : { text: part }))
    .filter((run) => run.text !== '');
}
