import { digitsOf } from '../fold.js';
import { spansOf, type Span, type TextDetector } from '../hint.js';

const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)(?:\(0\d{2,3}\) ?|0\d{2,3}[ -]?)\d{7,8}(?!\d)/g;
/** Without an area code seven digits are a number like any other, unless the text says that it is a telephone's. */
const LOCAL = /(?:电话|传真|座机|热线|手机|[Tt][Ee][Ll])[^\d\n]{0,6}?(\d{3,4}[ -]?\d{4})(?!\d)/g;
const YEARS = /^(?:19|20)\d{2}[ -](?:19|20)\d{2}$/;

export const mobile: TextDetector = {
  code: 'personal.mobile',
  kind: 'personalData',
  message: { zh: '疑似手机号码', en: 'Looks like a mobile number' },
  find: (text) =>
    spansOf(
      text,
      MOBILE,
      () => true,
      (number) =>
        digitsOf(number)
          .slice(-11)
          .replace(/^(\d{3})\d{4}/, '$1****'),
    ),
};

/** An office's number is a hit too: whether it is meant to be public is for a person to say. */
export const landline: TextDetector = {
  code: 'personal.landline',
  kind: 'personalData',
  message: {
    zh: '疑似固定电话号码，请确认是否为对外公布的办公电话',
    en: 'Looks like a landline number: is it an office number meant to be public?',
  },
  find: (text) => [...spansOf(text, LANDLINE), ...localNumbers(text)],
};

function localNumbers(text: string): Span[] {
  return [...text.matchAll(LOCAL)].flatMap((match) => {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    return YEARS.test(number) ? [] : [{ start: end - number.length, end }];
  });
}
