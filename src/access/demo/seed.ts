import { randomInt } from 'node:crypto';
import { newCredentials, PRESENT_KDF, type Kdf } from '../passwords/scrypt.js';
import type { Queryable } from '../queryable.js';
import type { RoleName } from '../roles.js';
import { DEMO_ORGANIZATIONS, DEMO_PEOPLE } from './people.js';

/** One line of the table that is printed at the first start. The password is nowhere else. */
export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: RoleName;
  readonly password: string;
}

/** Without characters that are read or typed wrongly (0 O 1 l I). */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function randomPassword(): string {
  return Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/**
 * Fills an empty database for the evaluation mode: bodies, one account per role, appointments. Answers the accounts with
 * their passwords when it did, null when anybody exists already or a production set-up was begun (nothing is changed then).
 *
 * @param options.password the same for everybody (MULU_DEMO_PASSWORD); random ones without it
 */
export async function seedDemo(database: Queryable, options: { password?: string; kdf?: Kdf } = {}): Promise<DemoAccount[] | null> {
  const [present] = await database.query<{ present: boolean }[]>('select exists (select id from account) as present');
  if (present?.present) return null;

  const people = DEMO_PEOPLE.map((person) => ({ ...person, password: options.password ?? randomPassword() }));
  const accounts = await Promise.all(
    people.map(async ({ username, displayName, password }) => {
      const { salt, verifier, kdf } = await newCredentials(password, options.kdf ?? PRESENT_KDF);
      return { username, displayName, salt: salt.toString('hex'), verifier: verifier.toString('hex'), kdf };
    }),
  );
  const appointments = people.flatMap(({ username, role, bodies = [], regions = [] }) => {
    if (bodies.length + regions.length === 0) return [{ username, role }];
    return [...bodies.map((organization) => ({ username, role, organization })), ...regions.map((region) => ({ username, role, region }))];
  });
  const [seeded] = await database.query<{ done: boolean }[]>('select demo_seed($1, $2, $3) as done', [
    JSON.stringify(DEMO_ORGANIZATIONS),
    JSON.stringify(accounts),
    JSON.stringify(appointments),
  ]);
  if (!seeded?.done) return null;
  return people.map(({ username, displayName, role, password }) => ({ username, displayName, role, password }));
}
