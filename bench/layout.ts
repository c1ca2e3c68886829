import { VERSIONS, type Options } from './options.js';
import type { Operation } from './contender.js';

/** Round 0 warms up and is not counted: it is short. */
export function countsOf(options: Options, round: number): Pick<Options, 'alone' | 'perVersion' | 'items' | 'reads'> {
  return round > 0 ? options : { alone: 20, perVersion: 1, items: 60, reads: 50 };
}

/** Which item of which version is signed: both are numbers, positions from 0. */
export interface Place {
  readonly version: number;
  readonly position: number;
}

/** The versions of a contender, numbered from 0: one a round signed by one connection, 64 signed by 16, one a round signed and published. */
export const APART = 100;
export const TOGETHER = 200;
export const SIGNED = 300;

/** The items that a round signs, in the order in which they are asked for: neighbours are in different versions where there are many. */
export function placesOf(options: Options, operation: Operation, round: number): Place[] {
  const counts = countsOf(options, round);
  const inOne = (version: number, count: number) => Array.from({ length: count }, (_, position) => ({ version, position }));
  if (operation === 'signAlone') return inOne(round, counts.alone);
  if (operation === 'signTogether') return inOne(TOGETHER + round, counts.items);
  const first = firstApart(options, round);
  return Array.from({ length: VERSIONS * counts.perVersion }, (_, n) => ({
    version: APART + (n % VERSIONS),
    position: first + Math.floor(n / VERSIONS),
  }));
}

export function firstApart(options: Options, round: number): number {
  return Array.from({ length: round }, (_, before) => countsOf(options, before).perVersion).reduce((sum, count) => sum + count, 0);
}

/** All versions to be signed, with the number of their items. */
export function versionsOf(options: Options): { version: number; items: number }[] {
  const rounds = Array.from({ length: options.rounds + 1 }, (_, round) => round);
  return [
    ...rounds.map((round) => ({ version: round, items: countsOf(options, round).alone })),
    ...Array.from({ length: VERSIONS }, (_, n) => ({ version: APART + n, items: firstApart(options, options.rounds + 1) })),
    ...rounds.map((round) => ({ version: TOGETHER + round, items: countsOf(options, round).items })),
  ];
}
