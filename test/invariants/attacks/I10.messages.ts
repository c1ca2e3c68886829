import { asOwner, type Attack } from '../attack.js';

const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN = '23503';
const ABSENT = `'00000000-0000-4000-8000-000000000000'`;
const SOMEBODY = `(select id from account where username = 'compiler')`;
const VERSION = `(select id from catalogue_version order by number, id limit 1)`;

const message = (person: string, version: string, kind: string, id = 'gen_random_uuid()') =>
  `insert into notification (person, stream, kind, family, role, id, seq, not_before) values (${person}, ${version}, ${kind}, 'catalogues', 'compiler', ${id}, 1, now())`;
const twice = (statement: string) => `${statement}; ${statement}`;

const RECEIVER = 'f'.repeat(64);
const SYSTEM = `'00000000-0000-0000-0000-000000000000'`;
const reader = (rest = '') => `insert into log_reader (id) values ('${RECEIVER}'); ${rest}`;
const place = (stream: string, seq: number) => `insert into log_cursor values ('${RECEIVER}', ${stream}, ${seq})`;
const receiver = (columns = '', values = '') =>
  `insert into webhook_receiver (reader, host${columns}) values ('${RECEIVER}', 'oa.example.cn'${values})`;

/** What the tables of migrations/0010 and 0013 refuse to the superuser: what it is, the statement, the SQLSTATE. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  ['an address that is none', `insert into contact values (${SOMEBODY}, 'nobody at home')`, CHECK],
  ['an address of nobody', `insert into contact values (${ABSENT}, 'a@b.c')`, FOREIGN],
  ['two addresses of one person', twice(`insert into contact values (${SOMEBODY}, 'a@b.c')`), UNIQUE],
  ['a wish of nobody', `insert into notification_wish values (${ABSENT}, 'matters', 'daily')`, FOREIGN],
  ['a wish about something else', `insert into notification_wish values (${SOMEBODY}, 'weather', 'daily')`, CHECK],
  ['a wish that nobody has', `insert into notification_wish values (${SOMEBODY}, 'matters', 'hourly')`, CHECK],
  ['two wishes about one thing', twice(`insert into notification_wish values (${SOMEBODY}, 'matters', 'daily')`), UNIQUE],
  ['a message of a kind that is no word', message(SOMEBODY, VERSION, `'Kind of'`), CHECK],
  ['a message to nobody', message(ABSENT, VERSION, `'amend'`), FOREIGN],
  ['a message about nothing', message(SOMEBODY, ABSENT, `'amend'`), FOREIGN],
  ['a message of no family', message(SOMEBODY, VERSION, `'amend'`).replace(`'catalogues'`, `'weather'`), CHECK],
  ['a message about an event that there is not', message(SOMEBODY, VERSION, `'amend'`).replace('1, now()', '1000000, now()'), FOREIGN],
  ['one message told twice', twice(message(SOMEBODY, VERSION, `'amend'`)), UNIQUE],
  [
    'two messages under one id',
    `${message(SOMEBODY, VERSION, `'amend'`, ABSENT)}; ${message(SOMEBODY, VERSION, `'assess'`, ABSENT)}`,
    UNIQUE,
  ],
  ['a reader of the logs that nobody knows', `insert into log_reader (id) values ('somebody')`, CHECK],
  ['one reader twice', reader(reader()), UNIQUE],
  ['a place of no reader', place(VERSION, 1), FOREIGN],
  ['a place in a log that there is not', reader(place(ABSENT, 1)), FOREIGN],
  ['a place beyond the end of a log', reader(place(VERSION, 1_000_000)), FOREIGN],
  ['a place in the log of the house', reader(place(SYSTEM, 1)), CHECK],
  ['two places of one reader in one log', reader(twice(place(VERSION, 1))), UNIQUE],
  ['a receiver that reads nothing', receiver(), FOREIGN],
  ['one receiver twice', reader(twice(receiver())), UNIQUE],
  ['a receiver on no host', reader(receiver().replace('oa.example.cn', '')), CHECK],
  ['a receiver held for nobody', reader(receiver(', held_until', ', now()')), CHECK],
  ['a receiver that fails and does not', reader(receiver(', failing_since', ', now()')), CHECK],
  ['a receiver that failed less than never', reader(receiver(', failing_since, failures', ', now(), -1')), CHECK],
];

/** I10, of what is told outside: nobody hears of one hand-over twice, and each message has one id. */
export const I10_MESSAGES: readonly Attack[] = REFUSALS.map(([what, sql, code]) => asOwner(what, code, () => sql));
