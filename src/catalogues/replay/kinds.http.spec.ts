import { appoint } from '../../../test/factories/appointments.js';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';

const house = useHouse();
const asked = async (version: { url: string }, path: string) => (await must((await house.as('auditor')).get(`${version.url}${path}`))).json;

describe('what one can jump to', () => {
  it('is every kind of event and everybody who did anything, in the order of their first, with how often', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).cleared();
    const { types, actors } = await asked(version, '/replay/kinds');
    expect(types).toEqual([
      { type: 'create', count: 3 },
      { type: 'submit', count: 1 },
      { type: 'enterReview', count: 2 },
      { type: 'clear', count: 2 },
    ]);
    expect(actors).toEqual([
      { id: expect.any(String), displayName: '编制人甲', count: 4 },
      { id: expect.any(String), displayName: '保密审查员甲', count: 2 },
    ]);
    const own = await asked(version, `/replay/ticks?actor=${actors[1].id}`);
    expect(own.items.map(({ type }: { type: string }) => type)).toEqual(['clear', 'clear']);
  });

  it('is nothing for whoever has no role there', async () => {
    const version = await TestVersion.draft(house);
    expect((await (await house.as('stranger')).get(`${version.url}/replay/kinds`)).status).toBe(404);
    expect((await house.nobody.get(`${version.url}/replay/kinds`)).status).toBe(401);
  });

  it('is the version itself, without its items', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲')])).cleared();
    const { items } = await asked(version, '/replay/ticks?machine=catalogueVersion');
    expect(items.map(({ to }: { to: string }) => to)).toEqual(['draft', 'confidentialityReview']);
  });
});

it('names the person for whom a deputy acted', async () => {
  const version = await (await TestVersion.draft(house, [anItemContent('甲')])).awaitingApproval();
  await appoint(house, 'stranger', 'departmentLeader', { onBehalfOf: 'leader' });
  await must(version.move('stranger', { type: 'approve' }));
  const { items } = await asked(version, '/history?limit=500');
  const approval = items.find(({ type }: { type: string }) => type === 'approve');
  expect(approval.principal).toEqual({ id: approval.onBehalfOf, displayName: '部门负责人' });
  expect(items[0].principal).toBeNull();
});
