import { reactive } from 'vue';

/** Words under way: what somebody typed, and what stood there when they began. */
export interface Draft {
  readonly text: string;
  readonly base: string;
}

/** The title stands among the sections under this name. */
export const TITLE = 'title';

/** What somebody typed into a report, kept in this browser until it was saved: a crash, a closed tab or an expired session loses nothing. */
export function useDrafts(personId: string, reportId: string) {
  const key = `mulu.reports.${personId}.${reportId}`;
  const drafts = reactive<Record<string, Draft>>(keptAt(key));

  function store(): void {
    if (Object.keys(drafts).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(drafts));
  }
  return {
    drafts: drafts as Readonly<Record<string, Draft>>,
    begin(section: string, base: string): void {
      drafts[section] ??= { text: base, base };
      store();
    },
    type(section: string, text: string): void {
      const draft = drafts[section];
      if (draft) drafts[section] = { ...draft, text };
      store();
    },
    /** The text that stands now is the one that is edited from here on. */
    rebase(section: string, base: string): void {
      const draft = drafts[section];
      if (draft) drafts[section] = { ...draft, base };
      store();
    },
    forget(section: string): void {
      delete drafts[section];
      store();
    },
  };
}

/** Whether a draft is of a text that is no longer there: saving it would undo what somebody else wrote. */
export const overtaken = (draft: Draft, present: string): boolean => draft.base !== present && draft.text !== present;

function keptAt(key: string): Record<string, Draft> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Draft>;
  } catch {
    return {};
  }
}
