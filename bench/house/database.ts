import { join } from 'node:path';
import { deployRules } from '../../src/deployment/rules.js';
import { bootstrap, LOGINS, upgrade, withDatabase, type Login } from '../../src/platform/database/index.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';
import { Child } from '../child.js';
import { freePort } from '../connections.js';

export interface HouseUrls {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly portalUrl: string;
}

/** A database as the migrations make it, with nothing in it. */
export async function makeHouse(adminUrl: string, name: string): Promise<HouseUrls> {
  const password = `bench-${process.pid}`;
  const passwords = Object.fromEntries(LOGINS.map((login) => [login, password])) as Record<Login, string>;
  await bootstrap(adminUrl, name, passwords);
  const url = (user: Login) => withDatabase(adminUrl, name, { user, password });
  await upgrade(url('mulu_migrator'), () => undefined, deployRules);
  return { adminUrl: withDatabase(adminUrl, name), appUrl: url('mulu_app'), portalUrl: url('mulu_portal') };
}

/** Starts the built application on it. */
export async function serve(urls: HouseUrls, environment: Readonly<Record<string, string>>): Promise<Child> {
  const port = await freePort();
  return Child.start(
    [join(PROJECT_ROOT, 'dist/src/main.js')],
    { DATABASE_URL: urls.appUrl, MULU_PORTAL_URL: urls.portalUrl, MULU_PORT: String(port), MULU_CHECK_AT: 'never', ...environment },
    port,
    '/readyz',
  );
}
