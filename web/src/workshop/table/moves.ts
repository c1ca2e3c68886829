import { complain } from '../../shell/toasts';
import { newContent, type ContentPatch, type ItemContent } from '../content';
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

  async function create(content: ContentPatch, after: string | null, number?: string): Promise<string> {
    const { id } = await requests.create(content, after && successors.follow(after), number);
    await opened.refresh();
    return id;
  }

  async function drop(id: string, leaving?: Leaving): Promise<string | null> {
    await queue.flush();
    const hash = queue.held(id)?.hash ?? opened.itemOf.value.get(id)!.contentHash;
    const kept = await requests.remove(id, hash, leaving);
    queue.forget(id);
    await opened.refresh();
    return kept;
  }

  /** New rows, one after the other, behind a row or at the top. One step to undo. @returns their ids */
  async function insert(contents: readonly ItemContent[], after: string | null, label = t('undoInsert')): Promise<string[]> {
    const ids: string[] = [];
    for (const content of contents) ids.push(await create(content, ids[ids.length - 1] ?? after));
    workshop.did({
      label,
      undo: async () => {
        for (const id of [...ids].reverse()) await drop(successors.follow(id));
      },
      redo: async () => {
        let last = after;
        for (const [i, id] of ids.entries()) {
          last = await create(contents[i]!, last);
          successors.replace(id, last);
        }
      },
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
    const removals = new Map<string, string>();
    for (const { id } of gone) {
      const kept = await drop(id, leaving);
      if (kept) removals.set(id, kept);
    }
    workshop.did({
      label: t('undoRemove', { count: gone.length }),
      undo: async () => {
        for (const { id, after, number, content } of gone) {
          if (removals.has(id)) await takeRemovalBack(id);
          else successors.replace(id, await create(content, after, number));
        }
      },
      redo: async () => {
        for (const { id } of gone) await drop(successors.follow(id), leaving);
      },
    });
  }

  /** The item stays in the catalogue after all. */
  async function takeRemovalBack(id: string): Promise<void> {
    const item = opened.itemOf.value.get(id)!;
    await requests.patch(id, {}, item.contentHash);
    queue.forget(id);
    await opened.refresh();
  }

  async function place(id: string, after: string | null): Promise<void> {
    const now = rows.value.map((row) => row.id).filter((one) => one !== id);
    now.splice(after === null ? 0 : now.indexOf(after) + 1, 0, id);
    order.value = now;
    try {
      await requests.place(id, { after });
      await opened.refresh();
    } finally {
      order.value = null;
    }
  }

  /** Moves neighbouring rows behind another one. One step to undo. */
  async function move(ids: readonly string[], after: string | null): Promise<void> {
    const from = above(ids[0]!);
    if (from === after || (after !== null && ids.includes(after))) return;
    const all = async (to: string | null): Promise<void> => {
      let last = to && successors.follow(to);
      for (const id of ids.map((one) => successors.follow(one))) {
        await place(id, last);
        last = id;
      }
    };
    await all(after);
    workshop.did({ label: t('undoMove', { count: ids.length }), undo: () => all(from), redo: () => all(after) });
  }

  /** Gives rows their numbers (序号). One step to undo. */
  async function renumber(numbers: readonly { id: string; before: string; after: string }[]): Promise<void> {
    const all = async (side: 'before' | 'after'): Promise<void> => {
      for (const one of numbers) await requests.place(successors.follow(one.id), { number: one[side] });
      await opened.refresh();
    };
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
