import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineId } from '../../machines/registry.js';
import { PROJECT_ROOT } from '../platform/project.js';

/** A version of a lifecycle by its hashes (SHA-256, hex): of its definition, and of the bundled source of its requirements and conditions. */
export interface FrozenMachine {
  readonly id: MachineId;
  readonly version: string;
  readonly definition: string;
  readonly source: string;
}

/** Every version of every lifecycle that this program knows, as `npm run freeze` wrote it down. */
export function frozenMachines(): FrozenMachine[] {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, 'machines', 'frozen', 'manifest.json'), 'utf8')) as FrozenMachine[];
}
