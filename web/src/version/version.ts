import { useIntervalFn, useWindowFocus } from '@vueuse/core';
import { computed, inject, provide, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { answerOf, api, surely } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';

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
    try {
      const [now, rows] = await Promise.all([answerOf(api.GET('/api/versions/{versionId}', { params: { path } })), allItems()]);
      if (!profile.value) {
        const { id: profileId, version: profileVersion } = now.profile;
        profile.value = await answerOf(
          api.GET('/api/profiles/{profileId}', { params: { path: { profileId }, query: { version: profileVersion } } }),
        );
      }
      version.value = now;
      items.value = rows;
      failure.value = null;
    } catch (error) {
      // A page that stands stays when one look fails; the next one will tell.
      if (!version.value || (error instanceof Problem && [403, 404].includes(error.status))) failure.value = error;
    } finally {
      loading.value = false;
    }
  }

  async function lookForNews(): Promise<void> {
    const now = await answerOf(api.GET('/api/versions/{versionId}', { params: { path } })).catch(() => null);
    if (now && now.seq !== version.value?.seq) await refresh();
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
