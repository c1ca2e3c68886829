/** How much of what a run measures. Counts are per round and contender. */
export interface Options {
  readonly rounds: number;
  /** Signatures by one connection. */
  readonly alone: number;
  /** Signatures on each of the 64 versions by 16 connections. */
  readonly perVersion: number;
  /** Items of the version that 16 connections sign together, and that is then published. */
  readonly items: number;
  /** Requests for the published catalogue. */
  readonly reads: number;
  /** The distribution's PostgreSQL instead of the embedded one. */
  readonly distribution: boolean;
  /** Keeps the servers' data folder, for a look afterwards. */
  readonly keep: boolean;
}

export const VERSIONS = 64;
export const CONNECTIONS = 16;

/** What every measurement may be asked for. */
export interface Flags {
  readonly quick: boolean;
  readonly rounds: number;
  readonly distribution: boolean;
  readonly keep: boolean;
}

const USAGE = `npm run bench -- [board | log] [--quick] [--distribution] [--keep] [--rounds N]
  board           the board over the whole territory instead of sign-offs and publications
  log             the check of a log of a million events
  --quick         about two minutes instead of about ten
  --distribution  on the distribution's PostgreSQL (/usr/lib/postgresql/*/bin) instead of the embedded one
  --keep          leave the data folder under the system's temporary folder
  --rounds N      how often the contenders take turns`;

/** @throws Error naming an unknown flag */
export function readFlags(args: readonly string[]): Flags {
  const known = new Set(['--quick', '--distribution', '--keep', '--rounds']);
  const at = args.indexOf('--rounds');
  const rounds = at === -1 ? undefined : Number(args[at + 1]);
  const flags = args.filter((_, index) => at === -1 || index !== at + 1);
  const unknown = flags.find((flag) => !known.has(flag));
  if (unknown !== undefined || (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))) throw new Error(USAGE);
  const quick = flags.includes('--quick');
  return { quick, rounds: rounds ?? (quick ? 3 : 9), distribution: flags.includes('--distribution'), keep: flags.includes('--keep') };
}

/** @throws Error naming an unknown flag */
export function readOptions(args: readonly string[]): Options {
  const { quick, ...flags } = readFlags(args);
  return { ...flags, alone: quick ? 100 : 300, perVersion: quick ? 4 : 8, items: 300, reads: quick ? 400 : 1500 };
}
