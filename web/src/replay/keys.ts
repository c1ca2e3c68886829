/** Where a key leads in the log. */
export type Move = 'previous' | 'next' | 'first' | 'last' | 'back' | 'on' | 'play';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const EVERYWHERE: Readonly<Record<string, Move>> = { ArrowLeft: 'previous', ArrowRight: 'next' };
/** On the slider as on any slider; elsewhere these keys scroll the page. */
const ON_SLIDER: Readonly<Record<string, Move>> = {
  ...EVERYWHERE,
  ArrowDown: 'previous',
  ArrowUp: 'next',
  Home: 'first',
  End: 'last',
  PageDown: 'back',
  PageUp: 'on',
  ' ': 'play',
};

/** @param on the slider has the focus; `taken`: whatever has it needs the arrows itself */
export function moveFor(pressed: Pressed, { on, taken }: { readonly on: boolean; readonly taken: boolean }): Move | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey || taken) return null;
  return (on ? ON_SLIDER : EVERYWHERE)[pressed.key] ?? null;
}

const ARROWED = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="radiogroup"], [data-arrows]';

export function needsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ARROWED) !== null;
}

/** So many steps make the long way of the log: what a press on PageUp goes. */
const LONG_WAYS = 20;

/** Where a move leads from a position of a log from `first` to `last`. */
export function movedTo(
  move: Exclude<Move, 'play'>,
  seq: number,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const far = Math.max(2, Math.round((last - first) / LONG_WAYS));
  const wanted = { previous: seq - 1, next: seq + 1, first, last, back: seq - far, on: seq + far }[move];
  return Math.min(last, Math.max(first, wanted));
}
