import { useIntervalFn, useWindowFocus } from '@vueuse/core';
import { computed, inject, provide, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { answerOf, api, surely } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';
import { useWorklist } from '../worklist/worklist';

export type Version = components['schemas']['VersionView'];
export type ItemSummary = components['schemas']['ItemSummary'];
export type Profile = components['schemas']['ProfileView'];
export type VersionEvent = components['schemas']['VersionEventDto'];
type EventAnswer = components['schemas']['EventAnswer'];

const PAGE = 500;
const POLL_MS = 8000;

/**
 * One version as everybody on its pages sees it: the version with what may happen next, its items, its profile. It looks every few
 * seconds whether the log moved on, and then loads again.
 */
export function openVersion(id: string) {
  const version = shallowRef<Version | null>(null);
  const items = shallowRef<readonly ItemSummary[]>([]);
  const profile = shallowRef<Profile | null>(null);
  const failure = shallowRef<unknown>(null);
  const loading = ref(true);

  const path = { versionId: id };
  /** What one's own acts wrote into the log: news of them is no news. */
  const ownSeqs = new Set<number>();
  /** What the answers to one's own acts said of items, until a later look has it from the server. */
  const patches = new Map<string, { readonly at: number; readonly change: Partial<ItemSummary> }>();
  let patchCount = 0;

  async function allItems(): Promise<ItemSummary[]> {
    const all: ItemSummary[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: PAGE, ...(cursor && { cursor }) };
      const page: components['schemas']['ItemPage'] = await answerOf(
        api.GET('/api/versions/{versionId}/items', { params: { path, query } }),
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    return all;
  }

  /** Loads what the server has now. */
  async function refresh(): Promise<void> {
    const since = patchCount;
    try {
      const [now, rows] = await Promise.all([answerOf(api.GET('/api/versions/{versionId}', { params: { path } })), allItems()]);
      if (!profile.value) {
        const { id: profileId, version: profileVersion } = now.profile;
        profile.value = await answerOf(
          api.GET('/api/profiles/{profileId}', { params: { path: { profileId }, query: { version: profileVersion } } }),
        );
      }
      version.value = now;
      // What was asked before an act was answered may not know of it yet.
      for (const [itemId, patch] of patches) if (patch.at <= since) patches.delete(itemId);
      items.value = patches.size === 0 ? rows : rows.map(patched);
      failure.value = null;
    } catch (error) {
      // A page that stands stays when one look fails; the next one will tell.
      if (!version.value || (error instanceof Problem && [403, 404].includes(error.status))) failure.value = error;
    } finally {
      loading.value = false;
    }
  }

  function patched(item: ItemSummary): ItemSummary {
    const patch = patches.get(item.id);
    return patch ? { ...item, ...patch.change } : item;
  }

  /** Keeps what the answer to one's own act said of an item, so that the list need not be loaded again for it. */
  function patchItem(itemId: string, change: Partial<ItemSummary>, seq?: number): void {
    if (seq !== undefined) ownSeqs.add(seq);
    patchCount += 1;
    patches.set(itemId, { at: patchCount, change: { ...patches.get(itemId)?.change, ...change } });
    items.value = items.value.map((item) => (item.id === itemId ? patched(item) : item));
  }

  function onlyMine(from: number, to: number): boolean {
    for (let seq = from + 1; seq <= to; seq += 1) if (!ownSeqs.has(seq)) return false;
    return true;
  }

  /** Asks how the version stands; where others have acted meanwhile the items are loaded again too. */
  async function lookForNews(): Promise<void> {
    const now = await answerOf(api.GET('/api/versions/{versionId}', { params: { path } })).catch(() => null);
    const known = version.value;
    if (!now || !known || now.seq <= known.seq) return;
    if (onlyMine(known.seq, now.seq)) version.value = now;
    else await refresh();
  }

  /**
   * Acts on the version as it was seen. The answer names the new state; the version is loaded again.
   * @throws Problem 412 when somebody acted meanwhile (loaded again too), 422 with every unmet requirement
   */
  async function act(event: VersionEvent): Promise<EventAnswer> {
    const seen = version.value!.seq;
    try {
      return await surely((key) =>
        answerOf(
          api.POST('/api/versions/{versionId}/events', {
            params: { path, header: { 'Idempotency-Key': key, 'If-Match': `"${seen}"` } },
            body: event,
          }),
        ),
      );
    } finally {
      void useWorklist().load();
      await refresh();
    }
  }

  const focused = useWindowFocus();
  useIntervalFn(() => document.visibilityState === 'visible' && void lookForNews(), POLL_MS);
  watch(focused, (now) => now && void lookForNews());
  void refresh();

  return {
    id,
    version,
    items,
    profile,
    failure,
    loading,
    itemOf: computed(() => new Map(items.value.map((item) => [item.id, item]))),
    refresh,
    lookForNews,
    patchItem,
    act,
  };
}

export type OpenVersion = ReturnType<typeof openVersion>;

const KEY: InjectionKey<OpenVersion> = Symbol('version');

export function provideVersion(opened: OpenVersion): void {
  provide(KEY, opened);
}

/** The version whose pages one is on. `version` and `profile` are there once `VersionFrame` shows its page. */
export function useVersion(): OpenVersion {
  return inject(KEY)!;
}
