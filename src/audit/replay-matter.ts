import type { MachineId } from '../../machines/registry.js';
import { bodyOf, type AuditProblem, type ChainedEvent } from './chain.js';
import { replay } from './replay.js';

/** A task, an obligation, a rectification or a report as its log says it is. Days and hashes as the log writes them. */
export interface ReplayedMatter {
  machine: string | null;
  state: string | null;
  seq: number;
  purpose: string | null;
  organization: string | null;
  region: string | null;
  office: string | null;
  parent: string | null;
  period: string | null;
  since: string | null;
  text: string | null;
  dueOn: string | null;
  dueRule: unknown;
  provisional: boolean;
  doneOn: string | null;
  remindedFor: string | null;
  escalatedFor: string | null;
}

interface Body {
  type: string;
  machine?: { id: string };
  contentHash?: string;
  facts?: Readonly<Record<string, unknown>>;
}

const NOTHING: ReplayedMatter = {
  machine: null, state: null, seq: 0, purpose: null, organization: null, region: null, office: null, parent: null, period: null, since: null, text: null,
  dueOn: null, dueRule: null, provisional: false, doneOn: null, remindedFor: null, escalatedFor: null,
}; // prettier-ignore

/**
 * Replays the events of one matter: its lifecycle through the machine versions that they name, and what its row holds out of what they say.
 * @param hashOf the hash of a machine's definition, null for a machine that this program does not know
 */
export function replayMatter(
  events: readonly ChainedEvent[],
  hashOf: (id: MachineId, version: string) => string | null,
): { matter: ReplayedMatter; problems: AuditProblem[] } {
  const { version: stood, problems } = replay(events, hashOf);
  const matter = events.reduce((before, event) => after(before, bodyOf<Body>(event) ?? { type: '' }), NOTHING);
  return { matter: { ...matter, state: stood.state, seq: stood.seq }, problems };
}

const said = (value: unknown) => (value ?? null) as string | null;

function after(before: ReplayedMatter, { type, machine, contentHash, facts = {} }: Body): ReplayedMatter {
  const begun = before.machine === null ? begins(machine, facts) : {};
  return {
    ...before,
    ...begun,
    ...(contentHash !== undefined && { text: contentHash }),
    ...('dueOn' in facts && { dueOn: said(facts.dueOn), dueRule: facts.dueRule ?? null, provisional: facts.dueProvisional === true }),
    ...('doneOn' in facts && { doneOn: said(facts.doneOn) }),
    ...(type === 'remind' && { remindedFor: before.dueOn }),
    ...(type === 'escalate' && { escalatedFor: before.dueOn }),
  };
}

function begins(machine: Body['machine'], facts: Readonly<Record<string, unknown>>): Partial<ReplayedMatter> {
  return {
    machine: said(machine?.id),
    purpose: said(facts.purpose),
    organization: said(facts.organizationId),
    region: said(facts.regionCode),
    office: said(facts.officeRegion),
    parent: said(facts.parentId),
    period: said(facts.period),
    since: said(facts.since),
  };
}
