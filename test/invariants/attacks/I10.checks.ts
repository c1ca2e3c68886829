import { asOwner, type Attack } from '../attack.js';

const CHECK = '23514';
const UNIQUE = '23505';

const night = (due: string, rest: Readonly<Record<string, string>> = {}) => {
  const row = { due: `date '${due}'`, whole: 'true', began_at: 'now()', held_until: 'now()', attempts: '1', ...rest };
  return `insert into log_check (${Object.keys(row)}) values (${Object.values(row)})`;
};
const ended = (seq: number, verdict = 'intact') => ({ ended_at: 'now()', verdict: `'${verdict}'`, seq: String(seq) });
const gap = (since: string, seq: number) => `insert into log_check_gap values ('${since}', ${seq})`;

/** What the tables of migrations/0030 refuse to the superuser: what it is, the statement, the SQLSTATE. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  ['two checks of one night', `${night('1999-01-01')}; ${night('1999-01-01')}`, UNIQUE],
  ['two checks by one event', `${night('1999-01-01', ended(900))}; ${night('1999-01-02', ended(900))}`, UNIQUE],
  ['a check with another verdict than there are', night('1999-01-01', ended(900, 'perhaps')), CHECK],
  ['a check that ended with no verdict', night('1999-01-01', { ended_at: 'now()' }), CHECK],
  ['one time without checks twice', `${gap('1999-01-01', 900)}; ${gap('1999-01-01', 901)}`, UNIQUE],
  ['two times without checks by one event', `${gap('1999-01-01', 900)}; ${gap('1999-01-02', 900)}`, UNIQUE],
];

/** The nightly check of the whole log: once a night. */
export const I10_CHECKS: readonly Attack[] = [
  ...REFUSALS.map(([what, sql, refused]) => asOwner(what, refused, () => sql)),
  {
    what: 'a night is checked by whoever takes it first',
    refused: 'taken',
    run: async ({ app }) => {
      const take = `select log_check_take(gen_random_uuid(), '2099-01-01') is null as refused`;
      const answers = [(await app.query(take)).rows[0], (await app.query(take)).rows[0]];
      if (answers[0].refused || !answers[1].refused) throw new Error('it was taken twice');
    },
  },
];
