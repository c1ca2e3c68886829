import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { t } from './messages';

/** Asks before the page is left while decisions have no answer yet. */
export function useAskBeforeLeaving(unsent: Readonly<Ref<number>>): void {
  onBeforeRouteLeave(() => unsent.value === 0 || window.confirm(t('leave', { count: unsent.value })));
  useEventListener(window, 'beforeunload', (event: BeforeUnloadEvent) => {
    if (unsent.value === 0) return;
    event.preventDefault();
    // Older engines ask only when this is set.
    event.returnValue = '';
  });
}
