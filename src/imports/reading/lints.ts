import type { ItemContent } from '../../content/index.js';
import type { ResolvedRow } from './blocks.js';
import type { ReadBasis } from './cells/bases.js';
import { hasInvisible } from './cells/wording.js';
import { type Finding, lint, type Place } from './findings.js';

/** An item as the lints see it. */
export interface LintedItem {
  readonly row: ResolvedRow;
  readonly content: ItemContent;
  readonly bases: readonly ReadBasis[];
  /** The place of a column's cell, for findings. */
  readonly at: (key: 'bases' | 'timeLimit' | 'responsibleOffice') => Place;
}
type Lint = (item: LintedItem) => Finding[];

/** Decrees whose number is often cited wrongly: 重大行政决策程序暂行条例 is 713, 政府信息公开条例 is 711. */
const DECREES: readonly { readonly title: string; readonly number: string; readonly spellings: RegExp }[] = [
  { title: '《重大行政决策程序暂行条例》', number: '713', spellings: /第?(?:713|七百一十三|七一三)号/ },
  { title: '《中华人民共和国政府信息公开条例》', number: '711', spellings: /第?(?:711|七百一十一|七一一)号/ },
];

/** Advice about the bases is given where they are written, not again where they are inherited. */
const aboutBases =
  (check: (item: LintedItem) => Finding[]): Lint =>
  (item) =>
    item.row.inherited.has('bases') || item.bases.length === 0 ? [] : check(item);

const basesOrdinals = aboutBases(({ bases, at }) => {
  const ordinals = bases.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== undefined);
  const inOrder = ordinals.every((ordinal, i) => ordinal === i + 1);
  return inOrder ? [] : [lint('bases.ordinals', 'warning', at('bases'), { ordinals: ordinals.join('、') })];
});

const basesWithoutMarks = aboutBases(({ bases, at }) =>
  bases.some(({ unmarked }) => unmarked) ? [lint('bases.noBookMarks', 'warning', at('bases'))] : [],
);

/** Words that begin with an item's number, （三）…, are quoted from an article of a law or regulation. */
const articleMissing = aboutBases(({ bases, at }) =>
  bases.some(
    ({ title, clauses }) => /(?:法|条例|规定|办法)》$/u.test(title) && clauses.some(({ article, text }) => !article && /^[（(]/.test(text)),
  )
    ? [lint('bases.articleMissing', 'warning', at('bases'))]
    : [],
);

const trailingMark = aboutBases(({ row, at }) =>
  /[；;]\s*$/.test(row.values.get('bases')?.text ?? '') ? [lint('bases.trailingMark', 'info', at('bases'))] : [],
);

const decreeNumber = aboutBases(({ bases, at }) =>
  bases.flatMap(({ title, documentNumber }) => {
    const decree = DECREES.find((known) => known.title === title);
    const wrong = decree && documentNumber && /令/.test(documentNumber) && !decree.spellings.test(documentNumber);
    return wrong ? [lint('bases.decreeNumber', 'warning', at('bases'), { title, known: decree.number })] : [];
  }),
);

/** 条例49 sets the dates of the annual report, 条例50 its contents. */
const reportArticle = aboutBases(({ bases, content, at }) => {
  const cited = bases.some(
    ({ title, clauses }) => /政府信息公开条例》$/.test(title) && clauses.some(({ article }) => article === '第四十九条'),
  );
  const contents = content.elements.some((element) => /行政复议|主要问题|主动公开政府信息的情况/.test(element));
  return cited && contents ? [lint('bases.reportArticle', 'warning', at('bases'))] : [];
});

/** 抽查计划 that inherits "7 days after the result": a plan has no result. */
const resultOfAnother: Lint = ({ row, content, at }) => {
  const rule = content.timeLimit?.rule;
  const counted = rule?.kind === 'WORKDAYS_AFTER' && rule.event === 'RESULT_MADE';
  const inherits = row.inherited.has('timeLimit') && !/结果/.test(content.path.at(-1) ?? '');
  return counted && inherits ? [lint('timeLimit.resultOfAnother', 'warning', at('timeLimit'))] : [];
};

const invisible: Lint = ({ row, at }) =>
  [...row.values].some(([key, { text }]) => !row.inherited.has(key) && hasInvisible(text))
    ? [lint('text.invisible', 'warning', { ...at('bases'), column: null })]
    : [];

/** Every advice about one item, in a fixed order. */
export const LINTS: readonly Lint[] = [
  basesOrdinals,
  basesWithoutMarks,
  articleMissing,
  trailingMark,
  decreeNumber,
  reportArticle,
  resultOfAnother,
  invisible,
];
