import type { InjectionKey } from 'vue';

/** What happens when somebody chooses a hint's flag in the text: the page that shows the hints provides it. */
export const HINT_CHOSEN: InjectionKey<(hintId: string) => void> = Symbol('hint chosen');
