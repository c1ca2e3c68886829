import { fieldName } from '../i18n/terms';
import { stepsOf } from './fields';
import { t } from './messages';

type Part = 'title' | 'documentNumber' | 'article' | 'text';
const PARTS: readonly string[] = ['title', 'documentNumber', 'article', 'text'];

/** `elements[1]` as people say it: 公开内容（要素） 第 2 条. */
export function fieldLabel(field: string): string {
  const [top, first, second, third, fourth] = stepsOf(field);
  const name = fieldName(String(top));
  if (typeof first !== 'number') return name;
  const number = first + 1;
  if (top === 'path') return `${name} ${t('levelOf', { number })}`;
  if (top !== 'bases') return `${name} ${t('entry', { number })}`;
  const basis = t('basis', { number });
  const part = (step: unknown): string => (PARTS.includes(String(step)) ? t(step as Part) : '');
  if (second === 'clauses') {
    return [basis, typeof third === 'number' ? t('clause', { number: third + 1 }) : '', part(fourth)].filter(Boolean).join(' ');
  }
  if (second === 'effectLevel') return `${basis} ${t('level')}`;
  return [basis, part(second)].filter(Boolean).join(' ');
}
