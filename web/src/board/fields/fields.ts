import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import type { MatrixData } from '../../shared/chart/data';
import { t as board } from '../messages';
import { pageOf } from '../progress';
import { t } from './messages';

export type Coverage = components['schemas']['CoverageView'];
export type CoverageRow = components['schemas']['CoverageRow'];
export type CoveredItem = components['schemas']['CoveredItemView'];
type FieldCount = components['schemas']['FieldCountView'];

/** What a column is when it is none of the fields. */
const BESIDE = ['other', 'none'];
export const fieldsOf = ({ fields }: Pick<Coverage, 'fields'>): number => fields.filter(({ code }) => !BESIDE.includes(code)).length;

/** @throws Problem, Unreachable */
export function readCoverage(query: Record<string, string>): Promise<Coverage> {
  return answerOf(api.GET('/api/progress/coverage', { params: { query: query as never } }));
}

/** @throws Problem, Unreachable */
export function readItems(query: Record<string, string>): Promise<components['schemas']['CoveredItemPage']> {
  return answerOf(api.GET('/api/progress/coverage/items', { params: { query: query as never } }));
}

const markOf = (counts: readonly FieldCount[], field: string) => {
  const found = counts.find((one) => one.field === field);
  return { value: found?.count ?? 0, ...(found && found.count > 0 && { href: pageOf(found.href) }) };
};

/** Body × field, and above them all the territory as a whole. */
export function fieldMatrix({ fields, total }: Pick<Coverage, 'fields' | 'total'>, rows: readonly CoverageRow[]): MatrixData {
  const bodies = rows.map(({ organization: { id, name }, pilot, counts }) => ({
    key: id,
    name: pilot ? t('pilot', { name }) : name,
    counts,
  }));
  const all = [...(total ? [{ key: 'total', name: board('total'), counts: total.counts }] : []), ...bodies];
  return {
    kind: 'matrix',
    head: t('organization'),
    rows: all.map(({ key, name }) => ({ key, name })),
    columns: fields.map(({ code, name }) => ({ key: code, name })),
    cells: all.map(({ counts }) => fields.map(({ code }) => markOf(counts, code))),
    steps: [
      { from: 0, name: t('steps.none'), tone: 'none' },
      { from: 1, name: t('steps.few'), tone: 'step2' },
      { from: 10, name: t('steps.some'), tone: 'step3' },
      { from: 50, name: t('steps.many'), tone: 'step5' },
    ],
  };
}
