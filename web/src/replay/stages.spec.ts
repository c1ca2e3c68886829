import { stagesOf } from './stages';

const step = (seq: number, to: string | null) => ({ seq, to });

it('cuts the log where the state of the version changes', () => {
  const steps = [step(1, 'draft'), step(4, 'draft'), step(11, 'confidentialityReview'), step(16, 'draft')];
  expect(stagesOf(steps, 20).map(({ state, from, until }) => `${state} ${from}–${until}`)).toEqual([
    'draft 1–10',
    'confidentialityReview 11–15',
    'draft 16–20',
  ]);
});

it('gives every event to one stage', () => {
  const shares = stagesOf([step(1, 'draft'), step(30, 'published'), step(40, null)], 40).map(({ share }) => share);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

it('has nothing to say of a log that it does not know', () => {
  expect(stagesOf([], 0)).toEqual([]);
});
