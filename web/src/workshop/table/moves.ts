import { complain } from '../../shell/toasts';
import { newContent, type ItemContent } from '../content';
import { t } from './messages';
import type { Leaving } from './requests';
import type { Workshop } from './workshop';

/** What changes the rows themselves: inserting, removing, moving, numbering. Each can be undone; each waits for texts under way first. */
export function movesOf(workshop: Workshop) {
  const { opened, requests, queue, rows, successors, order } = workshop;

  function above(id: string): string | null {
    const at = rows.value.findIndex((row) => row.id === id);
    return rows.value[at - 1]?.id ?? null;
  }

  /** Does the same for one after the other, and looks at the list once at the end. */
  async function each<T>(label: string, list: readonly T[], what: (one: T, place: number) => Promise<void>): Promise<void> {
    try {
      for (const [place, one] of list.entries()) {
        workshop.job.value = list.length > 2 ? { label, done: place, all: list.length } : null;
        await what(one, place);
      }
    } finally {
      workshop.job.value = null;
      await opened.refresh();
    }
  }

  async function drop(id: string, leaving?: Leaving): Promise<string | null> {
    const hash = queue.held(id)?.hash ?? opened.itemOf.value.get(id)!.contentHash;
    const kept = await requests.remove(id, hash, leaving);
    queue.forget(id);
    return kept;
  }

  /** New rows, one after the other, behind a row or at the top. One step to undo. @returns their ids */
  async function insert(contents: readonly ItemContent[], after: string | null, label = t('undoInsert')): Promise<string[]> {
    const ids: string[] = [];
    const create = (content: ItemContent, behind: string | null) => requests.create(content, behind && successors.follow(behind));
    await each(label, contents, async (content) => {
      ids.push((await create(content, ids[ids.length - 1] ?? after)).id);
    });
    workshop.did({
      label,
      undo: async () => {
        await queue.flush();
        await each(label, [...ids].reverse(), async (id) => void (await drop(successors.follow(id))));
      },
      redo: () =>
        each(label, contents, async (content, i) => {
          const { id } = await create(content, ids[i - 1] ?? after);
          successors.replace(ids[i]!, id);
        }),
    });
    return ids;
  }

  /** A row next to another one, under the same parents; its last level is to be named. */
  function sibling(id: string | undefined): ItemContent {
    const path = (id && workshop.contentOf(id)?.path) || [];
    return newContent(path.length > 1 ? path.slice(0, -1) : [t('newRow')]);
  }

  /** Takes rows out: a reason is needed where one was public. Undone by a new row with the same text, or by taking the removal back. */
  async function remove(ids: readonly string[], leaving?: Leaving): Promise<void> {
    await queue.flush();
    const gone = ids.map((id) => ({
      id,
      after: above(id),
      number: workshop.rowOf.value.get(id)?.number,
      content: workshop.contentOf(id)!,
    }));
    const removals = new Set<string>();
    const label = t('undoRemove', { count: gone.length });
    const go = () =>
      each(label, gone, async ({ id }) => {
        if (await drop(successors.follow(id), leaving)) removals.add(id);
      });
    await go();
    workshop.did({
      label,
      undo: () =>
        each(label, gone, async ({ id, after, number, content }) => {
          if (removals.has(id)) await restore(id);
          else successors.replace(id, (await requests.create(content, after && successors.follow(after), number)).id);
        }),
      redo: go,
    });
  }

  /** The item stays in the catalogue after all. */
  async function takeRemovalBack(id: string): Promise<void> {
    await restore(id);
    await opened.refresh();
  }

  async function restore(id: string): Promise<void> {
    await requests.patch(id, {}, opened.itemOf.value.get(id)!.contentHash);
    queue.forget(id);
  }

  /** Moves neighbouring rows behind another one. One step to undo. */
  async function move(ids: readonly string[], after: string | null): Promise<void> {
    const from = above(ids[0]!);
    if (from === after || (after !== null && ids.includes(after))) return;
    const label = t('undoMove', { count: ids.length });
    const all = async (to: string | null): Promise<void> => {
      const moving = ids.map((id) => successors.follow(id));
      const behind = to && successors.follow(to);
      const others = rows.value.map((row) => row.id).filter((id) => !moving.includes(id));
      others.splice(behind === null ? 0 : others.indexOf(behind) + 1, 0, ...moving);
      // Shown at once; the server's own order follows.
      order.value = others;
      try {
        await each(label, moving, (id, i) => requests.place(id, { after: moving[i - 1] ?? behind }));
      } finally {
        order.value = null;
      }
    };
    await all(after);
    workshop.did({ label, undo: () => all(from), redo: () => all(after) });
  }

  /** Gives rows their numbers (序号). One step to undo. */
  async function renumber(numbers: readonly { id: string; before: string; after: string }[]): Promise<void> {
    const all = (side: 'before' | 'after') =>
      each(t('undoNumber'), numbers, (one) => requests.place(successors.follow(one.id), { number: one[side] }));
    await all('after');
    workshop.did({ label: t('undoNumber'), undo: () => all('before'), redo: () => all('after') });
  }

  /** Does it, and says what went wrong. @returns false when it did */
  async function tried(what: Promise<unknown>): Promise<boolean> {
    try {
      await what;
      return true;
    } catch (error) {
      complain(error);
      await opened.refresh();
      return false;
    }
  }

  return { insert, sibling, remove, takeRemovalBack, move, renumber, above, tried };
}

export type Moves = ReturnType<typeof movesOf>;
