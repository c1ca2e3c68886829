import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';

/** Two regions that scroll up and down together; from side to side each moves alone. */
export function useStep(left: Readonly<Ref<HTMLElement | null>>, right: Readonly<Ref<HTMLElement | null>>): void {
  function follow(from: HTMLElement | null, to: HTMLElement | null): void {
    // Where both stand at the same height already nothing is written, so that they do not answer each other.
    if (from && to && Math.abs(from.scrollTop - to.scrollTop) > 1) to.scrollTop = from.scrollTop;
  }

  useEventListener(left, 'scroll', () => follow(left.value, right.value), { passive: true });
  useEventListener(right, 'scroll', () => follow(right.value, left.value), { passive: true });
}
