/** How much an item may say: characters (UTF-16 units) of a text, entries of a list. Far above anything seen in a real catalogue. */
export const LIMITS = {
  levels: 4,
  level: 200,
  elements: 200,
  element: 4_000,
  bases: 50,
  title: 1_000,
  clauses: 100,
  clauseText: 20_000,
  timeLimit: 500,
  bodies: 50,
  groups: 50,
  duty: 10_000,
  reason: 2_000,
  /** Names, numbers, notes. */
  line: 300,
  /** All texts of one item together. */
  total: 200_000,
} as const;
