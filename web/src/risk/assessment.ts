export type Score = 1 | 2 | 3 | 4 | 5;
export const SCORES: readonly Score[] = [1, 2, 3, 4, 5];
export type RiskLevel = 'LOW' | 'MEDIUM' | 'HIGH';

/** What a prudential item is looked at for before it may be public (国办 2018 要点: 内容表述、公开时机、公开方式; 保密法第三十六条: 汇聚关联). */
export const DIMENSIONS = [
  'legality',
  'secrecy',
  'aggregation',
  'privacy',
  'stability',
  'opinion',
  'market',
  'safety',
  'accuracy',
  'timing',
  'reversibility',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What the assessor says of one dimension: it does not matter here, or how likely harm is and how heavy it would be. */
export type Rating = 'none' | { readonly likelihood: Score; readonly impact: Score };
export type Ratings = Partial<Record<Dimension, Rating>>;

/** Likelihood × impact from here on is the level. */
const FROM: readonly (readonly [number, RiskLevel])[] = [
  [15, 'HIGH'],
  [5, 'MEDIUM'],
  [0, 'LOW'],
];

export function levelOf(likelihood: Score, impact: Score): RiskLevel {
  return FROM.find(([least]) => likelihood * impact >= least)![1];
}

/** Dimensions that nobody has rated yet. */
export function unrated(ratings: Ratings): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => ratings[dimension] === undefined);
}

/** The level of the whole is that of its worst dimension, never a mean; null while one is unrated. */
export function worst(ratings: Ratings): { readonly level: RiskLevel; readonly dimension: Dimension | null } | null {
  if (unrated(ratings).length > 0) return null;
  const scored = DIMENSIONS.flatMap((dimension) => {
    const rating = ratings[dimension]!;
    return rating === 'none' ? [] : [{ dimension, score: rating.likelihood * rating.impact, rating }];
  });
  const top = scored.reduce<(typeof scored)[number] | null>((most, one) => (most && most.score >= one.score ? most : one), null);
  if (!top) return { level: 'LOW', dimension: null };
  return { level: levelOf(top.rating.likelihood, top.rating.impact), dimension: top.dimension };
}

/** What goes into the decision: dimension → likelihood and impact; those that do not matter say so. */
export function answered(ratings: Ratings): Record<string, { likelihood: number; impact: number } | 'none'> {
  return Object.fromEntries(DIMENSIONS.flatMap((dimension) => (ratings[dimension] ? [[dimension, ratings[dimension]]] : [])));
}
