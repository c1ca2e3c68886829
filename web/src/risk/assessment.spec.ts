import { answered, DIMENSIONS, levelOf, SCORES, unrated, worst, type Ratings } from './assessment';

const none = (): Ratings => Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, 'none' as const]));

describe('the level of an item', () => {
  it('is not known before every dimension is rated', () => {
    const ratings = none();
    delete ratings.privacy;
    expect(unrated(ratings)).toEqual(['privacy']);
    expect(worst(ratings)).toBeNull();
  });

  it('is low where nothing matters', () => expect(worst(none())).toEqual({ level: 'LOW', dimension: null }));

  it('is that of the worst dimension, however many others are harmless', () => {
    const ratings: Ratings = { ...none(), opinion: { likelihood: 1, impact: 2 }, secrecy: { likelihood: 3, impact: 5 } };
    expect(worst(ratings)).toEqual({ level: 'HIGH', dimension: 'secrecy' });
  });

  it('never falls when likelihood or impact rises', () => {
    const rank = { LOW: 0, MEDIUM: 1, HIGH: 2 };
    for (const a of SCORES)
      for (const b of SCORES.slice(0, -1)) {
        const higher = SCORES[b]!;
        expect(rank[levelOf(a, higher)]).toBeGreaterThanOrEqual(rank[levelOf(a, b)]);
        expect(rank[levelOf(higher, a)]).toBeGreaterThanOrEqual(rank[levelOf(b, a)]);
      }
  });
});

it('sends what was said of each dimension', () => {
  expect(answered({ timing: { likelihood: 2, impact: 3 }, market: 'none' })).toEqual({
    market: 'none',
    timing: { likelihood: 2, impact: 3 },
  });
});
