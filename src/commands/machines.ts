import { currentVersion, definitionOf, type MachineId } from '../../machines/registry.js';
import { sha256Hex } from '../content/canonical.js';

const known = new Map<string, { id: string; version: string; hash: string }>();

/** The lifecycle as the log names it: id, version (the one in force unless said otherwise) and the hash of its definition. */
export function machineOf(id: MachineId, version = currentVersion(id)) {
  const key = `${id} ${version}`;
  const found = known.get(key) ?? { id, version, hash: sha256Hex(definitionOf(id, version)) };
  known.set(key, found);
  return found;
}
