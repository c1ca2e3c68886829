import { hex, moment, type Ask } from './ask.js';
import { verifyChain, type AuditProblem } from './chain.js';
import { differences, type NamedRow } from './differences.js';
import { replayPurges } from './replay-purges.js';
import { saidBy, type SaidEvent } from './said.js';
import { registeredMachines } from './registered.js';
import { storedChain } from './stored.js';
import { namedTexts, textOf, type Texts } from './texts.js';

/** The chain of what belongs to no version and no matter: sign-ins, accounts, grants, bodies, catalogues, calendars. */
export const SYSTEM_STREAM = '00000000-0000-0000-0000-000000000000';

export interface VerifiedSystem {
  readonly valid: boolean;
  readonly events: number;
  readonly head: string | null;
  readonly problems: AuditProblem[];
}

const ACCOUNTS = `select 'account ' || id as name, null as seq, jsonb_build_object('active', active) as row from mulu.account`;
const APPOINTMENTS = `select 'appointment ' || id as name, null as seq, jsonb_build_object('account', account_id, 'role', role,
    'organization', organization_id, 'region', region_code, 'principal', principal_id, 'startsAt', ${moment('starts_at')}, 'endsAt', ${moment('ends_at')},
    'grantedBy', granted_by, 'revokedBy', revoked_by, 'revokedAt', ${moment('revoked_at')}) as row
  from mulu.appointment`;
const BODIES = `select 'body ' || id as name, null as seq, jsonb_build_object('region', region_code) as row from mulu.organization`;
const CATALOGUES = `select 'catalogue ' || id as name, created_seq::int as seq, jsonb_build_object('organization', organization_id, 'profile', profile_id,
    'kind', kind, 'titleHash', ${hex(`sha256(convert_to(title, 'UTF8'))`)}, 'seq', created_seq) as row
  from mulu.catalogue`;
const CALENDARS = `select 'calendar ' || c.year || '/' || c.number as name, c.seq::int as seq, jsonb_build_object('year', c.year, 'seq', c.seq, 'source', c.source, 'days', coalesce((
    select jsonb_agg(d.day || ' ' || d.kind || ' ' || d.name order by d.day) from mulu.calendar_day d where d.year = c.year and d.number = c.number), '[]')) as row
  from mulu.calendar_edition c`;
const IMPORTS = `select 'import ' || id as name, null as seq, jsonb_build_object('version', version_id, 'fileHash', ${hex('file_hash')}, 'uploadedBy', uploaded_by) as row
  from mulu.import`;

const RECORDS = `select 'record of ' || version_id as name, seq::int as seq, jsonb_build_object('seq', seq) as row from mulu.publication_record`;
const MACHINES = `select 'lifecycle ' || id || ' ' || version as name, seq::int as seq, jsonb_build_object('seq', seq, 'definition', ${hex('definition')},
    'source', ${hex('source')}) as row
  from mulu.machine`;

const CHECKS = `select 'check of ' || due as name, seq::int as seq, jsonb_build_object('seq', seq, 'whole', whole, 'verdict', verdict, 'logs', logs, 'events', events,
    'covered', covered, 'found', found) as row
  from mulu.log_check where ended_at is not null`;
const PURGES = `select 'purge ' || id as name, state_seq::int as seq, jsonb_build_object('state', state, 'seq', state_seq, 'contentHash', ${hex('content_hash')}) as row
  from mulu.purge`;

/** The system chain: its bytes, and the rows that it answers for. */
export async function verifySystem(ask: Ask): Promise<VerifiedSystem> {
  const events = await storedChain(ask, SYSTEM_STREAM);
  const said = saidBy(events);
  const { texts, problems: textFaults } = await namedTexts(ask, said);
  const all = (sql: string): Promise<NamedRow[]> => ask<NamedRow>(sql, []);
  const purged = replayPurges(events, await registeredMachines(ask));
  const appointments = await all(APPOINTMENTS);
  const problems = [
    ...verifyChain(SYSTEM_STREAM, events),
    ...differences('account', await all(ACCOUNTS), accountsSaid(said)),
    ...differences('appointment', appointments, appointmentsSaid(said)),
    ...revocationFaults(appointments, said),
    ...differences('body', await all(BODIES), bodiesSaid(said)),
    ...differences('catalogue', await all(CATALOGUES), cataloguesSaid(said)),
    ...differences('calendar', await all(CALENDARS), calendarsSaid(said, texts)),
    ...differences('import', await all(IMPORTS), importsSaid(said)),
    ...differences('record', await all(RECORDS), recordsSaid(said)),
    ...purged.problems,
    ...differences('purge', await all(PURGES), purgesSaid(purged.purges)),
    ...differences('machine', await all(MACHINES), machinesSaid(said)),
    ...differences('check', await all(CHECKS), checksSaid(said)),
    ...textFaults,
  ];
  return { valid: problems.length === 0, events: events.length, head: events.at(-1)?.hash.toString('hex') ?? null, problems };
}

