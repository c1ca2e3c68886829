import { useEventListener, useResizeObserver } from '@vueuse/core';
import { onMounted, type Ref } from 'vue';

/** Gives an element what is left of the window below what stands above it, as `--desk-room`, so that its panes scroll and the page does not. */
export function useRoomBelow(element: Ref<HTMLElement | undefined>): void {
  function measure(): void {
    const here = element.value;
    if (!here) return;
    const top = here.getBoundingClientRect().top + window.scrollY;
    here.style.setProperty('--desk-room', `${Math.max(360, Math.floor(window.innerHeight - top))}px`);
  }
  onMounted(measure);
  useEventListener(window, 'resize', measure, { passive: true });
  // What stands above may wrap.
  useResizeObserver(() => element.value?.parentElement, measure);
}
