import fc from 'fast-check';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { RandomDesk } from './random-desk.js';
import { comparable, comparableItem, pastOf, type Snapshot, snapshotOf } from './snapshots.js';

/** How many steps are tried. `npm run proof:replay` tries thousands. */
const STEPS = Number(process.env.REPLAY_STEPS ?? 100);
const PER_CATALOGUE = 50;

const house = useHouse();

/** What people saw after each of many random commands, and what replay says of the same moment when all is over. */
it(
  'shows of every moment what was shown then',
  async () => {
    let compared = 0;
    const walk = async (rolls: readonly number[]): Promise<void> => {
      let rolled = 0;
      const dice = (below: number) => rolls[rolled++ % rolls.length]! % below;
      const desk = new RandomDesk(
        house,
        await TestVersion.draft(
          house,
          ['甲', '乙', '丙'].map((name) => anItemContent(name)),
        ),
        dice,
      );
      const snapshots: Snapshot[] = [];
      for (let step = 0; step < PER_CATALOGUE; step += 1) {
        if (await desk.step()) snapshots.push(await snapshotOf(house, desk.version, dice));
      }
      for (const then of snapshots) {
        const now = await pastOf(house, then);
        expect({ at: then.seq, ...comparable(now, then) }).toEqual({ at: then.seq, ...comparable(then, now) });
        if (then.one && now.one) expect(comparableItem(now.one, then.one)).toEqual(comparableItem(then.one, now.one));
      }
      compared += snapshots.length;
      const { json } = await must((await house.as('auditor')).get(`${desk.version.url}/audit`));
      expect(json).toMatchObject({ valid: true });
    };
    const rolls = fc.array(fc.nat({ max: 5039 }), { minLength: 400, maxLength: 800 });
    await fc.assert(fc.asyncProperty(rolls, walk), { numRuns: Math.ceil(STEPS / PER_CATALOGUE), endOnFailure: true });
    expect(compared).toBeGreaterThan(STEPS / 3);
  },
  Math.max(240_000, STEPS * 2000),
);
