import { asOwner, type Attack } from '../attack.js';

const CHECK = '23514';
const UNIQUE = '23505';
const UNSAID = 'MUI08 state.withoutEvent';
const OF_2026 = `(select seq from calendar_edition where year = 2026)`;
/** An event of the system that entered no calendar. */
const ANOTHER = `(select max(seq) from log_event where stream = '00000000-0000-0000-0000-000000000000')`;

const edition = (year: number, number: number, source: string, seq: string) =>
  `insert into calendar_edition values (${year}, ${number}, '${source}', ${seq})`;
const day = (year: number, on: string, kind = 'off', name = '节', number = 1) =>
  `insert into calendar_day values (${year}, ${number}, '${on}', '${kind}', '${name}')`;

/** What the calendar's tables refuse to the superuser: what it is, the statement, and what it is answered. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  ['a year that nobody said', edition(2027, 1, '通知', ANOTHER), UNSAID],
  ['a year that points to no event', edition(2027, 1, '通知', '1000000'), UNSAID],
  ['a day that nobody said', day(2026, '2026-12-31'), UNSAID],
  [
    'another year in the words of one that was said',
    `insert into calendar_edition select 2027, 1, source, ${ANOTHER} from calendar_edition where year = 2026`,
    UNSAID,
  ],
  ['one word entering two editions', edition(2026, 2, '通知', OF_2026), `${UNIQUE} calendar_edition_seq_key`],
  ['two editions under one number', edition(2026, 1, '通知', ANOTHER), `${UNIQUE} calendar_edition_pkey`],
  ['an edition before the first', edition(2027, 0, '通知', ANOTHER), `${CHECK} calendar_edition_number_check`],
  ['a year far away', edition(1999, 1, '通知', ANOTHER), `${CHECK} calendar_edition_year_check`],
  ['an edition from nowhere', edition(2027, 1, '', ANOTHER), `${CHECK} calendar_edition_source_check`],
  ['a day twice', day(2026, '2026-10-01', 'off', '国庆节'), `${UNIQUE} calendar_day_pkey`],
  ['a day of a year that nobody entered', day(2027, '2027-01-01'), '23503 calendar_day_year_number_fkey'],
  ['a day of another year', day(2026, '2027-01-01'), `${CHECK} calendar_day_in_its_year`],
  ['a day of an unknown kind', day(2026, '2026-12-31', 'half'), `${CHECK} calendar_day_kind_check`],
  ['a Thursday that is worked for another day', day(2026, '2026-12-31', 'work'), `${CHECK} calendar_day_moved_from_weekend`],
  ['a day without a name', day(2026, '2026-12-31', 'off', ''), `${CHECK} calendar_day_name_check`],
  ...(['calendar_edition', 'calendar_day'] as const).flatMap((table): [string, string, string][] => [
    [`a ${table} changed`, `update ${table} set year = year`, `MUI08 UPDATE of ${table}`],
    [`a ${table} deleted`, `delete from ${table}`, `MUI08 DELETE of ${table}`],
    [`every ${table} deleted`, `truncate ${table} cascade`, `MUI08 TRUNCATE of ${table}`],
  ]),
];

/** I8, of the calendar: an edition is what the system chain says, and stays. */
export const CALENDAR: readonly Attack[] = REFUSALS.map(([what, sql, answer]) => asOwner(what, answer, () => sql));
