import pg from 'pg';
import { currentVersion, formerVersions, MACHINE_IDS, transitionTable } from '../../machines/registry.js';
import { loadProfiles } from '../profiles/index.js';
import { frozenMachines } from './machines.js';

/** A profile that was deployed before says something else under the same version: it must get a new version instead. */
export class ProfileChangedError extends Error {
  override readonly name = 'ProfileChangedError';
}

/** A version of a lifecycle was registered with other hashes, and must get a new version; or a new version cannot take up what is under way. */
export class MachineChangedError extends Error {
  override readonly name = 'MachineChangedError';
}

/**
 * Brings the program's rules into the database, as the migrator: the lifecycles' transitions (I9), the words of the log,
 * the lifecycles' versions, said once in the system chain, and the profiles; logs under way are carried over to the version in force. Can be repeated; what is there is never changed.
 *
 * @throws ProfileChangedError when a profile was edited without a new version, MachineChangedError when a lifecycle was
 */
export async function deployRules(migratorUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl, application_name: 'mulu deploy rules' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role mulu_owner');
    await client.query('set local search_path = mulu, pg_temp');
    await client.query('lock table transition in share row exclusive mode');
    await deployLifecycles(client);
    await registerMachines(client);
    await carryLogsOver(client);
    await deployProfiles(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function deployLifecycles(client: pg.Client): Promise<void> {
  const rows = transitionTable();
  await client.query(
    `insert into log_word (word, meaning)
     select event, 'A step of ' || string_agg(distinct machine, ' and ') from jsonb_to_recordset($1) as t(event text, machine text)
     where not exists (select from log_word w where w.word = t.event)
     group by event on conflict (word) do nothing`,
    [JSON.stringify(rows.map(({ event, machineId }) => ({ event, machine: machineId })))],
  );
  await client.query(
    `insert into transition (machine_id, machine_version, from_state, event, to_state, roles, small_body)
     select "machineId", version, coalesce("from", ''), event, "to", roles, "smallBody"
     from jsonb_to_recordset($1) as t("machineId" text, version text, "from" text, event text, "to" text, roles text[], "smallBody" text[])
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function registerMachines(client: pg.Client): Promise<void> {
  for (const { id, version, definition, source } of frozenMachines()) {
    try {
      await client.query(`select machine_register($1, $2, decode($3, 'hex'), decode($4, 'hex'))`, [id, version, definition, source]);
    } catch (error) {
      if ((error as Error).message !== 'machine.registeredOtherwise') throw error;
      throw new MachineChangedError(`The lifecycle ${id} ${version} was registered with other hashes: give it a new version number.`);
    }
  }
}

/** Logs that are under way under a version before the one in force go on under that one, each by an event of its own. */
async function carryLogsOver(client: pg.Client): Promise<void> {
  for (const id of MACHINE_IDS) {
    try {
      await client.query('select machine_carry_over($1, $2, $3)', [id, formerVersions(id), currentVersion(id)]);
    } catch (error) {
      if ((error as Error).message !== 'machine.stateNotThere') throw error;
      throw new MachineChangedError(
        `Something stands in a state that the new version does not know: ${(error as pg.DatabaseError).detail}.`,
      );
    }
  }
}

async function deployProfiles(client: pg.Client): Promise<void> {
  for (const { profile, canonical, hash } of loadProfiles().all()) {
    const { rows } = await client.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from profile where id = $1 and version = $2`,
      [profile.id, profile.version],
    );
    if (rows[0] && rows[0].hash !== hash) {
      throw new ProfileChangedError(`Profile ${profile.id} version ${profile.version} was changed: give it a new version number.`);
    }
    if (!rows[0]) {
      await client.query(`insert into profile (id, version, hash, body) values ($1, $2, decode($3, 'hex'), $4)`, [
        profile.id,
        profile.version,
        hash,
        canonical,
      ]);
    }
  }
}
