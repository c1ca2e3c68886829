import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';
import { commandFor, placeOf, type Command } from './keys';

/** A dialog in front takes all keys. */
function dialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some((dialog) => dialog.getClientRects().length > 0);
}

/** Listens for the keys of the desk; `perform` answers whether the key meant something just now. */
export function useDeskKeys(on: Ref<boolean>, perform: (command: Command) => boolean): void {
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || dialogOpen()) return;
    const command = commandFor(event, placeOf(event.target, on.value));
    if (command && perform(command)) event.preventDefault();
  });
}
