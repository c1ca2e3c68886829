import type { TextDetector } from '../hint.js';

/** A label, a colon and two to four characters up to the next mark: 联系人：某某某，. Without a colon it is prose. */
const PATTERN =
  /(?:联系人|经办人|姓名|当事人|申请人|户主|监护人)(?:姓名)? {0,2}: {0,2}(\p{Script=Han}{2,4}|\p{Script=Han}{1,10}·\p{Script=Han}{1,10})(?=[\s,，、;；。.()（）]|$)/gu;

export const contactName: TextDetector = {
  code: 'personal.name',
  kind: 'personalData',
  message: { zh: '疑似自然人姓名', en: 'Looks like the name of a person' },
  find: (text) =>
    [...text.matchAll(PATTERN)].map((match) => {
      const name = match[1] ?? '';
      const end = match.index + match[0].length;
      return { start: end - name.length, end, suggestion: `${name.charAt(0)}${'*'.repeat(Math.min(name.length - 1, 3))}` };
    }),
};
