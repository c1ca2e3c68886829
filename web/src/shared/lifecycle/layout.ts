/** Where the states of a lifecycle stand: column and row of a grid, drawn by hand so that the way to publication reads from left to right. */
const PLACES: Readonly<Record<string, Readonly<Record<string, readonly [column: number, row: number]>>>> = {
  catalogueVersion: {
    draft: [0, 0],
    confidentialityReview: [1, 0],
    riskAssessment: [2, 0],
    departmentApproval: [3, 0],
    scheduled: [4, 0],
    published: [5, 0],
    revised: [6, 0],
    discarded: [0, 1],
    takenDown: [5, 1],
  },
  itemReview: {
    drafting: [0, 0],
    awaitingReview: [1, 0],
    cleared: [2, 0],
    awaitingEndorsement: [3, 0],
    releasable: [4, 0],
    returned: [0, 1],
    deferred: [1, 1],
    referred: [2, 1],
    setAside: [3, 1],
    withheld: [4, 1],
    onApplication: [5, 1],
  },
  compilationTask: { issued: [0, 0], closed: [1, 0], withdrawn: [1, 1] },
  obligation: { open: [0, 0], fulfilled: [2, 0], overdue: [0, 1], doneOutside: [2, 1], exempted: [3, 1], withdrawn: [3, 0] },
  rectification: { issued: [0, 0], answered: [1, 0], accepted: [2, 0], overdue: [0, 1], withdrawn: [2, 1] },
  progressReport: { drafting: [0, 0], submitted: [1, 0], received: [2, 0], overdue: [0, 1] },
};

export const BOX = { width: 104, height: 34 };
const STEP = { x: 148, y: 92 };
const MARGIN = { x: 8, top: 8, bottom: 8 };
/** A curve goes three quarters of the way to where its handles are. */
const BULGE = 0.75;

export interface Transition {
  readonly from: string | null;
  readonly event: string;
  readonly to: string;
}

export interface Node {
  readonly state: string;
  readonly x: number;
  readonly y: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
  readonly path: string;
}

export interface Drawing {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly width: number;
  readonly height: number;
}

/**
 * The lifecycle as boxes and arrows, in pixels. Several events between two states share an arrow; an event that leads back to where it
 * started has none. A state that has no place yet stands in a row of its own below the others, so that a new one is never hidden.
 */
export function draw(machine: string, transitions: readonly Transition[]): Drawing {
  const places = new Map(Object.entries(PLACES[machine] ?? {}));
  const states = new Set(transitions.flatMap(({ from, to }) => (from ? [from, to] : [to])));
  [...states].filter((state) => !places.has(state)).forEach((state, column) => places.set(state, [column, 2]));
  const pairs = [...together(transitions).values()].map((events) => ({ from: events[0]!.from!, to: events[0]!.to, events }));
  const arcs = pairs.map(({ from, to }) => ({ row: places.get(from)![1], ...arcBetween(places.get(from)!, places.get(to)!) }));
  const rows = Math.max(0, ...[...states].map((state) => places.get(state)![1]));
  const top = MARGIN.top + room(arcs.filter((arc) => arc.row === 0 && arc.columns > 1));
  const bottom = MARGIN.bottom + room(arcs.filter((arc) => arc.row === rows && arc.columns < 0));
  const nodes = [...states].map((state) => {
    const [column, row] = places.get(state)!;
    return { state, x: MARGIN.x + column * STEP.x, y: top + row * STEP.y };
  });
  const at = new Map(nodes.map((node) => [node.state, node]));
  return {
    nodes,
    edges: pairs.map(({ from, to, events }) => ({
      from,
      to,
      events: events.map(({ event }) => event),
      path: route(at.get(from)!, at.get(to)!),
    })),
    width: Math.max(0, ...nodes.map((node) => node.x)) + BOX.width + MARGIN.x,
    height: top + rows * STEP.y + BOX.height + bottom,
  };
}

type Place = readonly [column: number, row: number];

/** How far an arrow leads along its row: 0 where it leads to another. */
function arcBetween(from: Place, to: Place): { readonly columns: number } {
  return { columns: from[1] === to[1] ? to[0] - from[0] : 0 };
}

/** How high the highest of some arcs is. */
function room(arcs: readonly { readonly columns: number }[]): number {
  return Math.ceil(Math.max(0, ...arcs.map(({ columns }) => BULGE * rise(columns))));
}

/** How far the handles of an arc over some columns are from its row. */
function rise(columns: number): number {
  return 14 + 8 * Math.min(4, Math.abs(columns));
}

function together(transitions: readonly Transition[]): Map<string, Transition[]> {
  const pairs = new Map<string, Transition[]>();
  for (const transition of transitions) {
    if (!transition.from || transition.from === transition.to) continue;
    const key = `${transition.from} ${transition.to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), transition]);
  }
  return pairs;
}

/** Neighbours: a straight arrow. Farther along the row: an arc above; back along it: an arc below. To another row: a slanted line. */
function route(from: Node, to: Node): string {
  const middle = BOX.height / 2;
  if (from.y !== to.y) {
    const down = to.y > from.y;
    const start = { x: from.x + BOX.width / 2 + (down ? 10 : -10), y: from.y + (down ? BOX.height : 0) };
    const end = { x: to.x + BOX.width / 2 + (down ? 10 : -10), y: to.y + (down ? 0 : BOX.height) };
    return `M${start.x} ${start.y} L${end.x} ${end.y}`;
  }
  const columns = Math.round((to.x - from.x) / STEP.x);
  if (columns === 1) return `M${from.x + BOX.width} ${from.y + middle} H${to.x}`;
  const above = columns > 0;
  const edge = from.y + (above ? 0 : BOX.height);
  const bend = edge + (above ? -1 : 1) * rise(columns);
  const start = from.x + BOX.width / 2 + (above ? 14 : -14);
  const end = to.x + BOX.width / 2 + (above ? -14 : 14);
  return `M${start} ${edge} C${start} ${bend} ${end} ${bend} ${end} ${edge}`;
}
