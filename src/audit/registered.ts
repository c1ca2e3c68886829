import type { MachineId } from '../../machines/registry.js';
import type { Ask } from './ask.js';
import { machineHash } from './stored.js';

/** What the system chain says of every version of a lifecycle; the row only tells where. */
const REGISTERED = `select convert_from(e.body, 'UTF8')::jsonb as said from mulu.machine m
  join mulu.log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = m.seq and e.type = 'machine.registered'`;

interface Registration {
  readonly machineId: string;
  readonly machineVersion: string;
  readonly definitionHash: string;
}

/** The hash of a version of a lifecycle, or null. */
export type RegisteredMachines = (id: MachineId, version: string) => string | null;

/**
 * The hash under which the log registered a version of a lifecycle; null for one that it did not register, or that is another one in this program:
 * an event that names it cannot be followed.
 */
export async function registeredMachines(ask: Ask): Promise<RegisteredMachines> {
  const rows = await ask<{ said: Registration }>(REGISTERED, []);
  const hashes = new Map(rows.map(({ said }) => [`${said.machineId} ${said.machineVersion}`, said.definitionHash]));
  return (id, version) => {
    const hash = hashes.get(`${id} ${version}`);
    return hash !== undefined && machineHash(id, version) === hash ? hash : null;
  };
}
