import type { Clause } from '../../../content/index.js';
import { ARTICLE } from './bases.js';
import { comparable, lines } from './wording.js';

/** Clauses under one heading (1.《…》) of 条款内容; without any heading, under none. */
export interface ClauseGroup {
  readonly ordinal?: number;
  readonly title?: string;
  readonly clauses: readonly Clause[];
}

const HEADING = /^(?:(\d{1,2})\s*[.．、])?\s*(《.+》)\s*[：:]?$/u;
const BEGINS_ARTICLE = new RegExp(`^(${ARTICLE.source})[\\s：:]*`, 'u');

/** Reads 条款内容: a heading names the basis, 第…条 at the start of a line begins a clause, other lines go on. */
export function readClauses(text: string): ClauseGroup[] {
  const groups: { ordinal?: number; title?: string; clauses: { article?: string; text: string }[] }[] = [];
  for (const line of lines(text)) {
    const heading = HEADING.exec(line);
    if (heading) {
      groups.push({ ...(heading[1] ? { ordinal: Number(heading[1]) } : {}), title: heading[2]!, clauses: [] });
      continue;
    }
    if (groups.length === 0) groups.push({ clauses: [] });
    const { clauses } = groups.at(-1)!;
    const article = BEGINS_ARTICLE.exec(line);
    const last = clauses.at(-1);
    if (article) clauses.push({ article: article[1]!, text: line.slice(article[0].length) });
    else if (last) last.text = last.text ? `${last.text}\n${line}` : line;
    else clauses.push({ text: line });
  }
  return groups;
}

/**
 * Which basis each group belongs to: by title, else by ordinal, else, for a cell without headings, the only basis.
 * @returns the clauses of each basis, and whether some group found no basis (it then stands with the first one)
 */
export function alignClauses(
  groups: readonly ClauseGroup[],
  bases: readonly { readonly ordinal?: number; readonly title: string }[],
): { readonly clauses: readonly (readonly Clause[])[]; readonly unaligned: boolean } {
  const clauses: Clause[][] = bases.map(() => []);
  let unaligned = false;
  for (const group of groups) {
    const byTitle = bases.findIndex(({ title }) => group.title !== undefined && comparable(title) === comparable(group.title));
    const byOrdinal = group.ordinal === undefined ? -1 : bases.findIndex(({ ordinal }) => ordinal === group.ordinal);
    const only = bases.length === 1 && !group.title ? 0 : -1;
    const index = [byTitle, byOrdinal, only].find((candidate) => candidate >= 0);
    if (index === undefined) unaligned = true;
    clauses[index ?? 0]?.push(...group.clauses);
  }
  return { clauses, unaligned };
}
