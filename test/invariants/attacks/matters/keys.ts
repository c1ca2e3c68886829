import type { Attack } from '../../attack.js';
import type { World } from '../../world.js';
import { clock, office, plan, stepPlan, taking, without } from './lies.js';

const exempt = { of: 'owed', by: office, type: 'exempt', to: 'exempted' } as const;
const send = (world: World, said: object) =>
  world.app.query('select commit_matter($1, $2) as outcome', [world.offices.office.token, JSON.stringify(said)]);

/** I10, of matters: one request, one effect. */
export const MATTER_KEYS: readonly Attack[] = [
  {
    what: 'the same step of a matter twice is taken once',
    refused: 'taken',
    run: async (world) => {
      const said = await stepPlan(world, exempt);
      const [first] = (await send(world, said)).rows;
      const [again] = (await send(world, said)).rows;
      if (first.outcome.answer.seq !== 2 || again.outcome.prior?.answer.seq !== 2) throw new Error(JSON.stringify([first, again]));
    },
  },
  taking('a step of a matter without a key', 'MU428 precondition.idempotencyKey', exempt, without('key')),
  taking('a step of a matter under another key than was logged', 'MUI10 key.notWhatWasLogged', exempt, (said) => ({
    ...said,
    key: 'another',
  })),
  taking('a step of a matter without its request', '23514 log_event_key_has_request', exempt, without('requestHash')),
  plan('a step of the clock under a key', 'MUI10 key.notWhatWasLogged', clock, (world) =>
    stepPlan(world, { of: 'doable', by: clock, type: 'fulfil', to: 'fulfilled', facts: { doneOn: null } }),
  ),
];
