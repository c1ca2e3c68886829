import type { CatalogueVersionEventType, CatalogueVersionParameters } from '../catalogue-version.events.js';
import type { ItemState, VersionState } from '../item-review.facts.js';
import type { ActingRole } from '../policy.js';

/** One way an event leads on, written from product.md by hand; `items` are the states of the version's items. */
export interface VersionRow {
  readonly to: VersionState;
  readonly by: readonly ActingRole[];
  readonly items?: readonly ItemState[];
  readonly event?: Partial<CatalogueVersionParameters>;
}
export type VersionTable = Readonly<Record<VersionState, Partial<Record<CatalogueVersionEventType, readonly VersionRow[]>>>>;

const compiler = ['compiler'] as const;
const leader = ['departmentLeader'] as const;
const system = ['system'] as const;

const recall: readonly VersionRow[] = [{ to: 'draft', by: compiler }];
const textBarred: readonly VersionRow[] = [{ to: 'draft', by: system }];
const responders = ['confidentialityOfficer', 'departmentLeader'] as const;

export const VERSION_TABLE: VersionTable = {
  draft: {
    submit: [{ to: 'confidentialityReview', by: compiler, items: ['drafting'] }],
    discard: [{ to: 'discarded', by: compiler }],
    textBarred,
  },
  confidentialityReview: {
    concludeConfidentialityReview: [
      { to: 'departmentApproval', by: ['confidentialityOfficer'], items: ['releasable', 'withheld', 'onApplication', 'setAside'] },
      { to: 'riskAssessment', by: ['confidentialityOfficer'], items: ['releasable', 'cleared'] },
      { to: 'riskAssessment', by: ['confidentialityOfficer'], items: ['withheld', 'awaitingEndorsement'] },
    ],
    return: [{ to: 'draft', by: ['confidentialityOfficer'] }],
    recall,
    textBarred,
  },
  riskAssessment: {
    concludeRiskAssessment: [{ to: 'departmentApproval', by: ['riskAssessor'], items: ['releasable', 'setAside'] }],
    return: [{ to: 'draft', by: ['riskAssessor'] }],
    recall,
    textBarred,
  },
  departmentApproval: {
    approve: [
      { to: 'published', by: leader },
      { to: 'scheduled', by: leader, event: { publishAt: '2030-01-01T00:00:00+08:00' } },
      { to: 'published', by: leader, items: ['withheld'], event: { nothingPublic: true } },
    ],
    itemReopened: [{ to: 'confidentialityReview', by: system }],
    return: [{ to: 'draft', by: leader }],
    recall,
    textBarred,
  },
  scheduled: {
    release: [{ to: 'published', by: system }],
    refuseRelease: [{ to: 'departmentApproval', by: system, items: ['awaitingReview'] }],
    return: [{ to: 'draft', by: leader }],
    recall,
    textBarred,
  },
  published: {
    revise: [{ to: 'published', by: compiler }],
    supersede: [{ to: 'revised', by: system }],
    suspendItem: [{ to: 'published', by: responders }],
    takeDown: [
      { to: 'takenDown', by: responders },
      { to: 'takenDown', by: responders, event: { texts: ['item0'] } },
    ],
  },
  revised: {
    revise: [{ to: 'revised', by: compiler }],
    suspendItem: [{ to: 'revised', by: responders }],
    takeDown: [{ to: 'takenDown', by: responders }],
  },
  takenDown: {
    revise: [{ to: 'takenDown', by: compiler }],
    suspendItem: [{ to: 'takenDown', by: responders }],
  },
  discarded: {},
};