const of = (events: readonly SaidEvent[], type: string): readonly SaidEvent[] => events.filter((event) => event.type === type);

function purgesSaid(purges: ReturnType<typeof replayPurges>['purges']): NamedRow[] {
  return [...purges].map(([id, { state, seq, contentHash }]) => ({ name: `purge ${id}`, seq, row: { state, seq, contentHash } }));
}

function accountsSaid(events: readonly SaidEvent[]): NamedRow[] {
  const active = new Map<unknown, boolean>();
  for (const { type, facts } of events)
    if (type === 'account.enabled' || type === 'account.disabled') active.set(facts.accountId, type === 'account.enabled');
  return of(events, 'account.created').map(({ seq, facts: { accountId } }) => ({
    name: `account ${String(accountId)}`,
    seq,
    row: { active: active.get(accountId) ?? true },
  }));
}

function appointmentsSaid(events: readonly SaidEvent[]): NamedRow[] {
  const revoked = new Map(of(events, 'appointment.revoked').map(({ facts, actor }) => [facts.appointmentId, actor]));
  return of(events, 'appointment.granted').map(({ seq, actor, facts }) => ({
    name: `appointment ${String(facts.appointmentId)}`,
    seq,
    row: {
      account: facts.accountId,
      role: facts.role,
      organization: facts.organizationId,
      region: facts.regionCode,
      principal: facts.principalId,
      startsAt: facts.startsAt,
      endsAt: facts.endsAt,
      grantedBy: actor,
      revokedBy: revoked.get(facts.appointmentId) ?? null,
    },
  }));
}

/** The transaction's own time, so a little before its event. */
const SOON_MS = 60_000;

function revocationFaults(appointments: readonly NamedRow[], events: readonly SaidEvent[]): AuditProblem[] {
  const revoked = new Map(
    of(events, 'appointment.revoked').map(({ seq, at, facts }) => [`appointment ${String(facts.appointmentId)}`, { seq, at }]),
  );
  return appointments.flatMap(({ name, row: { revokedAt } }) => {
    const event = revoked.get(name);
    const apart = Math.abs(Date.parse(String(revokedAt)) - Date.parse(event?.at ?? ''));
    if (event ? apart <= SOON_MS : revokedAt === null) return [];
    return [
      {
        seq: event?.seq ?? null,
        code: 'appointment.differs',
        detail: `${name} ended at ${String(revokedAt)}, the log says ${event?.at ?? null}`,
      },
    ];
  });
}

function bodiesSaid(events: readonly SaidEvent[]): NamedRow[] {
  return of(events, 'organization.created').map(({ seq, facts }) => ({
    name: `body ${String(facts.organizationId)}`,
    seq,
    row: { region: facts.regionCode },
  }));
}

function cataloguesSaid(events: readonly SaidEvent[]): NamedRow[] {
  return of(events, 'catalogue.created').map(({ seq, facts: { catalogueId, organizationId, profile, kind, titleHash } }) => ({
    name: `catalogue ${String(catalogueId)}`,
    seq,
    row: { organization: organizationId, profile, kind, titleHash, seq },
  }));
}

function calendarsSaid(events: readonly SaidEvent[], texts: Texts): NamedRow[] {
  return of(events, 'calendar.entered').map(({ seq, contentHash, facts }) => {
    const text = textOf<{ year: number; source: string; days: string[] }>(texts, contentHash);
    return { name: `calendar ${String(facts.year)}/${String(facts.edition)}`, seq, row: { seq, ...text } };
  });
}

function importsSaid(events: readonly SaidEvent[]): NamedRow[] {
  return of(events, 'import.read').map(({ seq, actor, facts }) => ({
    name: `import ${String(facts.importId)}`,
    seq,
    row: { version: facts.versionId, fileHash: facts.fileHash, uploadedBy: actor },
  }));
}

function recordsSaid(events: readonly SaidEvent[]): NamedRow[] {
  return of(events, 'publication.recorded').map(({ seq, facts }) => ({ name: `record of ${String(facts.versionId)}`, seq, row: { seq } }));
}

function checksSaid(events: readonly SaidEvent[]): NamedRow[] {
  return of(events, 'log.checked').map(({ seq, facts: { due, whole, verdict, logs, events: counted, covered, found } }) => ({
    name: `check of ${String(due)}`,
    seq,
    row: { seq, whole, verdict, logs, events: counted, covered, found },
  }));
}

function machinesSaid(events: readonly SaidEvent[]): NamedRow[] {
  return of(events, 'machine.registered').map(({ seq, facts }) => ({
    name: `lifecycle ${String(facts.machineId)} ${String(facts.machineVersion)}`,
    seq,
    row: { seq, definition: facts.definitionHash, source: facts.sourceHash },
  }));
}
