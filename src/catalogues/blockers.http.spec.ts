import { join } from 'node:path';
import { appoint } from '../../test/factories/appointments.js';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { PROJECT_ROOT } from '../platform/project.js';
import type { ItemMarks } from './views/item.views.js';
import type { Offer } from './views/offer.views.js';

/** What keeps a version from its next step is told item by item, before anybody tries it. */
const house = useHouse();

async function unmet(
  version: { readonly url: string },
  username: string,
  event: string,
): Promise<Record<string, Offer['requirements'][number]>> {
  const { json } = await must((await house.as(username)).get(version.url));
  const offer = json.events.find((one: Offer) => one.type === event) as Offer;
  return Object.fromEntries(offer.requirements.filter(({ satisfied }) => !satisfied).map((one) => [one.id, one]));
}

it('names each item of a real file that is in the way, and its row counts the same', async () => {
  const draft = await TestVersion.draft(house, []);
  const compiler = await house.as('compiler');
  const read = await must(compiler.upload(`${draft.url}/imports`, join(PROJECT_ROOT, 'test', 'fixtures', 'changzhi.xlsx')), 201);
  await must(compiler.post(`/api/imports/${read.json.id}/confirmation`, { repairs: [] }));
  await must(compiler.post(`${draft.url}/items`, { content: anItemContent('联系方式', { elements: ['电话13912345678'] }) }), 201);
  await must(compiler.post(`${draft.url}/items`, { content: anItemContent('时限', { timeLimit: { text: '收到后尽快' } }) }), 201);

  const rows = (await must(compiler.get(`${draft.url}/items?limit=500`))).json.items as { id: string; marks: ItemMarks }[];
  const counted = (of: (marks: ItemMarks) => number) => rows.filter(({ marks }) => of(marks) > 0).map(({ id }) => id);
  const blockers = await unmet(draft, 'compiler', 'submit');
  const lacking = ['elementsComplete', 'categoryStated', 'basisNamed', 'timeLimitsRead'].flatMap((id) => blockers[id]?.itemIds ?? []);
  expect(blockers['repairsConfirmed']!.itemIds).toEqual(counted((marks) => marks.openRepairs));
  expect(blockers['hitsAcknowledgedByCompiler']!.itemIds).toEqual(counted((marks) => marks.hits));
  expect(new Set(lacking)).toEqual(new Set(counted((marks) => marks.missing)));
  for (const { itemIds } of Object.values(blockers)) expect(itemIds).not.toHaveLength(0);
});

it('says which role nobody is left for, and for which items', async () => {
  await appoint(house, 'compiler', 'compiler', { body: '开鲁县教育局' });
  const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙', { category: 'OTHER' })], '开鲁县教育局');
  const blockers = await unmet(version, 'compiler', 'submit');
  expect(blockers).toMatchObject({
    approverRemains: { itemIds: version.items, message: expect.stringContaining('部门负责人') },
    deciderRemains: { itemIds: version.items, message: expect.stringContaining('保密审查员') },
    assessorRemains: { itemIds: [version.items[1]], message: expect.stringContaining('风险评估员') },
  });
});

it('names what is undecided to whoever would conclude the review', async () => {
  const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
  await must(version.decide('officer', { type: 'clear' }, 0));
  expect(await unmet(version, 'officer', 'concludeConfidentialityReview')).toMatchObject({
    everyItemReviewed: { itemIds: [version.items[1]] },
  });
});
