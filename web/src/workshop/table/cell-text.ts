import { audiences, categories, channels, effectLevels, methods, phases, publicityLevels } from '../codes';
import type { Basis, ItemContent } from '../content';
import { levelOf, type ColumnKey } from './columns';

export interface TextRules {
  /** The form has a column of its own for the clauses. */
  readonly clausesApart: boolean;
}

/**
 * What a cell of the official form says, one line per entry: the table shows it, and the clipboard carries it. Always in the form's own
 * words, so that what is copied can be read again.
 */
export function cellText(key: ColumnKey, content: ItemContent, number: string, rules: TextRules): string {
  const level = levelOf(key);
  if (level >= 0) return content.path[level] ?? '';
  switch (key) {
    case 'ordinal':
      return number;
    case 'elements':
      return elementsText(content.elements);
    case 'bases':
      return numbered(content.bases.map((basis) => basisText(basis, rules)));
    case 'clauses':
      return clausesText(content.bases);
    case 'effectLevel':
      return numbered(
        content.bases.map((basis) => (basis.effectLevel ? basis.effectLevel.raw || effectLevels.official(basis.effectLevel.code) : '')),
      );
    case 'timeLimit':
      return content.timeLimit?.text ?? '';
    case 'disclosingBodies':
      return content.disclosingBodies.map((body) => (body.lead ? `${body.text}（牵头）` : body.text)).join('\n');
    case 'category':
      return content.category ? categories.official(content.category) : '';
    case 'channels':
      return content.channels.map(({ code, note }) => `■${channels.official(code)}${note ? `：${note}` : ''}`).join('\n');
    case 'audiencePublic':
      return content.audience?.kind === 'PUBLIC' ? '√' : '';
    case 'audienceSpecific':
      return content.audience?.kind === 'SPECIFIC' ? ['√', (content.audience.groups ?? []).join('、')].filter(Boolean).join(' ') : '';
    case 'method':
      return content.method ? methods.official(content.method) : '';
    case 'publicityLevels':
      return (content.publicityLevels ?? []).map(publicityLevels.official).join('、');
    case 'phases':
      return (content.phases ?? []).map(phases.official).join('、');
    case 'field':
      return content.field ?? '';
    case 'responsibleOffice':
      return content.responsibleOffice ?? '';
    case 'duty':
      return content.duty ?? '';
    default:
      return audiences.official(key);
  }
}

/** One element as it is; several, or one of several lines, with the form's ● before each. */
function elementsText(elements: readonly string[]): string {
  const marked = elements.length > 1 || elements.some((element) => element.includes('\n'));
  return elements.map((element) => (marked ? `●${element}` : element)).join('\n');
}

function basisText({ title, documentNumber, clauses }: Basis, rules: TextRules): string {
  const head = `${title}${documentNumber ? `（${documentNumber}）` : ''}`;
  if (rules.clausesApart) return head;
  return head + clauses.map(({ article = '', text }) => (text ? `${article}“${text}”` : article)).join('、');
}

/** Under its basis where there are several; a basis without clauses is not named. */
function clausesText(bases: readonly Basis[]): string {
  const several = bases.length > 1;
  return bases
    .flatMap(({ title, clauses }, i) => {
      if (clauses.length === 0) return [];
      const lines = clauses.map(({ article, text }) => [article, text].filter(Boolean).join('　'));
      return several ? [`${i + 1}.${title}`, ...lines] : lines;
    })
    .join('\n');
}

function numbered(texts: readonly string[]): string {
  if (texts.length < 2) return texts[0] ?? '';
  return texts.flatMap((text, i) => (text ? [`${i + 1}.${text}`] : [])).join('\n');
}
