import { keyed, sayingOf, step, WHATEVER, type MatterPlan } from '../../../factories/matters.js';
import type { Actor, Facts } from '../../../factories/versions.js';
import type { Attack } from '../../attack.js';
import type { MatterScenes } from '../../matters.world.js';
import type { World } from '../../world.js';

type By = (world: World) => Actor | null;
export const office: By = ({ offices }) => offices.office;
export const hohhot: By = ({ offices }) => offices.hohhot;
export const compiler: By = ({ offices }) => offices.compiler;
export const clock: By = () => null;
/** The same person in another capacity or role. */
export const as =
  (by: By, role: string): By =>
  (world) => ({ ...(by(world) as Actor), role });

/** Tomorrow and yesterday, as days of the place, the deadline's own day, and one far ahead. */
export function day(shift: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + shift * 86_400_000));
}
export const LATER = '2099-06-30';
export const later = (dueOn = LATER) => ({ dueOn, dueRule: { kind: 'FIXED', dueOn }, dueProvisional: false, before: '2099-03-31' });

/** A plan sent through the door for matters: somebody's, or the clock's. */
export function plan(what: string, refused: string, by: By, of: (world: World) => MatterPlan | Promise<MatterPlan>): Attack {
  return {
    what,
    refused,
    run: async (world) => {
      const outcome = await world.offices.send(by(world), await of(world), world.app);
      if (!outcome.answer) throw new Error(`it was answered ${JSON.stringify(outcome)}`);
    },
  };
}

interface Step {
  readonly of: keyof MatterScenes;
  readonly by: By;
  readonly type: string;
  readonly to: string;
  readonly facts?: Facts;
  /** Where it is said to begin; its own state when absent. */
  readonly from?: string;
  readonly words?: object;
  /** Through whose door it goes, when not through that of whoever acts. */
  readonly through?: By;
}

/** The plan of one step of a matter of the world. */
export async function stepPlan(world: World, { of, by, type, to, facts, from, words = WHATEVER }: Step): Promise<MatterPlan> {
  const matter = await world.offices.matter(world.scenes.matters[of], world.app);
  const changes = step({ ...matter, state: from ?? matter.state }, type, to, by(world), facts, by(world) ? words : undefined);
  return keyed(changes, { [matter.id]: matter.seq });
}

/** The same plan with something left out. */
export const without =
  (part: keyof MatterPlan) =>
  (said: MatterPlan): MatterPlan =>
    Object.fromEntries(Object.entries(said).filter(([name]) => name !== part)) as unknown as MatterPlan;

/** As the clock sends it: without a key. */
export function unkeyed({ expect, changes }: MatterPlan): MatterPlan {
  return { ...(expect && { expect }), changes: sayingOf(changes, { idempotencyKey: null }) };
}

/** One step, said as the attack wants it. */
export function taking(what: string, refused: string, of: Step, lie: (plan: MatterPlan) => MatterPlan = (honest) => honest): Attack {
  const through = of.through ?? of.by;
  return plan(what, refused, through, async (world) => {
    const said = lie(await stepPlan(world, of));
    return through(world) === null ? unkeyed(said) : said;
  });
}

/**
 * Steps of the clock one after the other, as the superuser, who first puts the deadline so many days from now; the last one must be answered by
 * `refused`, and those before it must go through.
 */
export function inTime(
  what: string,
  refused: string,
  of: keyof MatterScenes,
  days: number,
  steps: readonly (readonly [type: string, to: string, facts?: Facts])[],
): Attack {
  return {
    what,
    refused,
    run: async (world) => {
      const id = world.scenes.matters[of];
      await world.admin.query(`set local session_replication_role = replica`);
      await world.admin.query(
        `update matter set due_on = $2, due_rule = case due_rule ->> 'kind' when 'FIXED' then jsonb_build_object('kind', 'FIXED', 'dueOn', $2::date) else due_rule end where id = $1`,
        [id, day(days)],
      );
      await world.admin.query(`set local session_replication_role = origin`);
      for (const [index, [type, to, facts]] of steps.entries()) {
        const matter = await world.offices.matter(id, world.admin);
        const outcome = await world.offices
          .send(null, { expect: { [id]: matter.seq }, changes: step(matter, type, to, null, facts) }, world.admin)
          .catch((error: Error) => {
            if (index < steps.length - 1) throw new Error(`${type} was already refused: ${error.message}`);
            throw error;
          });
        if (!outcome.answer) throw new Error(`${type} was answered ${JSON.stringify(outcome)}`);
      }
    },
  };
}
