import { testDatabase, type TestDatabase } from '../harness/index.js';
import { attempt, type Attack } from './attack.js';
import { ATTACKS } from './attacks/index.js';
import { checkInvariants } from './check.js';
import { enter, prepare, type World } from './world.js';

/** Call at the top of a spec: a world of its own for the tests of the file; read it inside tests. */
export function useWorld(): { readonly world: World; readonly database: TestDatabase } {
  const used = {} as { world: World; database: TestDatabase };
  beforeAll(async () => {
    used.database = await testDatabase();
    used.world = await enter(used.database, await prepare(used.database));
  });
  afterAll(async () => {
    await used.world?.close();
    await used.database?.drop();
  });
  return used;
}

/** One test for each attack on an invariant, and at the end an independent look at all that is there. */
export function defend(invariant: keyof typeof ATTACKS): void {
  const used = useWorld();

  it.each((ATTACKS[invariant] as readonly Attack[]).map((attack): [string, Attack] => [attack.what, attack]))(
    '%s',
    async (_what, attack) => {
      const answer = await attempt(used.world, attack);
      expect(answer.startsWith(attack.refused) ? attack.refused : answer).toBe(attack.refused);
    },
  );

  it('and all that is there is as it must be', async () => {
    expect(await checkInvariants(used.world.admin)).toEqual([]);
  });
}
