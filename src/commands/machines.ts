import { definitionOf, type MachineId } from '../../machines/registry.js';
import { sha256Hex } from '../content/canonical.js';

/** The machine version that new commands run under. Old versions stay for replay. */
export const CURRENT = '0';

const known = new Map<string, { id: string; version: string; hash: string }>();

/** The machine as the log names it: id, version and the hash of its definition. */
export function machineOf(id: MachineId, version = CURRENT) {
  const key = `${id} ${version}`;
  const found = known.get(key) ?? { id, version, hash: sha256Hex(definitionOf(id, version)) };
  known.set(key, found);
  return found;
}
