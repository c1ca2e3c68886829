import { AlignmentType, LineRuleType } from 'docx';
import { BODY, HEAD, TITLE } from './fonts.js';

/** Half points: 一号, 小二, 二号, 三号, 四号, 五号, 小五, 六号. */
const SIZE = { gap: 8, letterhead: 52, wideTitle: 36, title: 44, letter: 32, heading: 28, text: 21, table: 18, wideTable: 15 };
/** The red of seals; nothing but the head of an official document is printed in it. */
const SEAL_RED = 'C8161D';
/** Twentieths of a point: 28.8 points from line to line, and two characters of 三号. */
const LETTER_LINE = { line: 576, lineRule: LineRuleType.AT_LEAST };
const TWO_CHARACTERS = 640;

export const BODY_SIZE = SIZE.text;

const look = (id: string, font: typeof BODY, size: number, after: number, centred = false) => ({
  id,
  name: id,
  run: { font, size },
  paragraph: { spacing: { after }, ...(centred && { alignment: AlignmentType.CENTER }) },
});
const letter = (id: string, paragraph: object) => ({
  id,
  name: id,
  run: { font: BODY, size: SIZE.letter },
  paragraph: { spacing: LETTER_LINE, ...paragraph },
});
const letterhead = look('letterhead', TITLE, SIZE.letterhead, 200, true);

/** Looks are styles of the document, so that a paragraph says no more than its words; a table of 500 rows has ten thousand of them. */
export const LOOKS = [
  look('mainTitle', TITLE, SIZE.title, 240, true),
  look('wideTitle', TITLE, SIZE.wideTitle, 240, true),
  look('part', HEAD, SIZE.heading, 120),
  look('line', BODY, SIZE.text, 80),
  look('note', BODY, SIZE.table, 80),
  look('gap', BODY, SIZE.gap, 0),
  look('form', BODY, SIZE.text, 0),
  look('formHead', HEAD, SIZE.text, 0, true),
  look('table', BODY, SIZE.table, 0),
  look('tableHead', HEAD, SIZE.table, 0, true),
  look('wideTable', BODY, SIZE.wideTable, 0),
  look('wideTableHead', HEAD, SIZE.wideTable, 0, true),
  { ...letterhead, run: { ...letterhead.run, color: SEAL_RED, characterSpacing: 120 } },
  letter('letterNumber', { alignment: AlignmentType.CENTER, spacing: { ...LETTER_LINE, after: 480 } }),
  letter('addressee', {}),
  { ...letter('heading', { indent: { firstLine: TWO_CHARACTERS }, keepNext: true }), run: { font: HEAD, size: SIZE.letter } },
  letter('body', { indent: { firstLine: TWO_CHARACTERS } }),
  letter('signature', { alignment: AlignmentType.RIGHT, indent: { right: 2 * TWO_CHARACTERS }, keepNext: true, keepLines: true }),
];

export type TableLook = 'form' | 'table' | 'wideTable';
export type Look =
  | 'mainTitle'
  | 'wideTitle'
  | 'part'
  | 'line'
  | 'note'
  | 'gap'
  | 'letterhead'
  | 'letterNumber'
  | 'addressee'
  | 'heading'
  | 'body'
  | 'signature'
  | TableLook
  | `${TableLook}Head`;
