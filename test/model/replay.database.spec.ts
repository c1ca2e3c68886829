import fc from 'fast-check';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { RandomDesk } from './random-desk.js';
import { comparable, comparableItem, pastOf, type Snapshot, snapshotOf } from './snapshots.js';

/** How many steps are tried, unless the time is over before. `npm run proof:replay` tries thousands in ten minutes. */
const STEPS = Number(process.env.REPLAY_STEPS ?? 100);
const MINUTES = Number(process.env.REPLAY_MINUTES ?? 3);
const PER_CATALOGUE = 50;

const house = useHouse();

/** What people saw after each of many random commands, and what replay says of the same moment when all is over. */
it(
  'shows of every moment what was shown then',
  async () => {
    let [walks, compared] = [0, 0];
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
        if (await desk.step()) snapshots.push(await snapshotOf(house, desk.version, dice, snapshots.at(-1)));
      }
      for (const then of snapshots) {
        const now = await pastOf(house, then);
        expect({ at: then.seq, ...comparable(now, then) }).toEqual({ at: then.seq, ...comparable(then, now) });
        if (then.one && now.one) expect(comparableItem(now.one, then.one)).toEqual(comparableItem(then.one, now.one));
      }
      walks += 1;
      compared += snapshots.length;
      const { json } = await must((await house.as('auditor')).get(`${desk.version.url}/audit`));
      expect(json).toMatchObject({ valid: true });
    };
    const rolls = fc.array(fc.nat({ max: 5039 }), { minLength: 400, maxLength: 800 });
    const until = Date.now() + MINUTES * 60_000;
    const inTime = fc.asyncProperty(rolls, async (rolled) => {
      if (Date.now() < until) await walk(rolled);
    });
    await fc.assert(inTime, { numRuns: Math.ceil(STEPS / PER_CATALOGUE), endOnFailure: true });
    expect(walks).toBeGreaterThan(0);
    expect(compared).toBeGreaterThan((walks * PER_CATALOGUE) / 3);
    process.stdout.write(`${walks * PER_CATALOGUE} steps tried in ${walks} catalogues, ${compared} taken and each compared with replay\n`);
  },
  (MINUTES + 5) * 60_000,
);
