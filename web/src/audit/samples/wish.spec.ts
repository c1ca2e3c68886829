/** @jest-environment node */
import { queryOf, wishIn } from './wish';

const ASKED = {
  of: 'decisions',
  seed: '上证指数 3912.45',
  size: '30',
  from: '2026-10-01',
  to: '2026-12-31',
  region: '150100',
  checkpoint: '5123',
};

it('says in the address all that another auditor needs to draw the same', () => {
  expect(queryOf(wishIn(ASKED, '2026-11-21'))).toEqual(ASKED);
});

it('takes the usual for what is left out or is none, and no seed for one', () => {
  const usual = { of: 'items', seed: '', size: 25, from: '2026-01-01', to: '2026-11-21', region: '', checkpoint: '' };
  expect(wishIn({}, '2026-11-21')).toEqual(usual);
  expect(wishIn({ of: 'people', seed: ['x'], size: '501', checkpoint: '-1' }, '2026-11-21')).toEqual(usual);
  expect(queryOf(wishIn({}, '2026-11-21'))).toEqual({ of: 'items', size: '25', from: '2026-01-01', to: '2026-11-21' });
});
