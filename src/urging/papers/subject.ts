import type { Calendar } from '../../calendar/index.js';
import type { MatterEventView, MatterView } from '../../matters/index.js';
import { say } from './wording.js';

/** What the papers of a notice are made of. */
export interface Subject {
  readonly notice: MatterView;
  /** The whole of it, oldest first; the first is the issue. */
  readonly past: readonly MatterEventView[];
  readonly calendar: Calendar;
  readonly now: Date;
}

export const kindOf = ({ purpose }: MatterView): 'rectification' | 'suggestUpdate' =>
  purpose === 'suggestUpdate' ? 'suggestUpdate' : 'rectification';

export const officeOf = ({ office }: MatterView): string => say('office', { region: office.name });

/** 内政数字〔2024〕128号《关于…的通知》 */
export function taskOf({ parent }: MatterView): string {
  return parent ? `${parent.number}《${parent.title}》` : '';
}

/** 张三（代 李四）; the clock is the system. */
export function personOf({ actor, onBehalfOf }: MatterEventView): string {
  if (!actor) return say('system');
  return onBehalfOf ? say('behalf', { name: actor.displayName, principal: onBehalfOf.displayName }) : actor.displayName;
}

export const lastOf = (past: readonly MatterEventView[], ...types: readonly string[]): MatterEventView | null =>
  past.filter(({ type }) => types.includes(type)).at(-1) ?? null;
