import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

/** What an item's state rests on, who may take it on, and since when it waits. */
const house = useHouse();

async function standing(version: TestVersion, by = 'auditor', index = 0) {
  return (await must((await house.as(by)).get(version.item(index)))).json.standing;
}

async function lastAt(version: TestVersion, type: string): Promise<string> {
  const { json } = await must((await house.as('auditor')).get(`${version.url}/history?type=${type}&limit=500`));
  return new Date(json.items.at(-1).at).toISOString();
}

it('follows the item through its review', async () => {
  const version = await TestVersion.draft(house, [anItemContent('甲', { category: 'OTHER' })]);
  expect(await standing(version)).toMatchObject({ event: 'create', by: { displayName: '编制人甲' }, roles: ['compiler'] });
  await version.submitted();
  expect(await standing(version)).toEqual({
    event: 'enterReview',
    seq: expect.any(Number),
    by: null,
    since: await lastAt(version, 'enterReview'),
    roles: ['confidentialityOfficer'],
  });
  await must(version.decide('officer', { type: 'clear' }));
  expect(await standing(version)).toMatchObject({ event: 'clear', by: { displayName: '保密审查员甲' }, roles: ['riskAssessor'] });
  await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }));
  expect(await standing(version, 'office')).toMatchObject({
    event: 'acceptRisk',
    // The assessor may still think better of it.
    roles: ['riskAssessor', 'departmentLeader', 'leadingGroupOffice'],
  });
  await must(version.decide('leader', { type: 'endorse' }));
  expect(await standing(version)).toMatchObject({ event: 'endorse', roles: ['confidentialityOfficer', 'departmentLeader'] });
});

it('waits anew since a submission through which it kept its state', async () => {
  const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
  await must(version.decide('officer', { type: 'defer', reason: '待核' }));
  expect((await standing(version)).since).toBe(await lastAt(version, 'defer'));
  await must(version.move('officer', { type: 'return', reason: '补充' }));
  expect((await standing(version)).roles).not.toContain('confidentialityOfficer');
  await version.submitted();
  expect(await standing(version)).toMatchObject({ event: 'defer', since: await lastAt(version, 'submit') });
});

it('tells nobody more than the item itself does', async () => {
  const version = await (await TestVersion.draft(house)).submitted();
  await must(version.decide('officer', { type: 'refer', reason: '疑似涉密' }));
  expect((await house.nobody.get(version.item(0))).status).toBe(401);
  expect((await (await house.as('stranger')).get(version.item(0))).status).toBe(404);
  const sealed = await (await house.as('officer2')).get(version.item(0));
  expect([sealed.status, sealed.text.includes('疑似涉密')]).toEqual([403, false]);
  expect(await standing(version, 'officer')).toMatchObject({ event: 'refer', roles: ['confidentialityOfficer'] });
});

it('is taken on by nobody once the version is published', async () => {
  expect((await standing(await (await TestVersion.draft(house)).published())).roles).toEqual([]);
});
