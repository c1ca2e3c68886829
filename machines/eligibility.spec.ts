import { shortages, type Prospect } from './eligibility.js';
import { anItem, signed, staff } from './testing/factories.js';

const prospect = (change: Partial<Prospect>): Prospect => ({
  items: [anItem('drafting')],
  hands: staff,
  submitters: [],
  smallBody: false,
  submissionAhead: true,
  ...change,
});
const missing = (change: Partial<Prospect>) =>
  Object.fromEntries(Object.entries(shortages(prospect(change))).filter(([, itemIds]) => itemIds.length > 0));
const less = (...roles: readonly string[]) => staff.filter(({ role }) => !roles.includes(role));

describe('eligibility', () => {
  it('is satisfied by a full staff', () => expect(missing({})).toEqual({}));

  it('says who is missing and for which items', () => {
    const items = [anItem('drafting', { itemId: 'mine', contributors: ['officer', 'officer2'] }), anItem('drafting', { itemId: 'other' })];
    expect(missing({ items })).toEqual({ decider: ['mine'] });
    expect(missing({ items: [anItem('drafting', { category: 'OTHER' })], hands: less('riskAssessor') })).toEqual({ assessor: ['item'] });
    expect(missing({ hands: less('departmentLeader') })).toEqual({ approver: ['item'] });
    expect(missing({ hands: less('compiler') })).toEqual({ submitter: ['item'] });
  });

  it('needs no submitter once the version is submitted', () => {
    expect(missing({ hands: less('compiler'), submissionAhead: false })).toEqual({});
  });

  it('needs a decider and an assessor for what is concluded too, because it may be reopened', () => {
    expect(missing({ items: [anItem('releasable')], hands: less('confidentialityOfficer') })).toEqual({ decider: ['item'] });
    expect(missing({ items: [anItem('withheld', { category: 'OTHER' })], hands: less('riskAssessor') })).toEqual({ assessor: ['item'] });
  });

  it('needs somebody else than the reviewer where the assessment comes next', () => {
    const byAssessor = anItem('cleared', { signatures: [signed('review', 'clear', 'assessor')] });
    expect(missing({ items: [byAssessor] })).toEqual({ assessor: ['item'] });
  });

  it('counts a deputy as both persons', () => {
    const hands = [...less('departmentLeader'), { role: 'departmentLeader', persons: ['deputy', 'compiler'] } as const];
    expect(missing({ hands })).toEqual({ approver: ['item'] });
  });

  it('wants people who differ, not only people', () => {
    const hands = [
      { role: 'compiler', persons: ['compiler'] },
      { role: 'confidentialityOfficer', persons: ['one'] },
      { role: 'departmentLeader', persons: ['one'] },
    ] as const;
    expect(missing({ hands })).toEqual({ distinctHands: ['item'] });
  });

  it('lets a small body’s officer assess what the same officer decides', () => {
    const items = [anItem('drafting', { category: 'OTHER' })];
    const hands = less('riskAssessor').filter(({ persons }) => persons[0] !== 'officer2');
    expect(missing({ items, hands, smallBody: true })).toEqual({});
    expect(missing({ items, hands })).toEqual({ assessor: ['item'] });
  });

  it('does not make a submitter of whoever signed for what is kept', () => {
    const items = [anItem('releasable', { signatures: [signed('review', 'clear', 'compiler2')] }), anItem('drafting', { itemId: 'new' })];
    expect(missing({ items, hands: staff.filter(({ persons }) => persons[0] !== 'compiler') })).toEqual({ submitter: ['item', 'new'] });
  });
});
