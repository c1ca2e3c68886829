import type { Basis, Clause, ItemContent } from '../content';
import type { Read } from './cell-read';

const N = '[一二三四五六七八九十百千零〇两\\d]+';
const ARTICLE = new RegExp(`第${N}条(?:之${N})?(?:第${N}款)?(?:第[（(]?${N}[)）]?项)?`, 'g');
const NUMBER = /^\s*[（(]([^（）()]{1,40}?(?:〔\d{4}〕|\[\d{4}\]|令)?[^（）()]{0,20}号)[)）]/;
const ORDINAL = /^\s*(\d{1,2})\s*[.．、]\s*/;

/** 公开依据: one basis for each numbered line, or each 《…》 at the start of a line; a basis that stands keeps its level and clauses. */
export function readBases(content: ItemContent, text: string, withClauses: boolean): Read {
  if (text === '') return { content: { ...content, bases: [] } };
  const bases: Basis[] = [];
  for (const segment of segmentsOf(text)) {
    const read = readBasis(segment, withClauses);
    if (!read) return { refused: 'basisUnread', word: segment.slice(0, 30) };
    const standing = content.bases.find((basis) => basis.title === read.title);
    bases.push({
      ...read,
      ...(standing?.effectLevel && { effectLevel: standing.effectLevel }),
      clauses: withClauses && read.clauses.length > 0 ? read.clauses : (standing?.clauses ?? read.clauses),
    });
  }
  return { content: { ...content, bases } };
}

/** Lines that begin a basis; other lines go on. */
function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  for (const line of text.split('\n').flatMap((one) => one.split(/(?<=[；;”》])\s*(?=\d{1,2}\s*[.．、]\s*《)/))) {
    const begins = ORDINAL.test(line) || /^\s*《/.test(line) || segments.length === 0;
    if (begins) segments.push(line.replace(ORDINAL, '').trim());
    else segments[segments.length - 1] += line.trim();
  }
  return segments.map((segment) => segment.replace(/[；;，,、\s]+$/, '')).filter((segment) => segment !== '');
}

function readBasis(segment: string, withClauses: boolean): Basis | null {
  const title = titleOf(segment);
  if (!title) return null;
  let rest = segment.slice(title.length);
  const number = NUMBER.exec(rest);
  if (number) rest = rest.slice(number[0].length);
  const clauses = readCitations(rest);
  if (!withClauses && clauses.length === 0 && rest.trim() !== '') return null;
  return { title, ...(number && { documentNumber: number[1]!.trim() }), clauses };
}

/** The first 《…》 with everything nested in it; without one, what stands before the number or the first article. */
function titleOf(text: string): string {
  if (!text.startsWith('《')) return /^[^（(第]*/.exec(text)![0].trim();
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '《') depth += 1;
    else if (text[i] === '》' && (depth -= 1) === 0) return text.slice(0, i + 1);
  }
  return text;
}

/** 第二十条“（五）…”、第八条: articles with the words quoted after them. */
function readCitations(text: string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  const articlesIn = (part: string): string[] => part.match(ARTICLE) ?? [];
  for (const quotation of text.matchAll(/[“"]([^“”"]+)[”"]/g)) {
    const articles = articlesIn(text.slice(at, quotation.index));
    const last = articles.pop();
    clauses.push(...articles.map((article) => ({ article, text: '' })), { ...(last && { article: last }), text: quotation[1]!.trim() });
    at = quotation.index + quotation[0].length;
  }
  clauses.push(...articlesIn(text.slice(at)).map((article) => ({ article, text: '' })));
  return clauses;
}

const HEADING = /^(?:(\d{1,2})\s*[.．、])?\s*(《.+》)\s*[：:]?$/;
const BEGINS = new RegExp(`^(${ARTICLE.source})[\\s：:]*`);

/** 条款内容: under the heading of its basis; without headings, of the only basis. */
export function readClauses(content: ItemContent, text: string): Read {
  const clauses: Clause[][] = content.bases.map(() => []);
  let current = content.bases.length === 1 ? 0 : -1;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const heading = HEADING.exec(line);
    if (heading) {
      const byTitle = content.bases.findIndex((basis) => basis.title === heading[2]);
      current = byTitle >= 0 ? byTitle : Number(heading[1] ?? 0) - 1;
      if (!clauses[current]) return { refused: 'clauseUnaligned', word: line.slice(0, 30) };
      continue;
    }
    const list = clauses[current];
    if (!list) return { refused: 'clauseUnaligned', word: line.slice(0, 30) };
    const article = BEGINS.exec(line);
    const last = list[list.length - 1];
    if (article) list.push({ article: article[1]!, text: line.slice(article[0].length) });
    else if (last) list[list.length - 1] = { ...last, text: last.text ? `${last.text}\n${line}` : line };
    else list.push({ text: line });
  }
  return { content: { ...content, bases: content.bases.map((basis, i) => ({ ...basis, clauses: clauses[i] ?? [] })) } };
}
