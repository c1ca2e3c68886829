import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { answerOf, api } from '../../api/client';
import { complain } from '../../shell/toasts';
import { useVersion } from '../../version/version';
import type { ItemContent } from '../content';
import { tableColumns, usedColumns, type ColumnKey } from './columns';
import { changedColumns } from './differences';
import { filtered, isFiltering, type Filter } from './filter';
import { t } from './messages';
import { fieldName } from '../../i18n/terms';
import type { FormRules } from './rules';
import type { Workshop } from './workshop';

/** What of the table is shown and how: columns, filter, comparison and the item that is open. What may be worth keeping is in the address. */
export function useTableView(workshop: Workshop) {
  const route = useRoute();
  const router = useRouter();
  const { profile, version } = useVersion();
  const rules = computed(() => profile.value as unknown as FormRules);

  const one = (name: string): string => (typeof route.query[name] === 'string' ? route.query[name] : '');
  const filter = computed<Filter>(() => ({ q: one('q'), state: one('state'), issues: one('issues') === '1' }));
  const base = computed(() => one('base'));
  const itemId = computed(() => (workshop.rowOf.value.has(one('item')) ? one('item') : null));

  function ask(change: Readonly<Record<string, string | null>>): void {
    const query = { ...route.query, ...change };
    for (const [name, value] of Object.entries(change)) if (!value) delete query[name];
    void router.replace({ query });
  }

  /** Rows that somebody edits stay in sight whatever the filter, until the filter changes. */
  const pinned = reactive(new Set<string>());
  watch(
    () => [workshop.unsaved.value, itemId.value] as const,
    ([unsaved, open]) => {
      for (const id of unsaved) pinned.add(id);
      if (open) pinned.add(open);
    },
  );
  watch(filter, () => pinned.clear());

  const rows = computed(() => filtered(workshop.rows.value, filter.value, pinned));

  const used = computed(() => usedColumns(workshop.rows.value.flatMap((row) => row.content ?? [])));
  const usedKey = computed(() =>
    (['level4', 'method', 'publicityLevels', 'phases', 'field', 'responsibleOffice', 'duty', 'level3'] as ColumnKey[])
      .filter(used.value)
      .join(','),
  );
  // Columns keep their identity while no column comes or goes, so that rows are not drawn again at each edit.
  const columns = computed(() => {
    const shown = new Set(usedKey.value.split(','));
    return tableColumns(
      rules.value,
      (key) => shown.has(key),
      (key) => (key === 'ordinal' ? t('ordinal') : fieldName(key)),
    );
  });

  const earlier = shallowRef<ReadonlyMap<string, ItemContent | null>>(new Map());
  const loadingBase = ref(false);

  async function compare(): Promise<void> {
    earlier.value = new Map();
    const against = version.value?.predecessorId;
    if (base.value !== 'published' || !against) return;
    loadingBase.value = true;
    try {
      const contents = new Map<string, ItemContent | null>();
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = { limit: 500, ...(cursor && { cursor }) };
        const page = await answerOf(api.GET('/api/versions/{versionId}/items', { params: { path: { versionId: against }, query } }));
        for (const item of page.items) contents.set(item.id, item.content as ItemContent | null);
        cursor = page.nextCursor;
      }
      earlier.value = contents;
    } catch (error) {
      complain(error);
    } finally {
      loadingBase.value = false;
    }
  }
  watch(base, compare, { immediate: true });

  /** Row → its columns that differ from the text compared with. */
  const changed = computed<ReadonlyMap<string, string>>(() => {
    if (earlier.value.size === 0) return new Map();
    return new Map(
      rows.value.map((row) => [
        row.id,
        row.content ? changedColumns(row.content, earlier.value.get(row.id) ?? null, columns.value).join(',') : '',
      ]),
    );
  });

  function step(by: -1 | 1): void {
    const at = rows.value.findIndex((row) => row.id === itemId.value);
    const next = rows.value[at + by];
    if (next) ask({ item: next.id });
  }

  return {
    rules,
    filter,
    base,
    itemId,
    field: computed(() => one('field') || undefined),
    rows,
    columns,
    changed,
    loadingBase,
    filtering: computed(() => isFiltering(filter.value)),
    comparable: computed(() => Boolean(version.value?.predecessorId)),
    all: computed(() => workshop.rows.value.length),
    ask,
    /** @param field the column or the place in the form to begin at */
    openItem: (id: string | null, field: string | null = null) => ask({ item: id, field }),
    step,
  };
}

export type TableView = ReturnType<typeof useTableView>;
