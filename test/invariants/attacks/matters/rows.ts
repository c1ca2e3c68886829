import { birthOf, fixed, keyed } from '../../../factories/matters.js';
import { asOwner, behind, copyOf, type Attack } from '../../attack.js';
import type { World } from '../../world.js';
import { as, hohhot, LATER, office, plan } from './lies.js';

const GONE = 'MUI08 state.withoutEvent';
const SHAPE = '23514 matter_has_shape';
const NEW = { id: 'gen_random_uuid()', parent_id: 'null' };
const ABSENT = `'00000000-0000-4000-8000-000000000000'`;
const notice = `machine_id = 'rectification'`;
const on = (world: World) => `where id = '${world.scenes.matters.owed}'`;

/** A statement of the superuser behind the triggers. */
const row = (what: string, refused: string, set: string, where = notice): Attack =>
  behind('matter', what, refused, () => `update matter set ${set} where ${where}`);

/** A report that is begun honestly but for its shape. */
const report = (what: string, refused: string, of: object): Attack =>
  plan(what, refused, as(hohhot, 'ownOffice'), ({ offices }) =>
    keyed(
      birthOf(
        { machine: 'progressReport', purpose: 'annualProgress', regionCode: '150100', period: '2026', ...fixed(), ...of },
        { ...offices.hohhot, role: 'ownOffice' },
        null,
        'drafting',
      ).changes,
    ),
  );

/** I8, of matters: the rows as such, against their owner. */
export const MATTER_ROWS: readonly Attack[] = [
  asOwner('a title changed by its owner', 'MUI05 matter.immutable', (world) => `update matter set title = 'x' ${on(world)}`),
  asOwner('a deadline changed by its owner', 'MUI05 matter.immutable', (world) => `update matter set due_on = '${LATER}' ${on(world)}`),
  asOwner('a matter moved by its owner', GONE, (world) => `update matter set state = 'exempted' ${on(world)}`),
  asOwner(
    'a matter moved to an event that is not there',
    GONE,
    (world) => `update matter set state = 'exempted', state_seq = 9 ${on(world)}`,
  ),
  asOwner('a matter deleted by its owner', 'MUI05 DELETE of matter', () => `delete from matter`),
  asOwner('all matters truncated by their owner', 'MUI05 TRUNCATE of matter', () => `truncate matter cascade`),
  asOwner('a matter without a word', '23503 matter_state_event', () => copyOf('matter', NEW, notice)),
  asOwner(
    'a matter of long ago',
    GONE,
    () => `insert into matter select (jsonb_populate_record(m, jsonb_build_object('id', n.id, 'opened_at', '2020-01-01', 'state_seq', 1, 'state', 'issued'))).*
      from matter m cross join (select gen_random_uuid() as id) n where m.machine_id = 'compilationTask' and m.state = 'issued' limit 1;
      select log_append(n.id, convert_from(e.body, 'UTF8')) from matter n join matter m on m.machine_id = n.machine_id and m.opened_at > n.opened_at
        and m.text_hash = n.text_hash and m.state = 'issued' and m.purpose = n.purpose join log_event e on e.stream = m.id and e.seq = 1
      where n.opened_at < '2021-01-01' limit 1`,
  ),
  behind('matter', 'a matter twice', '23505 matter_pkey', () => copyOf('matter', {})),
  behind('matter', 'a matter that points to no event', '23503 matter_state_event', () => `update matter set state_seq = 1000000`),
  behind('matter', 'a second obligation of one body under one task', '23505 matter_one_obligation', () =>
    copyOf('matter', { id: 'gen_random_uuid()' }, `machine_id = 'obligation'`),
  ),
  behind('matter', 'a second report for one period', '23505 matter_one_report', () =>
    copyOf('matter', { id: 'gen_random_uuid()' }, `machine_id = 'progressReport'`),
  ),
  row('a matter of a body that there is not', '23503 matter_organization_id_fkey', `organization_id = ${ABSENT}`),
  row('a matter in no region', '23503 matter_region_code_fkey', `region_code = '999999'`),
  row('a matter of no office', '23503 matter_office_region_fkey', `office_region = '999999'`),
  row('a matter below nothing', '23503 matter_parent_id_fkey', `parent_id = ${ABSENT}`),
  row('a matter with a text that there is not', '23503 matter_text_hash_fkey', `text_hash = '\\x00'`),
  row('a lifecycle that there is not', '23514 matter_machine_id_check', `machine_id = 'party'`, `machine_id = 'progressReport'`),
  row('a period that is none', '23514 matter_period_check', `period = 'Q3'`),
  row('a number that never ends', '23514 matter_number_check', `number = repeat('x', 101)`),
  row('a title that never ends', '23514 matter_title_check', `title = repeat('x', 201)`),
  row('a deadline without a rule', '23514 matter_deadline_has_rule', `due_rule = null`),
  row('open and done', '23514 matter_done_when_said', `done_on = '2026-01-05'`, `state = 'open'`),
  row('done and on no day', '23514 matter_done_when_said', `done_on = null`, `state = 'fulfilled'`),
  row('a notice to nobody', SHAPE, `organization_id = null`),
  row('a notice without words', SHAPE, `text_hash = null`),
  row('a notice for another purpose', SHAPE, `purpose = 'quarterlyProgress'`),
  row('a task of one body', SHAPE, `organization_id = (select id from organization limit 1)`, `machine_id = 'compilationTask'`),
  row('an obligation from no day on', SHAPE, `since = null`, `machine_id = 'obligation'`),
  report('a quarter’s report for a year', SHAPE, { purpose: 'quarterlyProgress' }),
  report('a year’s report for a quarter', SHAPE, { period: '2026-Q3' }),
  report('a body’s report of no body', SHAPE, { purpose: 'annualDisclosure' }),
  report('a report of nothing', SHAPE, { purpose: 'gossip' }),
  report('the report of a period once more', '23505 matter_one_report', { purpose: 'quarterlyProgress', period: '2026-Q3' }),
  report('a report', 'taken', {}),
  plan('a body asked twice by one task', '23505 matter_one_obligation', office, ({ offices }) => {
    const body = [offices.bodies.region, '150000'] as const;
    return keyed(offices.task([body, body]).changes);
  }),
];
