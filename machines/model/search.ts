import { attempt, moves } from './moves.js';
import { isOpen, type World } from './world.js';

/** A world as one text: equal texts, equal worlds. */
export const keyOf = (world: World): string => JSON.stringify(world);

export interface Limits {
  readonly states: number;
  readonly versions: number;
}

export interface Explored {
  /** Every world reached, in the order of the search. */
  readonly worlds: readonly World[];
  /** How many of them had all their moves tried; the others lie on the rim. */
  readonly expanded: number;
  readonly steps: number;
}

/** The worlds one move away, each once. */
export function successors(world: World, versions: number): World[] {
  const next = new Map<string, World>();
  for (const move of moves(world)) {
    if (move.on === 'version' && move.event.type === 'revise' && world.versions.length >= versions) continue;
    const reached = attempt(world, move);
    if (reached !== null) next.set(keyOf(reached), reached);
  }
  return [...next.values()];
}

/** Breadth first from the given worlds; `visit` sees each world once and throws when it finds it wrong. */
export function explore(from: readonly World[], limits: Limits, visit: (world: World) => void): Explored {
  const seen = new Set<string>();
  const worlds: World[] = [];
  const add = (world: World): void => {
    const key = keyOf(world);
    if (seen.has(key)) return;
    seen.add(key);
    visit(world);
    worlds.push(world);
  };
  from.forEach(add);
  let expanded = 0;
  let steps = 0;
  while (expanded < worlds.length && worlds.length < limits.states) {
    for (const next of successors(worlds[expanded]!, limits.versions)) {
      steps += 1;
      add(next);
    }
    expanded += 1;
  }
  return { worlds, expanded, steps };
}

/** How near a world is to having nothing open: less is nearer. */
const STAGES = ['draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled'];
const WAITING = ['drafting', 'returned', 'deferred', 'referred', 'awaitingReview', 'cleared', 'awaitingEndorsement'];
export function remaining(world: World): number {
  const version = world.versions.find(isOpen);
  if (version === undefined) return 0;
  const stage = STAGES.length - STAGES.indexOf(version.state);
  const waiting = Object.values(version.items).map(({ state }) => (WAITING.includes(state) ? WAITING.length - WAITING.indexOf(state) : 0));
  return stage + 10 * waiting.reduce((sum, each) => sum + each, 0);
}

/** Small and repeatable: the same seed gives the same walk. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const discards = (world: World): number => world.versions.filter(({ state }) => state === 'discarded').length;

/** A random walk of allowed moves that discards nothing; half of its steps go where less remains, so that it comes to later versions. */
export function walk(from: World, limits: Limits, random: () => number, visit: (world: World) => void): World[] {
  const path: World[] = [];
  let world = from;
  for (let step = 0; step < limits.states; step += 1) {
    const next = successors(world, limits.versions).filter((candidate) => discards(candidate) === 0);
    if (next.length === 0) return path;
    const least = Math.min(...next.map(remaining));
    const nearer = next.filter((candidate) => remaining(candidate) === least);
    const pool = random() < 0.5 && least > 0 ? nearer : next;
    world = pool[Math.floor(random() * pool.length)]!;
    visit(world);
    path.push(world);
  }
  return path;
}

/**
 * A world to which some path leads and that is wanted, nearest-looking first; null when none is found among `states` worlds.
 */
export function pathTo(from: World, wanted: (world: World) => boolean, limits: Limits): World | null {
  const seen = new Set([keyOf(from)]);
  const open = [from];
  for (let tried = 0; tried < limits.states && open.length > 0; tried += 1) {
    const best = open.reduce((nearest, world, index) => (remaining(world) < remaining(open[nearest]!) ? index : nearest), 0);
    const [world] = open.splice(best, 1);
    if (wanted(world!)) return world!;
    for (const next of successors(world!, limits.versions)) {
      const key = keyOf(next);
      if (!seen.has(key)) open.push(next);
      seen.add(key);
    }
  }
  return null;
}
