import { computed } from 'vue';
import { fieldName } from '../i18n/terms';
import { useVersion } from '../version/version';
import type { ItemContent } from '../workshop/content';
import { cellText } from '../workshop/table/cell-text';
import { headerOf, levelOf, tableColumns, usedColumns, type TableColumn } from '../workshop/table/columns';
import { spansOf } from '../workshop/table/merge';
import { t as workshop } from '../workshop/table/messages';
import { hasColumn, type FormRules } from '../workshop/table/rules';

interface FormRow {
  readonly number: string;
  /** Null where the text is not shown. */
  readonly content: ItemContent | null;
}

/** Rows in the columns of the official form of the version's profile; `onlyPublic`: in those that everybody may see. */
export function useForm(rows: () => readonly FormRow[], onlyPublic = false) {
  const { profile } = useVersion();
  const rules = computed(() => profile.value as unknown as FormRules);
  const clausesApart = computed(() => hasColumn(rules.value, 'clauses'));
  const columns = computed(() => {
    const used = usedColumns(rows().flatMap((row) => row.content ?? []));
    const all = tableColumns(rules.value, used, (key) => (key === 'ordinal' ? workshop('ordinal') : fieldName(key)));
    return onlyPublic ? all.filter((column) => !column.internal && column.inForm) : all;
  });
  const spans = computed(() =>
    spansOf(
      rows().map((row) => row.content?.path ?? []),
      columns.value.filter((column) => levelOf(column.key) >= 0).length,
    ),
  );
  return {
    columns,
    header: computed(() => headerOf(columns.value)),
    /** The same text as long as the columns are the same ones. */
    columnsKey: computed(() => columns.value.map((column) => column.key).join()),
    spanKey: (row: number): string => spans.value[row]!.join(),
    /** Rows that a cell covers; 0 where the one above covers it. */
    span(row: number, column: TableColumn): number {
      const level = levelOf(column.key);
      return level < 0 ? 1 : (spans.value[row]?.[level] ?? 1);
    },
    text: ({ content, number }: FormRow, column: TableColumn): string =>
      content ? cellText(column.key, content, number, { clausesApart: clausesApart.value }) : '',
  };
}
