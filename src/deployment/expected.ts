import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transitionTable } from '../../machines/registry.js';
import { canonicalJson, sha256Hex } from '../content/index.js';
import { MIGRATIONS_FOLDER } from '../platform/database/index.js';
import { loadProfiles } from '../profiles/index.js';
import { frozenMachines, type FrozenMachine } from './machines.js';
import { wallsOf, type Reader, type Walls } from './walls.js';

/** What the migrations make, as text under review. `npm run walls` writes it, a spec compares it. */
export const WALLS_FILE = join(MIGRATIONS_FOLDER, 'walls.json');

export function expectedWalls(): Walls {
  return JSON.parse(readFileSync(WALLS_FILE, 'utf8')) as Walls;
}

const profileName = (id: string, version: number): string => `${id} ${version}`;

interface Step {
  machineId: string;
  version: string;
  from: string | null;
  event: string;
  to: string;
  roles: readonly string[];
  smallBody: readonly string[];
}

function step({ machineId, version, from, event, to, roles, smallBody }: Step): { kind: string; name: string; definition: string } {
  const small = smallBody.length > 0 ? `; in a small body also ${[...smallBody].sort().join(', ')}` : '';
  return {
    kind: 'transition',
    name: `${machineId} ${version}: ${from || '(none)'} – ${event} → ${to}`,
    definition: `by ${[...roles].sort().join(', ')}${small}`,
  };
}

const machine = ({ id, version, definition, source }: FrozenMachine) => ({
  kind: 'machine',
  name: `${id} ${version}`,
  definition: `definition sha256 ${definition}; source sha256 ${source}`,
});

/** The rules that this program brings along: the lifecycles' transitions and versions, and the profiles. */
export function expectedRules(): Walls {
  const profiles = loadProfiles()
    .all()
    .map(({ profile, hash }) => ({ kind: 'profile', name: profileName(profile.id, profile.version), definition: `sha256 ${hash}` }));
  return wallsOf([...transitionTable().map(step), ...frozenMachines().map(machine), ...profiles]);
}

/** The rules that are deployed: transitions, the lifecycles' versions, and profiles by their hash, which must be that of what stands there. */
export async function readRules(client: Reader): Promise<Walls> {
  const transitions = await client.query<Step>(
    `select machine_id as "machineId", machine_version as version, from_state as "from", event, to_state as "to", roles, small_body as "smallBody"
     from mulu.transition`,
  );
  const machines = await client.query<FrozenMachine>(
    `select id, version, encode(definition, 'hex') as definition, encode(source, 'hex') as source from mulu.machine`,
  );
  const profiles = await client.query<{ id: string; version: number; hash: string; body: unknown }>(
    `select id, version, encode(hash, 'hex') as hash, body from mulu.profile`,
  );
  return wallsOf([
    ...transitions.rows.map(step),
    ...machines.rows.map(machine),
    ...profiles.rows.map(({ id, version, hash, body }) => {
      const actual = sha256Hex(canonicalJson(body));
      const definition = actual === hash ? `sha256 ${hash}` : `sha256 ${actual}, though it says ${hash}`;
      return { kind: 'profile', name: profileName(id, version), definition };
    }),
  ]);
}
