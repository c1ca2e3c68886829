import { ROLE_LABELS, type RoleName } from '../../access/index.js';
import { day, listTable, moment, type Sheet } from '../../exports/index.js';
import { fill } from '../../platform/problems/index.js';
import { STAGES, type ObligationsQuery, type Timing } from '../progress.dto.js';
import type { CellsView, ObligationPage, ObligationRow, ProgressView } from '../progress.views.js';
import { PAPER, STAGE_NAMES, TIMING_NAMES } from './wording.js';

/** Which of the numbers stand beside the stages. */
const TIMINGS = ['done', 'onTime', 'late', 'overdue', 'dueSoon'] as const satisfies readonly Timing[];

/** What was asked for, as it is said above a table. */
export interface Asked extends Pick<ObligationsQuery, 'at' | 'own' | 'stage' | 'timing' | 'q'> {
  readonly task: ObligationPage['task'];
}

/** The board's table: the region's own bodies, its children, and the sum of both, as they stand on the page. */
export function boardSheet(progress: ProgressView, asked: Asked): Sheet {
  const { region, own, children, total } = progress;
  const rows = [
    ...(own.bodies.count ? [rowOf(fill(PAPER.own, { region: region.name }), own)] : []),
    ...children.map((child) => rowOf(child.region.name, child.cells)),
    rowOf(PAPER.total, total),
  ];
  const columns = [
    ['地区', 14],
    ['应完成单位', 6, true],
    ...TIMINGS.map((timing) => [TIMING_NAMES[timing], 6, true] as const),
    ['最近期限', 10, true],
    ['剩余工作日', 6, true],
    ...STAGES.map((stage) => [STAGE_NAMES[stage], 6, true] as const),
  ] as const;
  return {
    name: PAPER.boardSheet,
    heading: { title: fill(PAPER.title, { region: region.name }), lines: linesOf(progress, asked) },
    table: listTable(columns, rows),
  };
}

function rowOf(name: string, cells: CellsView): string[] {
  return [
    name,
    String(cells.bodies.count),
    ...TIMINGS.map((timing) => String(cells[timing].count)),
    cells.nextDue ? day(cells.nextDue) + (cells.provisional ? PAPER.provisional : '') : PAPER.none,
    cells.workingDaysLeft === null ? PAPER.none : String(cells.workingDaysLeft),
    ...cells.stages.map(({ count }) => String(count)),
  ];
}

/** The bodies behind the numbers, one row for what each owes. */
export function listSheet(list: ObligationPage, progress: Pick<ProgressView, 'asOf'>, asked: Asked): Sheet {
  const columns = [
    ['地区', 8],
    ['单位', 14],
    ['进展', 7, true],
    ['承办', 10],
    ['期限', 9, true],
    ['剩余工作日', 5, true],
    ['完成日期', 9, true],
    ['按期', 4, true],
    ['任务文号', 12],
    ['任务名称', 16],
  ] as const;
  const { region, items, total } = list;
  const filters = [
    asked.own && fill(PAPER.onlyOwn, { region: region.name }),
    asked.stage && STAGE_NAMES[asked.stage],
    asked.timing && TIMING_NAMES[asked.timing],
    asked.q && fill(PAPER.named, { words: asked.q }),
  ].filter(Boolean);
  const lines = [
    ...linesOf(progress, asked),
    [...(filters.length ? [fill(PAPER.filters, { filters: filters.join('，') })] : []), fill(PAPER.count, { count: total })].join('　　'),
  ];
  return {
    name: PAPER.listSheet,
    heading: { title: fill(PAPER.listTitle, { region: region.name }), lines },
    table: listTable(columns, items.map(bodyRow)),
  };
}

function bodyRow(row: ObligationRow): string[] {
  const exempt = row.stage === 'exempted';
  return [
    row.region.name,
    row.organization.name,
    STAGE_NAMES[row.stage],
    holderOf(row),
    exempt ? PAPER.none : day(row.dueOn) + (row.provisional ? PAPER.provisional : ''),
    row.workingDaysLeft === null ? PAPER.none : String(row.workingDaysLeft),
    row.doneOn ? day(row.doneOn) : PAPER.none,
    row.onTime === null ? PAPER.none : row.onTime ? PAPER.yes : PAPER.no,
    row.task.number,
    row.task.title,
  ];
}

function holderOf({ holder }: ObligationRow): string {
  if (!holder) return PAPER.none;
  if (holder.role === 'system') return PAPER.clock;
  const role = ROLE_LABELS[holder.role as RoleName].zh;
  return holder.people.length ? `${role}：${holder.people.join('、')}` : role + PAPER.nobody;
}

function linesOf({ asOf }: Pick<ProgressView, 'asOf'>, { task, at }: Asked): string[] {
  return [
    task ? fill(PAPER.task, { task: [task.number, task.title].filter(Boolean).join(' ') }) : PAPER.allTasks,
    fill(at === undefined ? PAPER.asOf : PAPER.past, { time: moment(new Date(asOf)) }),
  ];
}
