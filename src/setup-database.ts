import { say } from './greeting.js';
import { deployRules } from './deployment/rules.js';
import { bootstrap, LOGINS, upgrade, type Login } from './platform/database/index.js';

/**
 * `npm run database:setup`: prepares an external PostgreSQL, once and before each upgrade. DATABASE_ADMIN_URL is a superuser
 * (or a role with CREATEROLE and CREATEDB) and is used here only; the running application never sees it. The other URLs are
 * those the application gets; their passwords are set.
 */
const URL_OF: Readonly<Record<Login, string>> = {
  mulu_migrator: 'MULU_MIGRATOR_URL',
  mulu_app: 'DATABASE_URL',
  mulu_portal: 'MULU_PORTAL_URL',
  mulu_auditor: 'MULU_AUDITOR_URL',
  mulu_checkpointer: 'MULU_CHECKPOINTER_URL',
};
const REQUIRED: readonly Login[] = ['mulu_migrator', 'mulu_app', 'mulu_portal'];

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

function passwordIn(login: Login): string | undefined {
  const name = URL_OF[login];
  const url = REQUIRED.includes(login) ? required(name) : process.env[name];
  if (!url) return undefined;
  const { username, password } = new URL(url);
  if (username !== login) throw new Error(`${name} must sign in as ${login}, not as ${username}.`);
  if (!password) throw new Error(`${name} has no password.`);
  return decodeURIComponent(password);
}

async function setUp(): Promise<void> {
  const passwords = Object.fromEntries(LOGINS.map((login) => [login, passwordIn(login)]));
  const database = decodeURIComponent(new URL(required('DATABASE_URL')).pathname.slice(1));
  await bootstrap(required('DATABASE_ADMIN_URL'), database, passwords);
  await upgrade(required('MULU_MIGRATOR_URL'), say, deployRules);
  say(`The database ${database} is ready.`);
}

setUp().catch((error: Error) => {
  say(error.message);
  process.exit(1);
});
