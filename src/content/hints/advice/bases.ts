import type { Basis } from '../../item-content.js';
import type { Advisor } from '../hint.js';
import { bareTitle, hasArticles } from '../basis-title.js';

const ARTICLE = /第[一二三四五六七八九十百零〇\d]{1,8}条/;

export const articleMissing: Advisor = {
  code: 'bases.articleMissing',
  message: { zh: '公开依据为法律法规，未注明第几条', en: 'The basis is a law or regulation, but no article is named' },
  advise: ({ bases }) =>
    eachBasis(
      bases,
      (basis) =>
        hasArticles(basis) &&
        !ARTICLE.test(basis.title) &&
        !basis.clauses.some(({ article, text }) => ARTICLE.test(article ?? '') || ARTICLE.test(text.slice(0, 40))),
    ),
};

export const titleUnquoted: Advisor = {
  code: 'bases.titleUnquoted',
  message: { zh: '公开依据名称未加书名号《》', en: 'The title of the basis lacks its 《》' },
  advise: ({ bases }) => eachBasis(bases, (basis) => basis.title !== '' && !basis.title.includes('《')),
};

export const duplicateBasis: Advisor = {
  code: 'bases.duplicate',
  message: { zh: '同一公开依据重复列出', en: 'The same basis stands twice' },
  advise: ({ bases }) => {
    const key = (basis: Basis): string => `${bareTitle(basis.title)}\n${basis.documentNumber ?? ''}`;
    const first = new Map<string, number>();
    bases.forEach((basis, i) => first.has(key(basis)) || first.set(key(basis), i));
    return bases.flatMap((basis, i) => (basis.title !== '' && first.get(key(basis)) !== i ? [whole(basis, i)] : []));
  },
};

/** Two bases numbered 2., or one of them left out in between: levels and clauses are matched by these numbers. */
export const ordinalRepeated: Advisor = {
  code: 'bases.ordinalRepeated',
  message: { zh: '公开依据编号重复', en: 'Two bases have the same number' },
  advise: ({ bases }) => {
    const seen = new Set<string>();
    return bases.flatMap((basis, i) => {
      const ordinal = /^\s*(\d{1,2})\s*[.．、]/.exec(basis.title)?.[1];
      if (ordinal === undefined) return [];
      if (seen.has(ordinal)) return [whole(basis, i)];
      seen.add(ordinal);
      return [];
    });
  },
};

/** Seen in live catalogues: 国务院令第七十三号. The decree is No. 713 (2019). */
export const decreeNumber: Advisor = {
  code: 'bases.decreeNumber',
  message: {
    zh: '《重大行政决策程序暂行条例》应为国务院令第713号',
    en: 'The regulation on major administrative decisions is State Council Decree No. 713',
  },
  advise: ({ bases }) =>
    bases.flatMap((basis, i) => {
      if (!basis.title.includes('重大行政决策程序暂行条例')) return [];
      return (['title', 'documentNumber'] as const).flatMap((part) => {
        const match = /(?:国务院)?令第?(?:七十三|73)号/.exec(basis[part] ?? '');
        return match
          ? [{ field: `bases[${i}].${part}`, start: match.index, end: match.index + match[0].length, suggestion: '国务院令第713号' }]
          : [];
      });
    }),
};

/** 条例49 sets the dates of the annual report, 条例50 its contents. */
export const annualReportArticle: Advisor = {
  code: 'bases.annualReportArticle',
  message: {
    zh: '年度报告的内容见《政府信息公开条例》第五十条；第四十九条规定的是公布期限',
    en: 'Article 50 says what the annual report contains; article 49 sets its dates',
  },
  advise: ({ path, elements, bases }) => {
    const isAboutContents = path.some((level) => /年报|年度报告/.test(level)) && elements.some((element) => element.includes('情况'));
    if (!isAboutContents) return [];
    return bases.flatMap((basis, i) =>
      bareTitle(basis.title).endsWith('政府信息公开条例') && !basis.clauses.some((clause) => clause.article?.startsWith('第五十条'))
        ? basis.clauses.flatMap((clause, j) =>
            clause.article?.startsWith('第四十九条')
              ? [{ field: `bases[${i}].clauses[${j}].article`, start: 0, end: 5, suggestion: '第五十条' }]
              : [],
          )
        : [],
    );
  },
};

function eachBasis(bases: readonly Basis[], isWrong: (basis: Basis) => boolean) {
  return bases.flatMap((basis, i) => (isWrong(basis) ? [whole(basis, i)] : []));
}

function whole(basis: Basis, i: number) {
  return { field: `bases[${i}].title`, start: 0, end: basis.title.length };
}
