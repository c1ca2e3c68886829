import { createMachine } from 'xstate';
import { bringIn, definitionOf, lifecycle, MACHINE_IDS, type Lifecycle, type MachineId } from '../../machines/registry.js';
import { useHouse } from '../../test/factories/house.js';
import { PurgeDesk } from '../../test/factories/purges.http.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { sha256Hex } from '../content/index.js';
import { deployRules } from './rules.js';

const house = useHouse();
const LAST = '00000000-0000-0000-0000-000000000000';
const first = (id: MachineId) => lifecycle<MachineId>(id, '0') as unknown as Lifecycle;

/** What the deployment of a program with one more version of these lifecycles does. */
async function deploy(...raised: readonly Lifecycle[]): Promise<void> {
  bringIn(...raised);
  for (const { id, version } of raised) {
    await house.people.admin.query(`select machine_register($1, $2, decode($3, 'hex'), sha256('source'))`, [
      id,
      version,
      sha256Hex(definitionOf(id, version)),
    ]);
  }
  await deployRules(house.people.database.migratorUrl);
}

async function issued(): Promise<string> {
  const groups = [{ levels: ['autonomousRegion'], kinds: ['department'], workingDays: 3 }];
  const words = { number: '内政数字〔2024〕128号', title: '编制主动公开事项目录', text: '编制并公开目录' };
  const task = { regionCode: '150000', purpose: 'publishCatalogue', ...words, groups };
  return (await must((await house.as('office')).post('/api/tasks', task), 201)).json.id;
}

const audit = async (url: string) => (await must((await house.as('auditor')).get(`${url}/audit`))).json;
const carried = async () =>
  (
    await house.people.admin.query<{ machine: string; said: string }>(
      `select machine_id as machine, concat_ws(' ', from_state, to_state, convert_from(body, 'UTF8')::jsonb #>> '{facts,from}', machine_version) as said
       from log_event where type = 'machine.migrated' and stream <> $1 order by stream, seq`,
      [LAST],
    )
  ).rows;

describe('a deployment with a new version of the lifecycles', () => {
  let review: TestVersion;
  let shown: TestVersion;
  let dropped: TestVersion;
  let task: string;
  const administrators = new PurgeDesk(house);
  const purges: { version: TestVersion; contentHash: string; id?: string }[] = [];

  beforeAll(async () => {
    review = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
    shown = await (await TestVersion.draft(house)).published();
    dropped = await TestVersion.draft(house);
    await must(dropped.move('compiler', { type: 'discard', reason: '重复' }));
    task = await issued();
    for (const name of ['丙', '丁', '戊']) purges.push(await administrators.suspended(name));
    await administrators.purge(purges[0]!.version, purges[0]!.contentHash);
    purges[1]!.id = (await must(administrators.propose(purges[1]!.version, purges[1]!.contentHash), 201)).json.id;
    await deploy(...MACHINE_IDS.map((id) => ({ ...first(id), version: '1' })));
  });

  it('carries every log that is under way over, by one event for each lifecycle in it, and nothing moves', async () => {
    const events = await carried();
    const count = (wanted: string) => events.filter(({ machine, said }) => `${machine}: ${said}` === wanted).length;
    expect(count('catalogueVersion: confidentialityReview confidentialityReview 0 1')).toBe(1);
    expect(count('catalogueVersion: published published 0 1')).toBe(1 + purges.length);
    expect(count('itemReview: 0 1')).toBeGreaterThan(0);
    expect(count('compilationTask: issued issued 0 1')).toBe(1);
    expect(count('obligation: open open 0 1')).toBeGreaterThan(0);
    expect(await review.state()).toBe('confidentialityReview');
    expect((await review.seen(0)).state).toBe('awaitingReview');
  });

  it('leaves alone what can go nowhere any more', async () => {
    const { rows } = await house.people.admin.query(`select from log_event where stream = $1 and type = 'machine.migrated'`, [dropped.id]);
    expect(rows).toHaveLength(0);
  });

  it('adds nothing when it is repeated, and an older program carries nothing back', async () => {
    const before = await carried();
    await deployRules(house.people.database.migratorUrl);
    await house.people.admin.query(`select machine_carry_over(id, '{}', '0') from (select distinct id from machine) m`);
    expect(await carried()).toEqual(before);
  });

  it('lets the work go on under the new version; the audit follows both', async () => {
    await must(review.decide('officer', { type: 'clear' }, 0));
    await must(review.decide('officer', { type: 'clear' }, 1));
    await must(review.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(review.move('leader', { type: 'approve' }));
    const next = await shown.revised();
    for (const { url } of [review, shown, dropped, next]) expect(await audit(url)).toMatchObject({ valid: true, replayMatches: true });
    const { rows } = await house.people.admin.query<{ versions: string }>(
      `select string_agg(distinct machine_version, ' ') as versions from log_event where stream = $1 and machine_id is not null`,
      [review.id],
    );
    expect(rows[0]!.versions).toBe('0 1');
    const office = await house.as('office');
    const { etag } = await office.get(`/api/matters/${task}`);
    await must(office.post(`/api/matters/${task}/events`, { type: 'withdraw', reason: '下达有误' }, { ifMatch: etag! }));
    expect(await audit(`/api/matters/${task}`)).toMatchObject({ valid: true, replayMatches: true });
  });

  it('carries the chain of the system over, in which many purges stand, and is followed there', async () => {
    const [, waiting, next] = purges;
    await must(administrators.act(waiting!.id!, { type: 'purge.done', contentHash: waiting!.contentHash }));
    await administrators.purge(next!.version, next!.contentHash);
    const { rows } = await house.people.admin.query<{ said: string }>(
      `select type || ' ' || machine_version as said from log_event where stream = $1 and machine_id = 'purge' order by seq`,
      [LAST],
    );
    expect(rows.map(({ said }) => said)).toEqual([
      ...['purge.proposed 0', 'purge.done 0', 'purge.proposed 0', 'machine.migrated 1'],
      ...['purge.done 1', 'purge.proposed 1', 'purge.done 1'],
    ]);
    expect((await must((await house.as('auditadmin')).get('/api/system/audit'))).json).toMatchObject({ valid: true, problems: [] });
  });

  it('tells the change in the history', async () => {
    const { json } = await (await house.as('auditor')).get(`${shown.url}/history`);
    expect(json.items).toContainEqual(expect.objectContaining({ type: 'machine.migrated', actor: null, roles: [] }));
    expect((await must((await house.as('auditor')).get(`${shown.url}/replay?at=${json.items.length}`))).json).toMatchObject({
      version: { state: 'published' },
    });
  });

  it('is refused, and changes nothing, when something stands in a state that the new version does not have', async () => {
    await issued();
    const { machine, ...rest } = first('compilationTask');
    const { issued: _, ...others } = machine.config.states as Record<string, object>;
    const shorter = createMachine({ ...machine.config, initial: 'closed', states: others } as never);
    const before = await carried();
    await expect(deploy({ ...rest, version: '2', machine: shorter, creation: {} } as Lifecycle)).rejects.toThrow(
      /a state that the new version does not know: compilationTask 2: [0-9a-f-]{36}/,
    );
    expect(await carried()).toEqual(before);
  });
});
