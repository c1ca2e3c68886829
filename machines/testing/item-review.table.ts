import type { ItemReviewEventType, ItemReviewParameters } from '../item-review.events.js';
import type { ItemStanding, ItemState, VersionState } from '../item-review.facts.js';
import type { ActingRole } from '../policy.js';

/** One way an event leads on, written from product.md by hand; `item`, `event` and `incoming` select the branch. */
export interface ItemRow {
  readonly to: ItemState | null;
  readonly by: readonly ActingRole[];
  readonly version?: VersionState;
  readonly item?: Partial<ItemStanding>;
  readonly event?: Partial<ItemReviewParameters>;
  readonly incoming?: ItemStanding['referral'];
}
export type ItemTable = Readonly<Record<ItemState, Partial<Record<ItemReviewEventType, readonly ItemRow[]>>>>;

const officer = ['confidentialityOfficer'] as const;
const assessor = ['riskAssessor'] as const;
const compiler = ['compiler'] as const;
const system = ['system'] as const;

const barred: readonly ItemRow[] = [
  { to: 'drafting', by: system, version: 'departmentApproval' },
  { to: 'referred', by: system, version: 'scheduled', item: { referral: 'determinedWithhold' } },
];

const anywhere = {
  edit: [
    { to: 'drafting', by: compiler, version: 'draft', incoming: 'none' },
    { to: 'referred', by: compiler, version: 'draft', incoming: 'open' },
    { to: 'referred', by: compiler, version: 'draft', incoming: 'determinedWithhold' },
    { to: 'drafting', by: compiler, version: 'draft', incoming: 'determinedOpen' },
  ],
  remove: [
    { to: null, by: compiler, version: 'draft' },
    { to: 'drafting', by: compiler, version: 'draft', item: { wasPublic: true } },
  ],
  textBarred: barred,
} satisfies Partial<Record<ItemReviewEventType, readonly ItemRow[]>>;

const enterReview: readonly ItemRow[] = [
  { to: 'awaitingReview', by: system, version: 'confidentialityReview' },
  { to: 'referred', by: system, version: 'draft', item: { referral: 'determinedWithhold' } },
];
const setAside: readonly ItemRow[] = [
  { to: 'setAside', by: officer },
  { to: 'setAside', by: officer, event: { predecessor: 'keep' }, item: { keepable: true } },
];
const reopen: readonly ItemRow[] = [
  { to: 'awaitingReview', by: ['confidentialityOfficer', 'departmentLeader'] },
  { to: 'awaitingReview', by: ['confidentialityOfficer', 'departmentLeader'], version: 'departmentApproval' },
  { to: 'awaitingReview', by: ['confidentialityOfficer', 'departmentLeader'], item: { referral: 'determinedOpen' } },
  { to: 'referred', by: ['confidentialityOfficer', 'departmentLeader'], item: { referral: 'determinedWithhold' } },
];
const concluded = { ...anywhere, reopen };

export const ITEM_TABLE: ItemTable = {
  drafting: {
    ...anywhere,
    enterReview,
    carryOver: [
      { to: 'releasable', by: system, version: 'draft', event: { to: 'releasable' } },
      { to: 'withheld', by: system, version: 'draft', event: { to: 'withheld' } },
      { to: 'onApplication', by: system, version: 'draft', event: { to: 'onApplication' } },
      { to: 'referred', by: system, version: 'draft', event: { to: 'referred' } },
    ],
  },
  awaitingReview: {
    ...anywhere,
    clear: [
      { to: 'releasable', by: officer },
      { to: 'cleared', by: officer, event: { assess: true } },
      { to: 'cleared', by: officer, item: { category: 'OTHER' } },
      { to: 'cleared', by: officer, item: { assessmentDemanded: true } },
      { to: 'releasable', by: officer, item: { removal: true, category: 'OTHER' } },
    ],
    requireRedaction: [{ to: 'returned', by: officer }],
    return: [{ to: 'returned', by: officer }],
    withhold: [{ to: 'withheld', by: officer }],
    discloseOnApplication: [{ to: 'onApplication', by: officer }],
    refer: [{ to: 'referred', by: officer }],
    defer: [{ to: 'deferred', by: officer }],
  },
  returned: {
    ...anywhere,
    edit: [
      ...anywhere.edit,
      { to: 'returned', by: compiler, incoming: 'none' },
      { to: 'returned', by: compiler, version: 'riskAssessment', incoming: 'none' },
      { to: 'referred', by: compiler, incoming: 'open' },
    ],
    amend: [
      { to: 'awaitingReview', by: compiler },
      { to: 'awaitingReview', by: compiler, version: 'draft', incoming: 'none' },
      { to: 'referred', by: compiler, incoming: 'open' },
    ],
    enterReview,
    setAside,
  },
  referred: {
    textBarred: [{ to: 'referred', by: system, version: 'riskAssessment' }],
    determine: [
      { to: 'releasable', by: officer },
      { to: 'cleared', by: officer, item: { category: 'OTHER' } },
      { to: 'withheld', by: officer, event: { outcome: 'withhold' } },
      { to: 'withheld', by: officer, event: { outcome: 'withhold' }, item: { category: 'OTHER' } },
    ],
    setAside,
  },
  deferred: { ...anywhere, resume: [{ to: 'awaitingReview', by: officer }], setAside },
  cleared: {
    ...anywhere,
    acceptRisk: [
      { to: 'releasable', by: assessor, event: { level: 'LOW' } },
      { to: 'releasable', by: assessor, event: { level: 'MEDIUM' } },
      { to: 'awaitingEndorsement', by: assessor, event: { level: 'HIGH' } },
    ],
    requireMitigation: [{ to: 'returned', by: assessor }],
    rejectRisk: [{ to: 'withheld', by: assessor }],
  },
  awaitingEndorsement: {
    ...anywhere,
    endorse: [{ to: 'releasable', by: ['departmentLeader', 'leadingGroupOffice'] }],
    requireMitigation: [{ to: 'returned', by: ['riskAssessor', 'departmentLeader', 'leadingGroupOffice'] }],
    rejectRisk: [{ to: 'withheld', by: assessor }],
  },
  releasable: concluded,
  withheld: concluded,
  onApplication: concluded,
  setAside: {
    ...concluded,
    textBarred: [...barred, { to: 'referred', by: system, version: 'draft', item: { referral: 'open' } }],
    reopen: [...reopen, { to: 'referred', by: ['confidentialityOfficer', 'departmentLeader'], item: { referral: 'open' } }],
  },
};

const review: readonly VersionState[] = ['confidentialityReview', 'riskAssessment'];

/** In which states of the version an item event is legal; `edit` beyond the draft for a returned item only. */
export const STAGES_OF_ITEM_EVENTS: Readonly<Record<ItemReviewEventType, readonly VersionState[]>> = {
  create: ['draft'],
  edit: ['draft', ...review],
  remove: ['draft'],
  enterReview: ['draft', 'confidentialityReview'],
  carryOver: ['draft'],
  textBarred: ['draft', ...review, 'departmentApproval', 'scheduled'],
  amend: ['draft', ...review],
  clear: review,
  requireRedaction: review,
  return: review,
  withhold: review,
  discloseOnApplication: review,
  refer: review,
  defer: review,
  resume: review,
  determine: review,
  setAside: review,
  acceptRisk: review,
  requireMitigation: review,
  rejectRisk: review,
  endorse: review,
  reopen: [...review, 'departmentApproval'],
};
