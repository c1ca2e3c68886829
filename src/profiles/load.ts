import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256Hex } from '../content/index.js';
import { PROJECT_ROOT } from '../platform/project.js';
import type { LoadedProfile } from './profile.js';
import { ProfileRegistry } from './registry.js';
import { validateProfile } from './validate.js';

/** The folder of the profiles that Mulu comes with. */
export const PROFILES_FOLDER = join(PROJECT_ROOT, 'profiles');

/**
 * Reads one profile.
 * @throws Error naming the origin and every fault at once
 */
export function parseProfile(text: string, origin: string): LoadedProfile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`profile ${origin} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  const result = validateProfile(value);
  if (!result.ok) throw new Error(`profile ${origin} is not valid:\n${result.faults.map((fault) => `  - ${fault}`).join('\n')}`);
  const canonical = canonicalJson(result.profile);
  return { profile: result.profile, canonical, hash: sha256Hex(canonical) };
}

/**
 * Reads every `*.json` of the folder; called at boot, so a faulty profile stops the program before it serves.
 * @throws Error when a profile is not valid, stands twice, or there is none
 */
export function loadProfiles(folder: string = PROFILES_FOLDER): ProfileRegistry {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (names.length === 0) throw new Error(`no profile in ${folder}`);
  return new ProfileRegistry(names.map((name) => parseProfile(readFileSync(join(folder, name), 'utf8'), name)));
}
