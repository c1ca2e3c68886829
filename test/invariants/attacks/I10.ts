import { command, event, versionStep } from '../../factories/versions.js';
import { asOwner, behind, copyOf, id, type Attack } from '../attack.js';
import type { World } from '../world.js';
import { I10_CHECKS } from './I10.checks.js';
import { I10_MESSAGES } from './I10.messages.js';
import { MATTER_KEYS } from './matters/keys.js';

const send = ({ app, desk }: World, plan: object) =>
  app.query('select commit_command($1, $2) as outcome', [desk.compiler.token, JSON.stringify(plan)]);

/** I10: one request, one effect. */
export const I10: readonly Attack[] = [
  {
    what: 'the same request twice does something once',
    refused: 'taken',
    run: async (world) => {
      const { draft } = world.scenes;
      const plan = command([event(draft.id, 'hint.dismissed', world.desk.compiler)]);
      const first = (await send(world, plan)).rows[0].outcome;
      const again = (await send(world, plan)).rows[0].outcome;
      if (first.answer.seq === undefined || again.prior?.answer.seq !== first.answer.seq || again.answer !== undefined)
        throw new Error('it was done twice');
    },
  },
  {
    what: 'a command without a key',
    refused: 'MU428 precondition.idempotencyKey',
    run: (world) => send(world, { ...command([event(world.scenes.draft.id, 'hint.dismissed', world.desk.compiler)]), key: undefined }),
  },
  {
    what: 'another key than was logged',
    refused: 'MUI10 key.notWhatWasLogged',
    run: (world) => send(world, { ...command([event(world.scenes.draft.id, 'hint.dismissed', world.desk.compiler)]), key: 'another' }),
  },
  {
    what: 'the clock releases twice',
    refused: 'taken',
    run: async ({ app, scenes: { shown } }) => {
      const plan = { lock: [], expect: [], changes: versionStep(shown.id, 'scheduled', 'release', 'published', null) };
      const { rows } = await app.query('select commit_due($1, $2) as outcome', [shown.id, JSON.stringify(plan)]);
      if (rows[0].outcome.conflict !== true) throw new Error('it was done');
    },
  },
  asOwner('a key twice', '23505 log_event_idempotency', ({ desk, scenes: { draft } }) => {
    const add = `select log_append(${id(draft.id)}, '{"type":"submit","actor":"${desk.compiler.id}"}', 'key', sha256('x'), '{}')`;
    return `${add}; ${add}`;
  }),
  asOwner(
    'a key without its request',
    '23514 log_event_key_has_request',
    ({ scenes: { draft } }) => `select log_append(${id(draft.id)}, '{"type":"submit"}', 'key')`,
  ),
  asOwner(
    'an empty key',
    '23514 log_event_idempotency_key_check',
    ({ scenes: { draft } }) => `select log_append(${id(draft.id)}, '{"type":"submit"}', '', sha256('x'))`,
  ),
  behind('publication', 'a version published twice', '23505 publication_pkey', () => copyOf('publication', {})),
  ...I10_MESSAGES,
  ...I10_CHECKS,
  ...MATTER_KEYS,
];
