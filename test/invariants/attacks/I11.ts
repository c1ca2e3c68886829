import { asApp, asOwner, type Attack } from '../attack.js';

const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN = '23503';
const NOT_NULL = '23502';
const ABSENT = `'00000000-0000-4000-8000-000000000000'`;
const SOMEBODY = `(select id from account where username = 'compiler')`;
const BODY = `(select id from organization where name = '长治市教育局')`;
const account = (changed: Record<string, string>) => {
  const values = {
    username: `'fresh'`,
    display_name: `'某人'`,
    salt: `decode(repeat('00', 16), 'hex')`,
    verifier: `decode(repeat('00', 32), 'hex')`,
    kdf: `'{}'`,
    must_change_password: 'false',
    ...changed,
  };
  return `insert into account (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`;
};
const appointment = (columns: string, values: string) => `insert into appointment (account_id, ${columns}) values (${SOMEBODY}, ${values})`;
const session = (hash: string, who: string) =>
  `insert into session (token_hash, account_id, idle_expires_at, expires_at) values (${hash}, ${who}, now(), now())`;

/** What the tables of migrations/0002-people.sql refuse to the superuser: what it is, the statement, the SQLSTATE. */
export const PEOPLE_REFUSALS: readonly (readonly [string, string, string])[] = [
  ['a region code of five digits', `insert into region values ('15010', 'x', 'leagueCity', '150000')`, CHECK],
  ['a region of an unknown level', `insert into region values ('159900', 'x', 'planet', '150000')`, CHECK],
  ['a region below one that is absent', `insert into region values ('159900', 'x', 'leagueCity', '999999')`, FOREIGN],
  ['a region twice', `insert into region values ('150100', 'x', 'leagueCity', '150000')`, UNIQUE],
  ['a region without a name', `insert into region values ('159900', null, 'leagueCity', '150000')`, NOT_NULL],
  ['a body without a name', `insert into organization (name, kind, region_code) values ('', 'department', '150000')`, CHECK],
  ['a body of an unknown kind', `insert into organization (name, kind, region_code) values ('x', 'club', '150000')`, CHECK],
  ['a body nowhere', `insert into organization (name, kind, region_code) values ('x', 'department', '999999')`, FOREIGN],
  ['a body twice', `insert into organization (name, kind, region_code) values ('长治市教育局', 'department', '140400')`, UNIQUE],
  ['a body under an id in use', `insert into organization values (${BODY}, 'x', 'department', '150000')`, UNIQUE],
  ['an account under an id in use', account({ id: SOMEBODY }), UNIQUE],
  ['a user name twice', account({ username: `'compiler'` }), UNIQUE],
  ['a user name in capitals', account({ username: `'Fresh'` }), CHECK],
  ['an account without a display name', account({ display_name: `''` }), CHECK],
  ['a short salt', account({ salt: `'\\x00'` }), CHECK],
  ['a verifier that is no SHA-256', account({ verifier: `'\\x00'` }), CHECK],
  ['a session under a hash of the wrong length', session(`'\\x00'`, SOMEBODY), CHECK],
  ['a session of nobody', session(`sha256('x')`, ABSENT), FOREIGN],
  ['a session twice', `${session(`sha256('x')`, SOMEBODY)}; ${session(`sha256('x')`, SOMEBODY)}`, UNIQUE],
  ['an appointment to an unknown role', appointment('role, organization_id', `'king', ${BODY}`), CHECK],
  ['an appointment of nobody', `insert into appointment (account_id, role) values (${ABSENT}, 'auditAdministrator')`, FOREIGN],
  ['an appointment at no body', appointment('role, organization_id', `'compiler', ${ABSENT}`), FOREIGN],
  ['an appointment over no region', appointment('role, region_code', `'auditor', '999999'`), FOREIGN],
  ['a deputy of nobody', appointment('role, organization_id, principal_id', `'compiler', ${BODY}, ${ABSENT}`), FOREIGN],
  ['a deputy of oneself', appointment('role, organization_id, principal_id', `'compiler', ${BODY}, ${SOMEBODY}`), CHECK],
  ['a grant by nobody', appointment('role, organization_id, granted_by', `'compiler', ${BODY}, ${ABSENT}`), FOREIGN],
  ['an end before the start', appointment('role, organization_id, ends_at', `'compiler', ${BODY}, '2020-01-01'`), CHECK],
  [
    'an appointment under an id in use',
    `insert into appointment select a.* from appointment a where a.account_id = ${SOMEBODY} limit 1`,
    UNIQUE,
  ],
  ['a second sign-in secret', `insert into sign_in_secret values (false)`, CHECK],
  ['a sign-in secret twice', `insert into sign_in_secret default values`, UNIQUE],
  ['a throttled subject of the wrong length', `insert into sign_in_throttle values ('\\x00')`, CHECK],
  ['a throttled subject twice', `insert into sign_in_throttle values (sha256('x')), (sha256('x'))`, UNIQUE],
  ['a set-up token of the wrong length', `insert into setup_token values (true, '\\x00')`, CHECK],
  ['a set-up row of the wrong kind', `insert into setup_token values (false, sha256('x'))`, CHECK],
  ['two set-up tokens', `insert into setup_token values (true, sha256('x')), (true, sha256('x'))`, UNIQUE],
];

/** What the history of appointments refuses. */
export const APPOINTMENT_REWRITES: readonly (readonly [string, string])[] = [
  ['a changed role', `update appointment set role = 'riskAssessor' where account_id = ${SOMEBODY}`],
  ['a moved beginning', `update appointment set starts_at = starts_at - interval '1 day' where account_id = ${SOMEBODY}`],
  ['a revocation in the past', `update appointment set revoked_at = now() - interval '1 day' where account_id = ${SOMEBODY}`],
  [
    'a revocation together with another change',
    `update appointment set revoked_at = now(), ends_at = now() where account_id = ${SOMEBODY}`,
  ],
  ['a deletion', `delete from appointment where account_id = ${SOMEBODY}`],
  ['emptying the table', `truncate appointment`],
];

/** I11: three administrators' families exclude each other and every business role; who held what stays known. */
export const I11: readonly Attack[] = [
  ...PEOPLE_REFUSALS.map(([what, sql, code]) => asOwner(what, code, () => sql)),
  ...APPOINTMENT_REWRITES.map(([what, sql]) => asOwner(what, 'MUI11', () => sql)),
  asOwner('an officer over a region', '23514 appointment_scope', () =>
    appointment('role, region_code', `'confidentialityOfficer', '150100'`),
  ),
  asOwner(
    'a revocation by nobody',
    '23503 appointment_revoked_by_fkey',
    () => `update appointment set revoked_at = now(), revoked_by = ${ABSENT} where account_id = ${SOMEBODY}`,
  ),
  asOwner('a compiler who administers the system', 'MUI11 appointment.incompatible', () => appointment('role', `'systemAdministrator'`)),
  asApp('appointing by hand', '42501', () => appointment('role', `'systemAdministrator'`)),
];
