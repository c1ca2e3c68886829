import type { Basis, Clause } from '../../content/index.js';

/** A basis as an export may hold it: the public projection leaves parts of it out. */
export type WrittenBasis = Partial<Basis>;

/**
 * 公开依据 as the forms write it: 1.《…》（国办发〔2022〕8号）第二十条“…”. The clauses stand here only where the form has no column of their
 * own, as quotations on one line; double quotation marks inside them become single ones.
 */
export function basesText(bases: readonly WrittenBasis[], withClauses: boolean): string {
  return numbered(
    bases.map(({ title = '', documentNumber, clauses = [] }) => {
      const number = documentNumber ? `（${documentNumber}）` : '';
      return `${title}${number}${withClauses ? citations(clauses) : ''}`;
    }),
  );
}

/** 条款内容: the clauses under the title of their basis. */
export function clausesText(bases: readonly WrittenBasis[]): string {
  const several = bases.length > 1;
  return bases
    .flatMap(({ title = '', clauses = [] }, i) => {
      if (clauses.length === 0) return [];
      const marked = title.startsWith('《');
      // A heading is known by its marks; a single basis needs none.
      const heading = several ? [`${i + 1}.${marked ? title : `《${title}》`}`] : marked ? [title] : [];
      return [...heading, ...clauses.map(clauseText)];
    })
    .join('\n');
}

/** 依据效力位阶, each with the ordinal of its basis. */
export function effectLevelText(bases: readonly WrittenBasis[]): string {
  if (bases.length <= 1) return bases[0]?.effectLevel?.raw ?? '';
  return bases.flatMap(({ effectLevel }, i) => (effectLevel ? [`${i + 1}.${effectLevel.raw}`] : [])).join('\n');
}

function clauseText({ article, text }: Clause): string {
  return [article, text].filter(Boolean).join(' ');
}

function citations(clauses: readonly Clause[]): string {
  return clauses
    .map(({ article = '', text }, i) => {
      const apart = i > 0 && article && !clauses[i - 1]!.text ? '、' : '';
      return `${apart}${article}${text ? `“${quoted(text)}”` : ''}`;
    })
    .join('');
}

function quoted(text: string): string {
  const marks = text.replaceAll('\n', '').replaceAll('“', '‘').replaceAll('”', '’');
  return marks
    .split('"')
    .map((piece, i) => (i === 0 ? piece : `${i % 2 ? '‘' : '’'}${piece}`))
    .join('');
}

function numbered(texts: readonly string[]): string {
  return texts.length > 1 ? texts.map((text, i) => `${i + 1}.${text}`).join('\n') : (texts[0] ?? '');
}
