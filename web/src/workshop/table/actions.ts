import { ref, shallowRef, type Ref } from 'vue';
import type { ItemContent } from '../content';
import { newContent } from '../content';
import { withCell } from './cell-read';
import { cellText } from './cell-text';
import { readClipboard, toHtml, toTsv, type Cells } from './clipboard';
import type { TableColumn } from './columns';
import { t } from './messages';
import type { Moves } from './moves';
import { planPaste, type PastePlan, type RefusedCell } from './paste';
import type { Row } from './rows';
import type { FormRules } from './rules';
import type { Rectangle } from './selection';
import type { Workshop } from './workshop';

/** Rows that a paste has and the table has not, waiting for a yes or no. */
export interface Beyond {
  readonly cells: Cells;
  readonly left: number;
}

interface Table {
  readonly workshop: Workshop;
  readonly moves: Moves;
  readonly rows: Ref<readonly Row[]>;
  readonly columns: Ref<readonly TableColumn[]>;
  readonly rules: Ref<FormRules>;
  readonly clausesApart: Ref<boolean>;
}

/** What keys and clipboard do to the cells of the table. */
export function tableActions({ workshop, moves, rows, columns, rules, clausesApart }: Table) {
  const refused = shallowRef<readonly RefusedCell[]>([]);
  const beyond = shallowRef<Beyond | null>(null);
  const busy = ref(false);

  function plan(cells: Cells, into: Rectangle): PastePlan {
    const targets = rows.value.map((row) => ({ id: row.id, number: row.number, content: row.content ?? newContent([]) }));
    return planPaste(cells, into, targets, columns.value, rules.value, workshop.writable);
  }

  function carryOut(plan: PastePlan, label: string): void {
    workshop.edit(plan.changes, label);
    if (plan.numbers.length > 0) {
      if (workshop.structural.value) void moves.tried(moves.renumber(plan.numbers));
      else
        refuse(
          plan.numbers.map(({ id, after }) => ({
            row: rows.value.findIndex((row) => row.id === id),
            column: columns.value[0]!,
            text: after,
            why: 'readOnly',
          })),
        );
    }
  }

  function refuse(cells: readonly RefusedCell[]): void {
    refused.value = [...refused.value, ...cells];
  }

  /** A text typed into a cell; a merged cell speaks for all its rows. */
  function type(ids: readonly string[], column: TableColumn, text: string): void {
    refused.value = [];
    for (const id of ids) workshop.type(id, null);
    if (column.key === 'ordinal') {
      const numbers = ids.map((id) => ({ id, before: workshop.rowOf.value.get(id)?.number ?? '', after: text.trim().slice(0, 50) }));
      const real = numbers.filter(({ before, after }) => before !== after);
      if (real.length > 0) void moves.tried(moves.renumber(real));
      return;
    }
    const changes: { id: string; after: ItemContent }[] = [];
    for (const id of ids) {
      const content = workshop.contentOf(id);
      if (!content) continue;
      const read = withCell(content, column.key, text, rules.value);
      if ('content' in read) changes.push({ id, after: read.content });
      else
        refuse([
          { row: rows.value.findIndex((row) => row.id === id), column, text, why: read.refused, ...(read.word && { word: read.word }) },
        ]);
    }
    workshop.edit(
      changes,
      ids.length > 1 ? t('undoTypeMany', { count: ids.length, column: column.header }) : t('undoType', { column: column.header }),
    );
  }

  /** What stands in an open cell so far: kept against a crash, nothing more. */
  function typing(ids: readonly string[], column: TableColumn, text: string | null): void {
    for (const id of ids) {
      const content = workshop.contentOf(id);
      const read = content && text !== null && column.key !== 'ordinal' ? withCell(content, column.key, text, rules.value) : null;
      workshop.type(id, read && 'content' in read ? read.content : null);
    }
  }

  function clear(into: Rectangle): void {
    const width = into.right - into.left + 1;
    const blank = Array.from({ length: into.bottom - into.top + 1 }, () => Array<string>(width).fill(''));
    const planned = plan(blank, into);
    refused.value = planned.refused;
    carryOut(planned, t('undoClear', { count: planned.filled }));
  }

  function paste(data: Pick<DataTransfer, 'getData'>, into: Rectangle): void {
    const cells = readClipboard(data);
    if (!cells) return;
    const planned = plan(cells, into);
    refused.value = planned.refused;
    carryOut(planned, t('undoPaste', { rows: cells.length, columns: cells[0]?.length ?? 0 }));
    say(planned);
    if (planned.beyond.length > 0 && workshop.structural.value) beyond.value = { cells: planned.beyond, left: into.left };
  }

  function say({ filled, refused: not, changes, numbers, dropped }: PastePlan): void {
    const rowsChanged = new Set([...changes, ...numbers].map(({ id }) => id)).size;
    const first = not.length > 0 ? t('pastedRefused', { filled, refused: not.length }) : t('pasted', { filled, rows: rowsChanged });
    workshop.say(dropped > 0 ? `${first} ${t('pastedDropped', { count: dropped })}` : first);
  }

  /** Adds the rows that the table had not, with what was pasted in them. */
  async function addBeyond(): Promise<void> {
    const { cells, left } = beyond.value!;
    busy.value = true;
    const last = rows.value[rows.value.length - 1];
    const from = moves.sibling(last?.id).path;
    const contents = cells.map((texts, i) => {
      let content = newContent(from);
      texts.forEach((text, c) => {
        const column = columns.value[left + c];
        if (!column || column.key === 'ordinal') return;
        const read = withCell(content, column.key, text, rules.value);
        if ('content' in read) content = read.content;
        else refuse([{ row: rows.value.length + i, column, text, why: read.refused, ...(read.word && { word: read.word }) }]);
      });
      return content;
    });
    const done = await moves.tried(
      moves.insert(contents, last?.id ?? null, t('undoPaste', { rows: cells.length, columns: cells[0]?.length ?? 0 })),
    );
    busy.value = false;
    if (done) beyond.value = null;
  }

  function copy(data: Pick<DataTransfer, 'setData'>, from: Rectangle): void {
    const cells = rows.value
      .slice(from.top, from.bottom + 1)
      .map((row) =>
        columns.value
          .slice(from.left, from.right + 1)
          .map(({ key }) => (row.content ? cellText(key, row.content, row.number, { clausesApart: clausesApart.value }) : '')),
      );
    data.setData('text/plain', toTsv(cells));
    data.setData('text/html', toHtml(cells));
    workshop.say(t('copied', { rows: cells.length, columns: cells[0]?.length ?? 0 }));
  }

  return { refused, beyond, busy, type, typing, clear, paste, copy, addBeyond };
}
