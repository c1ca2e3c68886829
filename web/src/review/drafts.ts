import type { Content } from '../content/differences';
import { patchOf } from '../content/fields';
import type { ItemEvent } from '../version/item';

export type EventType = ItemEvent['type'];
/** What is sent, but for the hash of the text that the signer saw. */
export type DeskEvent = Omit<ItemEvent, 'contentHash'>;

/** What somebody has filled in for a decision; which parts count depends on the decision. */
export interface Draft {
  readonly reason: string;
  readonly opinion: string;
  readonly ground: string;
  readonly fields: readonly string[];
  /** Proposed wordings by field. */
  readonly wordings: Readonly<Record<string, string>>;
  readonly checklist: Readonly<Record<string, 'yes' | 'no'>>;
  readonly assess: boolean;
  readonly reviewOn: string;
  readonly predecessor: 'keep' | 'drop';
  readonly documentNumber: string;
  readonly outcome: '' | 'open' | 'withhold';
}

export const EMPTY: Draft = {
  reason: '',
  opinion: '',
  ground: '',
  fields: [],
  wordings: {},
  checklist: {},
  assess: false,
  reviewOn: '',
  predecessor: 'drop',
  documentNumber: '',
  outcome: '',
};

export type Gap = 'reason' | 'ground' | 'fields' | 'checklist' | 'reviewOn' | 'documentNumber' | 'outcome';

const NEEDS: Readonly<Partial<Record<EventType, readonly Gap[]>>> = {
  clear: ['checklist'],
  return: ['reason'],
  requireRedaction: ['fields', 'reason'],
  withhold: ['ground', 'reason'],
  discloseOnApplication: ['ground', 'reason'],
  refer: ['reason'],
  defer: ['reason'],
  reopen: ['reason'],
  setAside: ['reason', 'reviewOn'],
  determine: ['documentNumber', 'outcome'],
};

/** What is still to be filled in. */
export function gapsOf(type: EventType, draft: Draft, questions: readonly { readonly code: string }[]): readonly Gap[] {
  const blank: Record<Gap, boolean> = {
    reason: !draft.reason.trim(),
    ground: !draft.ground,
    fields: draft.fields.length === 0,
    checklist: questions.some(({ code }) => !draft.checklist[code]),
    reviewOn: !draft.reviewOn,
    documentNumber: !draft.documentNumber.trim(),
    outcome: !draft.outcome,
  };
  return (NEEDS[type] ?? []).filter((gap) => blank[gap]);
}

/** The event as it is sent. */
export function eventOf(type: EventType, draft: Draft, content: Content | null): DeskEvent {
  const reason = draft.reason.trim();
  switch (type) {
    case 'clear':
      return {
        type,
        ...(Object.keys(draft.checklist).length > 0 && { checklist: draft.checklist }),
        ...(draft.opinion.trim() && { opinion: draft.opinion.trim() }),
        ...(draft.assess && { assess: true }),
      };
    case 'requireRedaction': {
      const proposal = content ? patchOf(content, draft.wordings) : {};
      return { type, reason, fields: [...draft.fields], ...(Object.keys(proposal).length > 0 && { proposal }) };
    }
    case 'withhold':
    case 'discloseOnApplication':
      return { type, ground: draft.ground, reason };
    case 'setAside':
      return { type, reason, reviewOn: draft.reviewOn, predecessor: draft.predecessor };
    case 'determine':
      return { type, documentNumber: draft.documentNumber.trim(), outcome: draft.outcome || 'withhold' };
    case 'resume':
      return { type };
    default:
      return { type, reason };
  }
}

/** Drafts live in this browser until the server has the decision: a failure, another item or a crash loses none. */
export function keptDrafts(personId: string) {
  const key = (itemId: string, type: string): string => `mulu.review.${personId}.draft.${itemId}.${type}`;
  return {
    read(itemId: string, type: string): Draft {
      const kept = localStorage.getItem(key(itemId, type));
      return kept ? { ...EMPTY, ...(JSON.parse(kept) as Partial<Draft>) } : EMPTY;
    },
    has: (itemId: string, type: string): boolean => localStorage.getItem(key(itemId, type)) !== null,
    keep: (itemId: string, type: string, draft: Draft): void => localStorage.setItem(key(itemId, type), JSON.stringify(draft)),
    forget: (itemId: string, type: string): void => localStorage.removeItem(key(itemId, type)),
  };
}
