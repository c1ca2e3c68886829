import type { Category } from '../../content/index.js';
import type { Block } from '../writing/paper.js';
import { DIMENSION_NAMES, LEVEL_NAMES } from '../messages.js';
import { formRow, listTable } from './cells.js';
import type { Standing } from './standing.js';
import { moment, say, signerName } from './words.js';

/** The dimensions as they were rated, the level and the measures; or that nobody did it yet, or nobody has to. */
export function riskTables({ acceptance, conclusion }: Standing, category: Category | null): Block[] {
  if (!acceptance) {
    const needless = category === 'STATUTORY' && conclusion?.type === 'clear' && !conclusion.assess;
    return [{ kind: 'line', text: say(needless ? 'notNeeded' : 'pending') }];
  }
  const rated = ratings(acceptance.words?.dimensions);
  const measures = acceptance.words?.measures ?? [];
  const columns = [
    [say('form.dimension'), 26],
    [say('form.likelihood'), 10, true],
    [say('form.impact'), 10, true],
  ] as const;
  return [
    ...(rated.length > 0 ? [{ kind: 'table', table: listTable(columns, rated) } as const] : []),
    {
      kind: 'table',
      table: {
        widths: [8, 38],
        headerRows: 0,
        rows: [
          formRow(
            [say('form.level'), 1, 'label'],
            [`${LEVEL_NAMES[acceptance.level!]}（${signerName(acceptance)}，${moment(acceptance.at)}）`, 1],
          ),
          formRow([say('form.measures'), 1, 'label'], [[measures].flat().join('\n') || say('blank'), 1]),
        ],
      },
    },
  ];
}

/** Dimension → {likelihood, impact}, "none", or whatever else was written; a list names its dimensions itself. */
function ratings(dimensions: unknown): string[][] {
  if (typeof dimensions !== 'object' || dimensions === null) return [];
  const entries: [string, unknown][] = Array.isArray(dimensions)
    ? dimensions.map((one: unknown, i) => [named(one) ?? String(i + 1), one])
    : Object.entries(dimensions);
  const known = Object.keys(DIMENSION_NAMES);
  entries.sort(([a], [b]) => (known.indexOf(a) + 1 || Infinity) - (known.indexOf(b) + 1 || Infinity) || 0);
  return entries.map(([name, rating]) => [DIMENSION_NAMES[name] ?? name, ...scores(rating)]);
}

function named(rating: unknown): string | undefined {
  const { dimension, name, code } = Object(rating) as Record<string, unknown>;
  return [dimension, name, code].find((one) => typeof one === 'string');
}

function scores(rating: unknown): [string, string] {
  if (rating === 'none') return [say('none'), say('none')];
  if (typeof rating !== 'object' || rating === null) return [String(rating), ''];
  const { likelihood, impact } = rating as Record<string, unknown>;
  return [scalar(likelihood), scalar(impact)];
}

const scalar = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : say('blank'));
