import type { Verdicts } from '../../machines/judge.js';
import { lifecycle, statesOf, type MachineId } from '../../machines/registry.js';
import { replayStep } from '../../machines/replay.js';
import { bodyOf, type AuditProblem, type ChainedEvent } from './chain.js';

/** A purge as the system chain says it is. */
export interface ReplayedPurge {
  readonly state: string | null;
  readonly seq: number;
  readonly contentHash: string | null;
  /** Who proposed it, and for whom. */
  readonly proposers: readonly string[];
}

interface Body {
  readonly type: string;
  readonly actor?: string | null;
  readonly onBehalfOf?: string | null;
  readonly machine?: { readonly id: MachineId; readonly version: string; readonly hash: string };
  readonly from?: string | null;
  readonly to?: string | null;
  readonly contentHash?: string;
  readonly facts?: { readonly guards?: Verdicts; readonly purgeId?: string; readonly from?: string; readonly to?: string };
}

const personsOf = ({ actor, onBehalfOf }: Body): string[] => [actor, onBehalfOf].filter((person) => typeof person === 'string');

/**
 * Replays the purges of the system chain: each starts where it left off, was enabled by its verdicts, leads where it says, of one text, and is confirmed
 * by nobody of those who proposed it (I12).
 * @param hashOf the hash of a machine's definition, null for a machine that this program does not know
 */
export function replayPurges(
  events: readonly ChainedEvent[],
  hashOf: (id: MachineId, version: string) => string | null,
): { purges: ReadonlyMap<string, ReplayedPurge>; problems: AuditProblem[] } {
  const purges = new Map<string, ReplayedPurge>();
  const problems: AuditProblem[] = [];
  let under: string | null = null;
  for (const event of events) {
    const body = bodyOf<Body>(event);
    if (body?.machine?.id !== 'purge') continue;
    const id = String(body.facts?.purgeId);
    const before = purges.get(id) ?? null;
    const standing = [...purges.values()].map(({ state }) => state);
    const fault =
      faultOfMachine(body, under, hashOf) ?? (body.type === MIGRATED ? faultOfMigration(body, under, standing) : faultOf(body, before));
    if (fault) problems.push({ seq: event.seq, ...fault });
    under = body.machine.version;
    if (body.type === MIGRATED) continue;
    purges.set(id, {
      state: body.to ?? null,
      seq: event.seq,
      contentHash: body.contentHash ?? null,
      proposers: before?.proposers ?? personsOf(body),
    });
  }
  return { purges, problems };
}

/** The log goes on under another version of the lifecycle; nothing moves. */
const MIGRATED = 'machine.migrated';

function faultOfMachine({ type, machine }: Body, under: string | null, hashOf: (id: MachineId, version: string) => string | null) {
  const { id, version, hash } = machine!;
  const known = hashOf(id, version);
  if (known === null) return { code: 'replay.unknownMachine', detail: `${id} ${version}` };
  if (known !== hash) return { code: 'replay.otherMachine', detail: `${id} ${version} had another definition` };
  if (type !== MIGRATED && under !== null && under !== version)
    return { code: 'replay.machineNotInForce', detail: `${id} ${version}, though it goes on under ${under}` };
  return null;
}

/** Another version comes into force out of the one that was, and knows every state that a purge stands in. */
function faultOfMigration({ machine, from, to, facts }: Body, under: string | null, standing: readonly (string | null)[]) {
  const { version } = machine!;
  if (under !== facts?.from || version !== facts?.to || under === version || from != null || to != null)
    return { code: 'replay.migration', detail: `purges go on under ${under}, not from ${facts?.from} to ${facts?.to}` };
  const known = statesOf(lifecycle<MachineId>('purge', version));
  const lost = standing.find((state) => !known.includes(state ?? ''));
  return lost === undefined ? null : { code: 'replay.stateNotThere', detail: `purge ${version} has no ${lost}` };
}

function faultOf(body: Body, before: ReplayedPurge | null) {
  const { id, version } = body.machine!;
  const standing = before?.state ?? null;
  if (standing !== (body.from ?? null)) return { code: 'replay.from', detail: `starts at ${body.from}, stood at ${standing}` };
  const step = replayStep(id, version, standing, body.type, body.facts?.guards ?? {});
  if (!step) return { code: 'replay.notEnabled', detail: `${body.type} was not possible in ${standing}` };
  if (step.to !== (body.to ?? null)) return { code: 'replay.to', detail: `leads to ${step.to}, says ${body.to}` };
  if (before && before.contentHash !== body.contentHash) return { code: 'purge.anotherText', detail: 'a purge is of one text' };
  if (body.to === 'done' && personsOf(body).some((person) => before!.proposers.includes(person)))
    return { code: 'purge.oneHand', detail: 'who proposed it confirmed it' };
  return null;
}
