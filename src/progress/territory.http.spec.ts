import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeTerritory } from '../../bench/territory/index.js';
import { newCredentials } from '../access/passwords/scrypt.js';
import { AccessModule } from '../access/index.js';
import { TEST_KDF, TEST_PASSWORD } from '../../test/factories/people.js';
import { Client } from '../../test/factories/client.js';
import { must } from '../../test/factories/version.http.js';
import { testApplication, testDatabase, type TestDatabase } from '../../test/harness/index.js';
import { ProgressModule } from './index.js';

// A small part of the whole territory, in which every number is of something: bodies at all stages, done in time and too late, overdue and near, extended,
// exempted, done outside, fallen back.

const BODIES = 120;
const NUMBERS = ['bodies', 'done', 'onTime', 'late', 'overdue', 'dueSoon'] as const;

interface Count {
  readonly count: number;
  readonly href: string;
}
interface Cells extends Readonly<Record<(typeof NUMBERS)[number], Count>> {
  readonly stages: readonly (Count & { readonly stage: string })[];
  readonly nextDue: string | null;
}

let database: TestDatabase;
let app: NestFastifyApplication;
let task: string;

beforeAll(async () => {
  database = await testDatabase();
  const credentials = await newCredentials(TEST_PASSWORD, TEST_KDF);
  ({ task } = await makeTerritory(database.adminUrl, { bodies: BODIES, items: 4, credentials }));
  // Without the clock: nothing moves while it is counted.
  ({ app } = await testApplication(database, [AccessModule, ProgressModule]));
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const counts = (cells: Cells): Count[] => [...NUMBERS.map((name) => cells[name]), ...cells.stages];
const figures = (cells: Cells) => ({
  ...Object.fromEntries(NUMBERS.map((name) => [name, cells[name].count])),
  ...Object.fromEntries(cells.stages.map(({ stage, count }) => [stage, count])),
  nextDue: cells.nextDue,
});
const places = (json: { total: Cells; own: Cells; children: { cells: Cells }[] }) => [
  json.total,
  json.own,
  ...json.children.map(({ cells }) => cells),
];

async function lengthOf(client: Client, href: string): Promise<number> {
  let length = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const { json } = await must(client.get(`${href}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
    length += json.items.length;
    cursor = json.nextCursor;
  }
  return length;
}

describe.each([
  ['office.150000', [0, 30, 75]],
  ['auditor.150000', [0]],
  ['office.150500', [0, 45]],
  ['auditor.150500', [0]],
])('%s', (username, ago) => {
  const region = username.slice(-6);

  it.each(ago)('finds behind every number the list that it counts, %i days ago', async (days) => {
    const client = await Client.signIn(app, username);
    const at = days > 0 ? `&at=${new Date(Date.now() - days * 86_400_000).toISOString()}` : '';
    const { json } = await must(client.get(`/api/progress?region=${region}&task=${task}${at}`));
    const shown = places(json).filter((cells) => cells.bodies.count > 0);
    expect(shown.length).toBeGreaterThan(3);
    for (const { count, href } of shown.flatMap(counts))
      expect({ href, length: await lengthOf(client, href) }).toEqual({ href, length: count });
    for (const name of NUMBERS) {
      const [total, ...parts] = places(json);
      expect(parts.reduce((sum, cells) => sum + cells[name].count, 0)).toBe(total![name].count);
    }
  });
});

it('has something of everything to count', async () => {
  const { json } = await must((await Client.signIn(app, 'office.150000')).get(`/api/progress?region=150000&task=${task}`));
  const total = figures(json.total);
  expect(total).toMatchObject({ bodies: BODIES });
  for (const [name, number] of Object.entries(total)) expect({ name, some: Boolean(number) }).toEqual({ name, some: true });
});

it('tells the present as the log tells the moment after it, region by region', async () => {
  const client = await Client.signIn(app, 'office.150000');
  const soon = new Date(Date.now() + 1000).toISOString();
  for (const region of ['150000', '150100', '150500', '150521']) {
    const { json: now } = await must(client.get(`/api/progress?region=${region}`));
    const { json: then } = await must(client.get(`/api/progress?region=${region}&at=${soon}`));
    expect(places(then).map(figures)).toEqual(places(now).map(figures));
  }
});

it('comes to the present by its own history', async () => {
  const client = await Client.signIn(app, 'office.150000');
  const { json: trend } = await must(client.get(`/api/progress/trend?region=150000&task=${task}`));
  const { json } = await must(client.get(`/api/progress?region=150000&task=${task}`));
  const { bodies, done, exempted } = figures(json.total) as Record<string, unknown>;
  expect(trend.points.length).toBeGreaterThan(20);
  expect(trend.points.at(-1)).toMatchObject({ bodies, done, exempted });
});

it.each(['compiler.00001', 'leader.00001', 'office.150100'])('shows nothing of it to %s', async (username) => {
  const client = await Client.signIn(app, username);
  for (const path of ['/api/progress', '/api/obligations', '/api/progress/trend'])
    expect((await client.get(`${path}?region=150000`)).status).toBe(404);
  expect((await Client.stranger(app).get('/api/progress?region=150000')).status).toBe(401);
});
