import { must } from './version.http.js';
import type { TestHouse } from './house.js';

interface Wish {
  readonly body?: string;
  /** User name of the person whom a deputy (代理) stands in for. */
  readonly onBehalfOf?: string;
}

async function accountOf(house: TestHouse, username: string): Promise<string> {
  const { json } = await must((await house.as('secadmin')).get(`/api/accounts?limit=200&q=${username}`));
  return json.items.find((account: { username: string }) => account.username === username).id;
}

/** Appoints somebody at a body, as the security administrator does: over the API. */
export async function appoint(
  house: TestHouse,
  username: string,
  role: string,
  { body = '长治市教育局', onBehalfOf }: Wish = {},
): Promise<void> {
  const secadmin = await house.as('secadmin');
  const found = await must(secadmin.get(`/api/organizations?q=${encodeURIComponent(body)}`));
  const wanted = {
    accountId: await accountOf(house, username),
    role,
    organizationId: found.json.items[0].id,
    ...(onBehalfOf && { principalId: await accountOf(house, onBehalfOf) }),
  };
  await must(secadmin.post('/api/appointments', wanted), 201);
}
