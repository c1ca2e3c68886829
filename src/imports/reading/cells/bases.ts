import type { Clause } from '../../../content/index.js';
import { lines, oneLine } from './wording.js';
import { splitSegments } from './segments.js';

/** One basis as its cell names it: title with its 《》 as written, number, and the articles or words cited from it. */
export interface ReadBasis {
  readonly ordinal?: number;
  readonly title: string;
  readonly documentNumber?: string;
  readonly clauses: readonly Clause[];
  /** 《》 are missing around the title. */
  readonly unmarked?: boolean;
}

const NUMBER = '[一二三四五六七八九十百千零〇两\\d]+';
/** 第二十条, 第七条之一, 第二十条第（三）项. */
export const ARTICLE = new RegExp(`第${NUMBER}条(?:之${NUMBER})?(?:第${NUMBER}款)?(?:第[（(]?${NUMBER}[)）]?项)?`, 'gu');
const DOCUMENT_NUMBER =
  /[（(]\s*([^（）()]{1,30}?(?:[〔[［（(]\d{4}[〕\]］)）]\s*第?\s*\d+\s*号|令\s*第?[一二三四五六七八九十百千零〇\d]+号))\s*[)）]/u;
const QUOTATION = /[“"]([^“”"]+)[”"]/gu;

/** Reads 公开依据: ordinals with or without separators, 〈〉 nested in 《》, titles without 《》, numbers, articles, quotations. */
export function readBases(text: string): ReadBasis[] {
  return splitSegments(lines(text).join('\n')).map(({ ordinal, text: segment }) => {
    const { title, rest, unmarked } = splitTitle(oneLine(segment));
    const documentNumber = DOCUMENT_NUMBER.exec(rest)?.[1]?.replace(/\s/g, '');
    return {
      ...(ordinal === undefined ? {} : { ordinal }),
      title,
      ...(documentNumber ? { documentNumber } : {}),
      clauses: readCitations(rest.replace(DOCUMENT_NUMBER, '')),
      ...(unmarked ? { unmarked: true } : {}),
    };
  });
}

/** The first 《…》 with everything nested in it; else what stands before the number or the first article. */
function splitTitle(text: string): { title: string; rest: string; unmarked: boolean } {
  const start = text.indexOf('《');
  if (start >= 0) {
    let depth = 0;
    for (let i = start; i < text.length; i += 1) {
      if (text[i] === '《') depth += 1;
      else if (text[i] === '》' && (depth -= 1) === 0) return { title: text.slice(start, i + 1), rest: text.slice(i + 1), unmarked: false };
    }
  }
  const number = DOCUMENT_NUMBER.exec(text)?.index ?? text.length;
  const article = text.search(new RegExp(ARTICLE.source, 'u'));
  const end = article > 0 ? Math.min(number, article) : number;
  return { title: text.slice(0, end).trim(), rest: text.slice(end), unmarked: true };
}

/** Articles and quoted words after a title: 第二十条“（五）…” is one clause, an article alone is one without words. */
function readCitations(rest: string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  const articlesIn = (between: string): string[] => [...between.matchAll(ARTICLE)].map(([article]) => article);
  for (const quotation of rest.matchAll(QUOTATION)) {
    const articles = articlesIn(rest.slice(at, quotation.index));
    const last = articles.pop();
    for (const article of articles) clauses.push({ article, text: '' });
    const words = quotation[1]!.trim();
    if (last || words) clauses.push({ ...(last ? { article: last } : {}), text: words });
    at = quotation.index + quotation[0].length;
  }
  for (const article of articlesIn(rest.slice(at))) clauses.push({ article, text: '' });
  return clauses;
}
