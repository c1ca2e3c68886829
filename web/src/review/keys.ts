/** What a key of the desk does. Decisions are named as the server's events. */
export type Command =
  | 'next'
  | 'previous'
  | 'nextUndecided'
  | 'expand'
  | 'keys'
  | 'close'
  | 'dismissHint'
  | 'search'
  | 'clear'
  | 'clearWithOpinion'
  | 'return'
  | 'requireRedaction'
  | 'withhold'
  | 'discloseOnApplication'
  | 'refer'
  | 'defer'
  | 'setAside'
  | 'reopen'
  | 'resume'
  | 'determine';

/** Key as `KeyboardEvent.key` names it → command, in the order of the list that `?` shows. */
export const KEYS: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  n: 'nextUndecided',
  a: 'clear',
  A: 'clearWithOpinion',
  r: 'return',
  d: 'requireRedaction',
  w: 'withhold',
  o: 'discloseOnApplication',
  t: 'refer',
  p: 'defer',
  s: 'setAside',
  u: 'reopen',
  m: 'resume',
  f: 'determine',
  x: 'dismissHint',
  e: 'expand',
  '/': 'search',
  '?': 'keys',
  Escape: 'close',
};

const ARROWS: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous' };
/** Not to be switched off: without them one could not close what is open. */
const ALWAYS: readonly Command[] = ['close'];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  readonly keyCode: number;
}

/** Where the key was pressed. */
export interface Place {
  /** In a field that one types in, or a dialog. */
  readonly typing: boolean;
  /** In a pane that the arrows scroll, or a control that they move in. */
  readonly arrowsTaken: boolean;
  /** The person has left the keys switched on (WCAG 2.1.4). */
  readonly on: boolean;
}

/** While an input method composes, browsers report this code. */
const COMPOSING = 229;
/** A key that is held down moves on and on; it never decides twice. */
const MAY_REPEAT: readonly Command[] = ['next', 'previous'];

/** What the key means there; null when it is not the desk's. */
export function commandFor(pressed: Pressed, place: Place): Command | null {
  if (pressed.isComposing || pressed.keyCode === COMPOSING) return null;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const command = KEYS[pressed.key] ?? (place.arrowsTaken ? undefined : ARROWS[pressed.key]);
  if (!command || (pressed.repeat && !MAY_REPEAT.includes(command))) return null;
  if (ALWAYS.includes(command)) return command;
  return place.typing || !place.on ? null : command;
}

const TYPING =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]';
const ARROWED = '[data-arrows], [role="tablist"], [role="radiogroup"], input, select';

export function placeOf(target: EventTarget | null, on: boolean): Place {
  const element = target instanceof Element ? target : null;
  return { typing: element?.closest(TYPING) != null, arrowsTaken: element?.closest(ARROWED) != null, on };
}

/** The key of a command, for a button to show. */
export function keyOf(command: Command): string {
  return Object.entries(KEYS).find(([, known]) => known === command)?.[0] ?? '';
}
