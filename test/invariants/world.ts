import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sha256Hex } from '../../src/content/canonical.js';
import { MatterDesk } from '../factories/matters.js';
import { accountId, createAccount, grant, seedPeople, signIn } from '../factories/people.js';
import { actor, Desk, event, rewrite, text, versionStep, type Actor, type Item } from '../factories/versions.js';
import { stageMatters, type MatterScenes } from './matters.world.js';

/** Where the logins of one database are reached. */
export interface Urls {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly portalUrl: string;
  readonly auditorUrl: string;
  readonly checkpointerUrl: string;
}

/** A version of the world with its items by the name of their text. */
export interface Scene {
  readonly id: string;
  readonly catalogue: string;
  readonly items: Readonly<Record<string, Item>>;
}

/** A compiler who is also an officer, and a deputy of theirs: the hands that rule 3 is about. */
interface TwoHanded {
  readonly bothCompiles: Actor;
  readonly bothReviews: Actor;
  readonly deputyOfBoth: Actor;
  readonly systemAdministrator: Actor;
  readonly securityAdministrator: Actor;
  readonly auditAdministrator: Actor;
  /** Holds the role on behalf of the audit administrator only. */
  readonly deputyOfAuditAdministrator: Actor;
}

/** One version in every state that matters. `revised` is followed by `second`, `shown` by the draft `next`. */
export interface Scenes {
  readonly draft: Scene;
  readonly review: Scene;
  readonly ready: Scene;
  readonly scheduled: Scene;
  readonly shown: Scene;
  readonly next: Scene;
  readonly revised: Scene;
  readonly second: Scene;
  readonly tombstone: Scene;
  /** A file that `compiler2` brought for `draft` and nobody confirmed. */
  readonly waitingImport: string;
  readonly matters: MatterScenes;
}

/** A database to attack: the scenes, the people, and a connection for each login. */
export interface World {
  readonly scenes: Scenes;
  readonly desk: Desk;
  readonly offices: MatterDesk;
  readonly people: TwoHanded;
  readonly app: pg.Client;
  readonly admin: pg.Client;
  readonly portal: pg.Client;
  readonly auditor: pg.Client;
  readonly checkpointer: pg.Client;
  close(): Promise<void>;
}

async function connect(connectionString: string, options?: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, ...(options && { options }) });
  client.on('error', () => undefined); // the database may be dropped under it
  await client.connect();
  return client;
}

/** The superuser, with the schema in its path. */
export const connectAdmin = (urls: Pick<Urls, 'adminUrl'>): Promise<pg.Client> => connect(urls.adminUrl, '-c search_path=mulu');

/** Fills an empty, migrated database with people and scenes. */
export async function prepare(urls: Urls): Promise<Scenes> {
  const app = await connect(urls.appUrl);
  try {
    await seedPeople(app);
    await appointTwoHanded(app);
    await appointDeputyAdministrator(app, urls);
    return { ...(await stage(await Desk.open(app))), matters: await stageMatters(await MatterDesk.open(app)) };
  } finally {
    await app.end();
  }
}

/** Connects to a database that `prepare` filled, or to a copy of it. Everybody signs in anew. */
export async function enter(urls: Urls, scenes: Scenes): Promise<World> {
  const app = await connect(urls.appUrl);
  const clients = await Promise.all([
    connectAdmin(urls),
    ...[urls.portalUrl, urls.auditorUrl, urls.checkpointerUrl].map((url) => connect(url)),
  ]);
  const [admin, portal, auditor, checkpointer] = clients as [pg.Client, pg.Client, pg.Client, pg.Client];
  const desk = await Desk.open(app);
  const offices = await MatterDesk.open(app);
  const both = await accountId(app, 'compiler2');
  const people = {
    bothCompiles: await actor(app, 'compiler2', 'compiler'),
    bothReviews: await actor(app, 'compiler2', 'confidentialityOfficer'),
    deputyOfBoth: await actor(app, 'stranger', 'confidentialityOfficer', both),
    systemAdministrator: await actor(app, 'sysadmin', 'systemAdministrator'),
    securityAdministrator: await actor(app, 'secadmin', 'securityAdministrator'),
    auditAdministrator: await actor(app, 'auditadmin', 'auditAdministrator'),
    deputyOfAuditAdministrator: await actor(app, 'auditadmin2', 'auditAdministrator', await accountId(app, 'auditadmin')),
  };
  const close = async () => void (await Promise.all([app, ...clients].map((client) => client.end())));
  return { scenes, desk, offices, people, app, admin, portal, auditor, checkpointer, close };
}

async function appointTwoHanded(app: pg.Client): Promise<void> {
  const token = await signIn(app, 'secadmin');
  const organization = (await app.query(`select id from organization where name = '长治市教育局'`)).rows[0].id;
  const both = await accountId(app, 'compiler2');
  await grant(app, token, { account: both, role: 'confidentialityOfficer', organization });
  await grant(app, token, { account: await accountId(app, 'stranger'), role: 'confidentialityOfficer', organization, principal: both });
}

