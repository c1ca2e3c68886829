import type { Verdicts } from '../../machines/judge.js';
import { replayStep } from '../../machines/replay.js';
import { lifecycle, statesOf, type MachineId } from '../../machines/registry.js';
import { bodyOf, type AuditProblem, type ChainedEvent } from './chain.js';

export interface ReplayedItem {
  readonly state: string;
  readonly seq: number;
  readonly revisionId: string;
  readonly contentHash: string;
}

/** A version as its log says it is. */
export interface ReplayedVersion {
  state: string | null;
  seq: number;
  items: Map<string, ReplayedItem>;
  /** Ids of the items in the order of the rows. */
  order: string[];
  /** Item → hash of the words that gave its row the number; logs that were begun before births said it name only later ones. */
  numbers: Map<string, string>;
}

interface Body {
  type: string;
  machine?: { id: MachineId; version: string; hash: string };
  from?: string | null;
  to?: string | null;
  itemId?: string;
  revisionId?: string;
  contentHash?: string;
  reasonHash?: string;
  facts?: { guards?: Verdicts; after?: string | null; from?: string; to?: string };
}

/**
 * Replays the events of one version through the machine versions that they name: each must start where the one before left
 * off, be enabled by the verdicts that it recorded, and lead where it says.
 * @param hashOf the hash of a machine's definition, null for a machine that this program does not know
 * @param until an event after which the items are asked for, too
 * @returns `stood` is how the items stood then; where no event is named, or it is not there, as they stand at the end
 */
export function replay(
  events: readonly ChainedEvent[],
  hashOf: (id: MachineId, version: string) => string | null,
  until: number | null = null,
): { version: ReplayedVersion; stood: ReadonlyMap<string, ReplayedItem>; problems: AuditProblem[] } {
  const version: ReplayedVersion = { state: null, seq: 0, items: new Map(), order: [], numbers: new Map() };
  let stood: ReadonlyMap<string, ReplayedItem> = version.items;
  const problems: AuditProblem[] = [];
  const inForce = new Map<MachineId, string>();
  for (const event of events) {
    const { seq } = event;
    const body = bodyOf<Body>(event);
    if (body === null) continue;
    arrange(version, body);
    if (!body.machine) continue;
    const fault = faultOf(body, version, inForce, hashOf);
    if (fault) problems.push({ seq, ...fault });
    inForce.set(body.machine.id, body.machine.version);
    if (body.type !== MIGRATED) apply(version, body, seq);
    if (seq === until) stood = new Map(version.items);
  }
  return { version, stood, problems };
}

/** The log goes on under another version of a lifecycle; nothing moves. */
const MIGRATED = 'machine.migrated';

function faultOf(
  body: Body,
  version: ReplayedVersion,
  inForce: ReadonlyMap<MachineId, string>,
  hashOf: (id: MachineId, version: string) => string | null,
) {
  const { id, version: machineVersion, hash } = body.machine!;
  const known = hashOf(id, machineVersion);
  if (known === null) return { code: 'replay.unknownMachine', detail: `${id} ${machineVersion}` };
  if (known !== hash) return { code: 'replay.otherMachine', detail: `${id} ${machineVersion} had another definition` };
  if (body.type === MIGRATED) return faultOfMigration(body, version, inForce);
  const under = inForce.get(id) ?? machineVersion;
  if (under !== machineVersion)
    return { code: 'replay.machineNotInForce', detail: `${id} ${machineVersion}, though it goes on under ${under}` };
  const standing = body.itemId ? (version.items.get(body.itemId)?.state ?? null) : version.state;
  if (standing !== (body.from ?? null)) return { code: 'replay.from', detail: `starts at ${body.from}, stood at ${standing}` };
  const step = replayStep(id, machineVersion, standing, body.type, body.facts?.guards ?? {});
  if (!step) return { code: 'replay.notEnabled', detail: `${body.type} was not possible in ${standing}` };
  if (step.to !== (body.to ?? null)) return { code: 'replay.to', detail: `leads to ${step.to}, says ${body.to}` };
  return null;
}

/** Another version comes into force out of the one that was, and knows every state that something stands in. */
function faultOfMigration({ machine, from, to, facts }: Body, version: ReplayedVersion, inForce: ReadonlyMap<MachineId, string>) {
  const { id, version: next } = machine!;
  const under = inForce.get(id);
  if (under !== facts?.from || next !== facts?.to || under === next)
    return { code: 'replay.migration', detail: `${id} goes on under ${under}, not from ${facts?.from} to ${facts?.to}` };
  const ofItems = id === 'itemReview';
  if ((from ?? null) !== (to ?? null) || (!ofItems && (to ?? null) !== version.state))
    return { code: 'replay.migration', detail: `it stands at ${version.state}, not from ${from} to ${to}` };
  const known = statesOf(lifecycle<MachineId>(id, next));
  const lost = (ofItems ? [...version.items.values()].map(({ state }) => state) : [version.state]).find(
    (state) => !known.includes(state ?? ''),
  );
  return lost === undefined ? null : { code: 'replay.stateNotThere', detail: `${id} ${next} has no ${lost}` };
}

function apply(version: ReplayedVersion, body: Body, seq: number): void {
  if (!body.itemId) {
    version.state = body.to ?? null;
    version.seq = seq;
  } else if (body.to == null) {
    version.items.delete(body.itemId);
  } else {
    version.items.set(body.itemId, { state: body.to, seq, revisionId: body.revisionId!, contentHash: body.contentHash! });
  }
}

/** A row comes last, or behind the one that its event names; it moves by an event that names its neighbour; it goes with its item. */
function arrange({ items, order, numbers }: ReplayedVersion, { type, machine, itemId, to, reasonHash, facts }: Body): void {
  if (!itemId) return;
  if (reasonHash !== undefined && (type === 'create' || type === 'items.arranged')) numbers.set(itemId, reasonHash);
  const comes = machine !== undefined && to != null && !items.has(itemId);
  const goes = machine !== undefined && to == null;
  const moves = type === 'items.arranged' && facts?.after !== undefined;
  if (goes || moves) order.splice(order.indexOf(itemId), 1);
  if (comes || moves) order.splice(facts?.after === undefined ? order.length : order.indexOf(facts.after ?? '') + 1, 0, itemId);
}
