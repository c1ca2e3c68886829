/** Acts by which a person decides on one item. */
export const ITEM_KINDS = [
  'clear',
  'requireRedaction',
  'return',
  'withhold',
  'discloseOnApplication',
  'refer',
  'determine',
  'defer',
  'setAside',
  'acceptRisk',
  'requireMitigation',
  'rejectRisk',
  'endorse',
] as const;

/** Acts by which a person decides on a version, or on one that is public. A whole version is returned by `return` as well. */
export const VERSION_KINDS = ['concludeConfidentialityReview', 'concludeRiskAssessment', 'approve', 'suspendItem', 'takeDown'] as const;

export const KINDS = [...ITEM_KINDS, ...VERSION_KINDS] as const;
export type DecisionKind = (typeof KINDS)[number];

/** SQL: the event `e` is a decision of a person. Word for word the condition of the index `log_event_decided`, which is used only then. */
export const IS_DECISION = `e.actor_id is not null and e.type in (${KINDS.map((kind) => `'${kind}'`).join(', ')})`;
