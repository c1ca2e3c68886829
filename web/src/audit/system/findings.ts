import type { components } from '../../api/schema';

export type SystemAudit = components['schemas']['SystemAuditView'];
export type Problem = SystemAudit['problems'][number];

export const PLACES = [
  'chain',
  'account',
  'appointment',
  'body',
  'catalogue',
  'calendar',
  'import',
  'record',
  'machine',
  'text',
  'other',
] as const;
export type Place = (typeof PLACES)[number];
export const KINDS = [
  'missing',
  'differs',
  'unlogged',
  'doubled',
  'purged',
  'gap',
  'header',
  'broken',
  'hash',
  'time',
  'body',
  'column',
] as const;
export type Kind = (typeof KINDS)[number];

/** What was found at one place. */
export interface Findings {
  readonly place: Place;
  readonly problems: readonly Problem[];
}

/** Where a finding lies, by its code: `account.differs`. */
export const placeOf = ({ code }: Problem): Place => PLACES.find((place) => code.startsWith(`${place}.`)) ?? 'other';
/** In what way a row and the log differ, or an event and its chain; null for what has no words here. */
export const kindOf = ({ code }: Problem): Kind | null => KINDS.find((kind) => code.endsWith(`.${kind}`)) ?? null;

/** The findings by their places, in the order in which the log is built up: what is wrong with the chain comes first. */
export function byPlace(problems: readonly Problem[]): Findings[] {
  return PLACES.map((place) => ({ place, problems: problems.filter((one) => placeOf(one) === place) })).filter(
    (found) => found.problems.length > 0,
  );
}
