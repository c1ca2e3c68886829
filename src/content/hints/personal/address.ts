import type { Span, TextDetector } from '../hint.js';

/** A house, room or group number after what can only be a street, a quarter, a village or a building. */
const COUNT = '(?:\\d{1,5}(?:-\\d{1,5}){0,3}|[一二三四五六七八九十百零〇]{1,5})';
const UNIT = '(?:号院|号楼|号(?!窗)|室|栋|幢|单元|组)';
const NUMBER = new RegExp(
  `(?:街|路|巷|大道|胡同|弄|里|区|院|苑|花园|广场|公寓|嘎查|社区|村|屯|队|组|楼|栋|幢|座|单元)${COUNT}${UNIT}(?:${COUNT}${UNIT})*`,
  'g',
);
/** What makes it a place in the country, within the same clause before the number. */
const ADMINISTRATIVE = /省|自治区|盟|市|旗|县|区|苏木|镇|乡|嘎查|村|街道/;
const CLAUSE_ENDS = ' \t\n\u3000,，、;；。.:：()（）《》“”"';
const REACH = 40;

export const address: TextDetector = {
  code: 'personal.address',
  kind: 'personalData',
  message: {
    zh: '疑似详细地址，个人住址宜公开至乡镇、街道一级',
    en: 'Looks like a full address; a home address should be given down to the township at most',
  },
  find(text) {
    const spans: Span[] = [];
    for (const match of text.matchAll(NUMBER)) {
      const end = match.index + match[0].length;
      const last = spans.at(-1);
      const clause = clauseStart(text, match.index, last?.end ?? 0);
      // One address has several numbers: building, unit, room.
      if (last?.end === clause) spans[spans.length - 1] = { ...last, end };
      else if (ADMINISTRATIVE.test(text.slice(clause, match.index + 1))) spans.push({ start: clause, end });
    }
    return spans;
  },
};

/** Where the clause begins, at most so far back, and not before `floor`. */
function clauseStart(text: string, index: number, floor: number): number {
  let start = index;
  while (start > floor && index - start < REACH && !CLAUSE_ENDS.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
