import { useDebounceFn } from '@vueuse/core';
import { shallowRef, watch, type Ref } from 'vue';
import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import type { ItemContent } from '../content';

export type Checked = components['schemas']['CheckView'];
export type Hint = components['schemas']['HintView'];

const WAIT_MS = 300;

/** What the server finds in a text that is being typed: what is missing, what its time limit means, hints. Nothing is kept by asking. */
export function useChecks(versionId: string, content: Ref<ItemContent | null>) {
  const checked = shallowRef<Checked | null>(null);
  let asked = 0;

  const check = useDebounceFn(async () => {
    if (!content.value) return;
    asked += 1;
    const mine = asked;
    const body = { content: content.value as unknown as Record<string, unknown> };
    const found = await answerOf(api.POST('/api/versions/{versionId}/checks', { params: { path: { versionId } }, body })).catch(() => null);
    if (found && mine === asked) checked.value = found;
  }, WAIT_MS);

  watch(content, check, { immediate: true });
  return checked;
}