async function appointDeputyAdministrator(app: pg.Client, urls: Urls): Promise<void> {
  const account = await createAccount(app, await signIn(app, 'sysadmin'), 'auditadmin2');
  const admin = await connectAdmin(urls);
  await admin.query('update account set must_change_password = false where id = $1', [account]);
  await admin.end();
  const principal = await accountId(app, 'auditadmin');
  await grant(app, await signIn(app, 'secadmin'), { account, role: 'auditAdministrator', principal });
}

async function stage(desk: Desk): Promise<Omit<Scenes, 'matters'>> {
  const named = async (id: string, catalogue: string, names: readonly string[]): Promise<Scene> => {
    const items = await desk.items(id);
    return { id, catalogue, items: Object.fromEntries(items.map((item, index) => [names[index]!, item])) };
  };
  const texts = (...names: string[]) => names.map((name) => text(name));

  const drafts = await desk.catalogue();
  const draft = await desk.draft(drafts, texts('draft one', 'draft two'));
  const waitingImport = await keepImport(desk, draft);

  const shows = await desk.catalogue();
  const shown = await underReview(desk, shows, texts('kept', 'public', 'withheld', 'aside'));
  {
    const [, , withheld, aside] = await desk.items(shown);
    await desk.decide(shown, withheld!, 'withhold', 'withheld', desk.officer, { ground: 'ART15_PRIVACY' });
    await desk.decide(shown, aside!, 'defer', 'deferred');
    await desk.decide(shown, (await desk.items(shown))[3]!, 'setAside', 'setAside', desk.officer, { reviewOn: '2030-01-01' });
    await conclude(desk, shown);
    await desk.approve(shown);
  }
  const next = await desk.revise(shown);

  const follows = await desk.catalogue();
  const revised = await desk.published(follows, texts('first', 'stays'));
  const second = await desk.revise(revised);
  const [first] = await desk.items(second);
  await desk.send(desk.compiler, rewrite(second, first!, desk.compiler, text('first, changed')), [second]);
  await desk.submit(second);
  await conclude(desk, second);
  await desk.approve(second, revised);

  const fallen = await desk.catalogue();
  const tombstone = await desk.published(fallen, texts('fallen'));
  const [gone] = await desk.items(tombstone);
  await desk.send(desk.leader, [
    ...versionStep(tombstone, 'published', 'takeDown', 'takenDown', desk.leader, { texts: 'all' }),
    { op: 'bar', version: tombstone, item: gone!.id, hash: gone!.hash },
  ]);

  const waits = await desk.catalogue();
  const ready = await desk.ready(waits, texts('ready one', 'ready two'));
  const times = await desk.catalogue();
  const scheduled = await desk.ready(times, texts('later'));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await desk.send(desk.leader, versionStep(scheduled, 'departmentApproval', 'approve', 'scheduled', desk.leader, { publishAt: tomorrow }), [
    scheduled,
  ]);

  const reviews = await desk.catalogue();
  const reviewed = ['awaiting', 'returned', 'releasable', 'cleared', 'endorsing', 'referred', 'other'];
  const review = await underReview(
    desk,
    reviews,
    reviewed.map((name) => text(name, ['cleared', 'endorsing', 'other'].includes(name) ? 'OTHER' : 'STATUTORY')),
  );
  {
    const [, returned, releasable, cleared, endorsing, referred] = await desk.items(review);
    await desk.decide(review, returned!, 'return', 'returned');
    await desk.decide(review, releasable!, 'clear', 'releasable');
    await desk.decide(review, cleared!, 'clear', 'cleared');
    await desk.decide(review, endorsing!, 'clear', 'cleared');
    await desk.decide(review, (await desk.items(review))[4]!, 'acceptRisk', 'awaitingEndorsement', desk.assessor, { level: 'HIGH' });
    await desk.decide(review, referred!, 'refer', 'referred');
  }
  return {
    draft: await named(draft, drafts, ['one', 'two']),
    review: await named(review, reviews, reviewed),
    ready: await named(ready, waits, ['one', 'two']),
    scheduled: await named(scheduled, times, ['later']),
    shown: await named(shown, shows, ['kept', 'public', 'withheld', 'aside']),
    next: await named(next, shows, ['kept', 'public', 'withheld', 'aside']),
    revised: await named(revised, follows, ['first', 'stays']),
    second: await named(second, follows, ['first', 'stays']),
    tombstone: await named(tombstone, fallen, ['fallen']),
    waitingImport,
  };
}

async function underReview(desk: Desk, catalogue: string, texts: Parameters<Desk['draft']>[1]): Promise<string> {
  const version = await desk.draft(catalogue, texts);
  await desk.submit(version);
  return version;
}

async function conclude(desk: Desk, version: string): Promise<void> {
  await desk.clearAll(version);
  await desk.send(desk.officer, desk.conclusion(version), [version]);
}

async function keepImport(desk: Desk, version: string): Promise<string> {
  const id = randomUUID();
  const key = randomUUID();
  const facts = { importId: id, versionId: version, fileHash: sha256Hex('x') };
  const said = event('', 'import.read', desk.compiler2, { facts, idempotencyKey: key });
  await desk.sql.query(`select mulu.import_keep($1, $2, $3, 'file.xlsx', sha256('x'), '{}', $4, $5, sha256('x'), '{}')`, [
    desk.compiler2.token,
    id,
    version,
    said.body,
    key,
  ]);
  return id;
}
