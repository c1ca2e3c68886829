import { day, listTable, type Block, type Paper } from '../exports/index.js';
import { fill } from '../platform/problems/index.js';
import { PAPER } from './messages.js';
import { dayOf, periodWords } from './period.js';
import type { FigureView, ReportContentView, ReportView } from './report.views.js';

type Written = ReportView & { readonly content: ReportContentView };

/** 增减: how a number differs from the one of the period before. */
export function changeOf({ value, before }: Pick<FigureView, 'value' | 'before'>): string {
  if (before === undefined) return PAPER.none;
  if (value === before) return PAPER.same;
  return value > before ? `+${value - before}` : `−${before - value}`;
}

/** The report as it is handed upward: title, addressee, the sections, who signs and when; the numbers as a table behind. */
export function reportPaper({ title, addressee, author, deadline, content }: Written, today: string): Paper {
  const { asOf, before, sections } = content;
  const figures = sections.flatMap((section) => section.figures);
  const from = before.from === 'report' ? PAPER.fromReport : PAPER.fromLog;
  const rows = figures.map((figure) => [
    figure.label,
    figure.unit,
    String(figure.value),
    figure.before === undefined ? PAPER.none : String(figure.before),
    changeOf(figure),
  ]);
  const columns = [
    [PAPER.label, 20],
    [PAPER.unit, 6, true],
    [PAPER.value, 8, true],
    [PAPER.was, 8, true],
    [PAPER.change, 8, true],
  ] as const;
  return {
    title,
    landscape: false,
    letter: true,
    blocks: [
      { kind: 'addressee', text: fill(PAPER.addressee, { office: addressee }) },
      ...sections.flatMap(({ heading, text }): Block[] => [{ kind: 'heading', text: heading }, ...paragraphs(text)]),
      { kind: 'signature', text: author },
      { kind: 'signature', text: day(deadline.doneOn ?? today) },
      ...(figures.length > 0
        ? ([
            { kind: 'part', text: fill(PAPER.figures, { day: day(dayOf(asOf)) }) },
            { kind: 'table', table: listTable(columns, rows) },
            { kind: 'note', text: fill(PAPER.before, { period: periodWords(before.period), day: day(dayOf(before.asOf)), from }) },
          ] as const)
        : []),
    ],
  };
}

function paragraphs(text: string): Block[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.length > 0 ? lines : [PAPER.empty]).map((line) => ({ kind: 'body', text: line }));
}
