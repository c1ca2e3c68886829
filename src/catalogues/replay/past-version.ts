import type { DataSource } from 'typeorm';
import { rolesPermitted } from '../../../machines/hands.js';
import type { ItemState, VersionState } from '../../../machines/item-review.facts.js';
import type { RoleCode } from '../../../machines/people.facts.js';
import { lifecycle, transitionsOf, type MachineId } from '../../../machines/registry.js';
import type { StoredVersion } from '../../commands/facts.js';
import type { PersonReference } from '../views/item.views.js';
import type { PastRow } from './past-rows.js';

/** The version's own state after some event of its log. */
export interface PastVersion {
  readonly state: VersionState;
  readonly stateSeq: number;
  /** The machine version that was in force for the version, and the one for its items: null before the first of them came. */
  readonly machineVersion: string;
  readonly itemMachineVersion: string | null;
  readonly publishAt: string | null;
}

const VERSION = `select e.to_state as state, e.seq::int as "stateSeq", e.machine_version as "machineVersion",
    (select i.machine_version from mulu.log_event i where i.stream = $1 and i.seq <= $2 and i.machine_id = 'itemReview' order by i.seq desc limit 1)
      as "itemMachineVersion",
    case when e.to_state = 'scheduled' then convert_from(e.body, 'UTF8')::jsonb #>> '{facts,publishAt}' end as "publishAt"
  from mulu.log_event e
  where e.stream = $1 and e.machine_id = 'catalogueVersion' and e.seq <= $2
    and e.at <= (select m.at from mulu.log_event m where m.stream = $1 and m.seq = $2)
  order by e.at desc, e.seq desc limit 1`;

/** The version as the last of its own events up to `seq` left it. */
export async function pastVersion(source: DataSource, versionId: string, seq: number): Promise<PastVersion> {
  const [row]: PastVersion[] = await source.query(VERSION, [versionId, seq]);
  return { ...row!, publishAt: row!.publishAt && new Date(row!.publishAt).toISOString() };
}

/** The event that takes a thing on from its state, where somebody is to act. */
const NEXT_OF_VERSION: Partial<Record<VersionState, string>> = {
  draft: 'submit',
  confidentialityReview: 'concludeConfidentialityReview',
  riskAssessment: 'concludeRiskAssessment',
  departmentApproval: 'approve',
};
const NEXT_OF_ITEM: Partial<Record<ItemState, string>> = {
  awaitingReview: 'clear',
  returned: 'amend',
  referred: 'determine',
  deferred: 'resume',
  cleared: 'acceptRisk',
  awaitingEndorsement: 'endorse',
};
const ITEMS_MOVE: readonly VersionState[] = ['confidentialityReview', 'riskAssessment'];

/** Who was to act: a role, on how many items (null: on the version as a whole), and who held it then. */
export interface Holding {
  readonly role: RoleCode;
  readonly items: number | null;
  readonly persons: PersonReference[];
}

/** Appointments as they were at an instant: begun, neither ended nor revoked; a deputy's counts no longer than the principal's own. */
const HELD = `with held as (
    select a.* from mulu.appointment a
    where a.role = any ($2) and a.starts_at <= $3 and (a.ends_at is null or a.ends_at > $3) and (a.revoked_at is null or a.revoked_at > $3)
      and (a.organization_id = $1 or a.region_code in (select mulu.region_lineage(o.region_code) from mulu.organization o where o.id = $1))
  )
  select distinct h.role, p.id, p.display_name as "displayName" from held h join mulu.account p on p.id = h.account_id
  where h.principal_id is null or exists (select from held x where x.account_id = h.principal_id and x.role = h.role and x.principal_id is null)
  order by p.display_name, p.id`;

/** Who was to act on the version and on its items at an instant: the roles by the machines, the persons by their appointments then. */
export async function holdersOf(
  source: DataSource,
  version: Pick<StoredVersion, 'organizationId' | 'smallBody'>,
  past: Pick<PastVersion, 'state' | 'machineVersion' | 'itemMachineVersion'>,
  rows: readonly Pick<PastRow, 'state'>[],
  until: string,
): Promise<Holding[]> {
  const whole = rolesOf('catalogueVersion', past.machineVersion, past.state, NEXT_OF_VERSION[past.state], version.smallBody);
  const onItems = new Map<RoleCode, number>();
  for (const { state } of ITEMS_MOVE.includes(past.state) ? rows : []) {
    for (const role of rolesOf('itemReview', past.itemMachineVersion!, state, NEXT_OF_ITEM[state], version.smallBody)) {
      onItems.set(role, (onItems.get(role) ?? 0) + 1);
    }
  }
  const roles = [...new Set([...whole, ...onItems.keys()])];
  if (roles.length === 0) return [];
  const held: (PersonReference & { role: RoleCode })[] = await source.query(HELD, [version.organizationId, roles, until]);
  const persons = (role: RoleCode) => held.filter((one) => one.role === role).map(({ id, displayName }) => ({ id, displayName }));
  return [
    ...whole.map((role) => ({ role, items: null, persons: persons(role) })),
    ...[...onItems].map(([role, items]) => ({ role, items, persons: persons(role) })),
  ];
}

function rolesOf(machine: MachineId, version: string, state: string, event: string | undefined, smallBody: boolean): RoleCode[] {
  if (event === undefined) return [];
  const transitions = transitionsOf(lifecycle<MachineId>(machine, version), state, event);
  return [...new Set(transitions.flatMap(({ guard }) => rolesPermitted(guard.params, smallBody)))] as RoleCode[];
}
