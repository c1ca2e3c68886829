import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeKey } from '../../verifier/note.js';
import type { Config } from '../platform/config/index.js';

/** Under which name, and with which key, the program signs checkpoints of the embedded database itself. */
export const OWN_NAME = 'mulu.localhost/log';
export const ownKeyFile = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'checkpoint-key.pem');

/** The public one, where there is one: `name+id+base64`. */
export function ownKey(config: Pick<Config, 'dataDir' | 'databaseUrl'>): string[] {
  const file = ownKeyFile(config);
  if (config.databaseUrl !== undefined || !existsSync(file)) return [];
  const publicKey = createPublicKey(readFileSync(file)).export({ format: 'der', type: 'spki' }).subarray(-32);
  return [encodeKey({ name: OWN_NAME, publicKey })];
}
