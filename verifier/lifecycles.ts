import type { EventBytes, Fault } from './chain.js';
import { sha256 } from './digest.js';

/**
 * The definitions of lifecycles that a package brings along, by the SHA-256 of their bytes, as events name them (docs/decisions/0024-machine-versions.md):
 * `{config: {states: {[state]: {on: {[event]: branch | branch[]}}}}, creation: {[event]: branch[]}, requirements: {[event]: {id}[]}}`.
 */
export type Definitions = ReadonlyMap<string, Buffer>;

interface Branch {
  readonly target: string;
  readonly meta?: { readonly leaves?: boolean };
  readonly guard: { readonly params: Permission };
}

interface Permission {
  readonly by: readonly string[];
  readonly smallBody?: readonly string[];
  readonly when?: readonly string[];
  readonly unless?: readonly string[];
}

interface Definition {
  readonly config: { readonly states: Readonly<Record<string, { readonly on?: Readonly<Record<string, Branch | readonly Branch[]>> }>> };
  readonly creation: Readonly<Record<string, readonly Branch[]>>;
  readonly requirements: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

interface Said {
  readonly type: string;
  readonly actor?: string | null;
  readonly roles?: readonly string[];
  readonly machine?: { readonly id: string; readonly version: string; readonly hash: string };
  readonly from?: string | null;
  readonly to?: string | null;
  readonly itemId?: string;
  readonly contentHash?: string;
  readonly facts?: {
    readonly guards?: Readonly<Record<string, boolean>>;
    readonly from?: string;
    readonly to?: string;
    readonly purgeId?: string;
  };
}

/** Of what a log has many, each with its own state: an item of a version, a purge of the system. Undefined where it is the log's own matter. */
const oneOf = ({ itemId, facts = {} }: Said): string | undefined => itemId ?? facts.purgeId;

/** What the steps of one log come to. */
export interface Followed {
  /** The first step that its lifecycle does not know, or that does not follow from the one before. */
  readonly fault: Fault | null;
  /** Hashes of definitions that events name and the package does not bring: what they did cannot be followed. */
  readonly missing: ReadonlySet<string>;
}

/** Where things stand: the log's own state, that of each item (or purge) with its text, and each lifecycle's version in force. */
interface Standing {
  state: string | null;
  readonly items: Map<string, { readonly state: string; readonly text: string | undefined }>;
  readonly inForce: Map<string, string>;
}

/**
 * Takes every step of a log again by the definitions that its events name: it begins where the one before ended, lies in the table of the lifecycle that is in force,
 * is taken by a role that may, on the text that stands, with every requirement of the event recorded as met, and leads where it says. Neither texts nor facts are
 * needed: the log keeps hashes and verdicts.
 * Call it for a chain that has no fault.
 */
export function followSteps(stream: string, events: readonly EventBytes[], definitions: Definitions): Followed {
  const standing: Standing = { state: null, items: new Map(), inForce: new Map() };
  const missing = new Set<string>();
  for (const { seq, body } of events) {
    const said = JSON.parse(body.toString('utf8')) as Said;
    if (!said.machine) continue;
    const detail = isReadable(said) ? taken(said, standing, definitions, missing) : 'it is not said as steps are';
    if (detail !== null) return { fault: { stream, seq, code: 'lifecycle.step', detail }, missing };
    move(said, standing);
  }
  return { fault: null, missing };
}

function taken(said: Said, standing: Standing, definitions: Definitions, missing: Set<string>): string | null {
  const bytes = definitions.get(said.machine!.hash);
  if (bytes !== undefined) return faultOf(said, standing, definitionOf(bytes));
  missing.add(said.machine!.hash);
  return null;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNone = (value: unknown): boolean => value === undefined || value === null || isText(value);

/** Bodies are whatever somebody wrote; what is looked at must be what it is taken for. */
function isReadable({ type, actor, roles = [], machine, from, to, itemId, contentHash, facts = {} }: Said): boolean {
  const { id, version, hash } = machine!;
  const objects = typeof facts === 'object' && facts !== null && typeof (facts.guards ?? {}) === 'object';
  return (
    objects &&
    [type, id, version, hash].every(isText) &&
    [actor, from, to, itemId, contentHash, facts.purgeId].every(isTextOrNone) &&
    Array.isArray(roles) &&
    roles.every(isText)
  );
}

/** Definitions whose bytes are not those that they are named by. */
export function faultsOfDefinitions(definitions: Definitions): Fault[] {
  return [...definitions].flatMap(([hash, bytes]) => {
    const fault = (detail: string) => [{ stream: '', seq: null, code: 'lifecycle.hash', detail }];
    if (sha256(bytes).toString('hex') !== hash) return fault(`the definition ${hash} has other bytes`);
    return isDefinition(bytes) ? [] : fault(`${hash} is no definition of a lifecycle`);
  });
}

const parsed = new WeakMap<Buffer, Definition>();
function definitionOf(bytes: Buffer): Definition {
  const known = parsed.get(bytes) ?? (JSON.parse(bytes.toString('utf8')) as Definition);
  parsed.set(bytes, known);
  return known;
}

function isDefinition(bytes: Buffer): boolean {
  try {
    const { config, creation, requirements } = definitionOf(bytes);
    return typeof config.states === 'object' && typeof creation === 'object' && typeof requirements === 'object';
  } catch {
    return false;
  }
}

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

function branchesOf({ config, creation }: Definition, from: string | null, type: string): readonly Branch[] {
  const found = from === null ? own(creation, type) : own(own(config.states, from)?.on ?? {}, type);
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as readonly Branch[]) : [found as Branch];
}

function faultOf(said: Said, standing: Standing, definition: Definition): string | null {
  const { type, machine, from = null, to = null, facts = {} } = said;
  const one = oneOf(said);
  if (type === MIGRATED) return faultOfMigration(said, standing, definition);
  const inForce = standing.inForce.get(machine!.id) ?? machine!.version;
  if (inForce !== machine!.version) return `it is taken under ${machine!.id} ${machine!.version}, though ${inForce} is in force`;
  const stood = one === undefined ? standing.state : (standing.items.get(one)?.state ?? null);
  if (stood !== from) return `it starts at ${from}, what it concerns stood at ${stood}`;
  const verdicts = facts.guards ?? {};
  const unmet = own(definition.requirements, type)?.find(({ id }) => verdicts[id] !== true);
  if (unmet) return `${type} wants ${unmet.id}, which is not recorded as met`;
  const branch = branchesOf(definition, from, type).find(({ guard: { params } }) => isTaken(params, verdicts));
  if (!branch) return `${machine!.id} ${machine!.version} knows no such step from ${from}: ${type}`;
  const leads = branch.meta?.leaves === true ? null : branch.target;
  if (leads !== to) return `${type} leads from ${from} to ${leads}, not to ${to}`;
  if (!mayTake(said, branch.guard.params)) return `${type} is not for ${said.roles?.join(', ') || 'the system'}`;
  const text = standing.items.get(one ?? '')?.text;
  const other = one !== undefined && from !== null && text !== said.contentHash && !REWORDING.has(type);
  return other ? `${type} is on the text ${said.contentHash}, what stood was ${text}` : null;
}

/** Events that bring another text; every other one is on the text that stands, a signature above all. */
const REWORDING: ReadonlySet<string> = new Set(['edit', 'remove']);

const isTaken = ({ when = [], unless = [] }: Permission, verdicts: Readonly<Record<string, boolean>>): boolean =>
  when.every((name) => verdicts[name] === true) && unless.every((name) => verdicts[name] === false);

function mayTake({ actor = null, roles = [] }: Said, { by, smallBody = [] }: Permission): boolean {
  if (actor === null) return by.includes('system');
  return roles.some((role) => by.includes(role) || smallBody.includes(role));
}

/** The log goes on under another version of a lifecycle, which knows every state that something stands in; nothing moves. */
const MIGRATED = 'machine.migrated';

function faultOfMigration(
  { machine, from = null, to = null, facts = {} }: Said,
  standing: Standing,
  { config }: Definition,
): string | null {
  const { id, version } = machine!;
  const inForce = standing.inForce.get(id);
  if (inForce === undefined || inForce !== facts.from || version !== facts.to || inForce === version)
    return `${id} goes on under ${inForce}, not from ${facts.from} to ${facts.to}`;
  if (from !== to || (to !== null && to !== standing.state)) return `it moves something: ${standing.state}, from ${from} to ${to}`;
  const states = to === null ? [...standing.items.values()].map(({ state }) => state) : [to];
  const lost = states.find((state) => own(config.states, state) === undefined);
  return lost === undefined ? null : `${id} ${version} has no state ${lost}`;
}

function move(said: Said, standing: Standing): void {
  const { type, machine, contentHash, to = null } = said;
  const one = oneOf(said);
  standing.inForce.set(machine!.id, machine!.version);
  if (type === MIGRATED) return;
  if (one === undefined) standing.state = to;
  else if (to === null) standing.items.delete(one);
  else standing.items.set(one, { state: to, text: contentHash });
}
