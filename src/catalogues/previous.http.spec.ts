import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

/** With what an item is compared: what came before it, never what came after, and nothing that a bar hides. */
const house = useHouse();

async function compared(version: TestVersion, by = 'auditor') {
  const { json } = await must((await house.as(by)).get(version.item(0)));
  const { previous, marks } = json;
  return {
    published: previous.published?.content.elements ?? null,
    signed: previous.signed?.content.elements ?? null,
    change: marks.change,
  };
}

async function changedTo(version: TestVersion, words: string): Promise<TestVersion> {
  const next = await version.revised();
  await must(next.edit('compiler', { elements: [words] }));
  return next.published();
}

it('is compared with the version before it, also once it was revised itself', async () => {
  const first = await (await TestVersion.draft(house, [anItemContent('甲', { elements: ['第一稿'] })])).published();
  const second = await changedTo(first, '第二稿');
  const third = await changedTo(second, '第三稿');
  expect(await compared(first)).toEqual({ published: null, signed: ['第一稿'], change: 'new' });
  expect(await compared(second)).toEqual({ published: ['第一稿'], signed: ['第二稿'], change: 'changed' });
  expect(await compared(third)).toEqual({ published: ['第二稿'], signed: ['第三稿'], change: 'changed' });
});

it('is not compared with a barred text, in its mark either', async () => {
  const first = await (await TestVersion.draft(house, [anItemContent('甲', { elements: ['第一稿'] })])).published();
  const second = await changedTo(first, '不该公开');
  await must(second.move('officer', { type: 'suspendItem', itemId: second.items[0], reason: '泄露' }));
  const third = await second.revised();
  expect(await compared(third)).toMatchObject({ published: ['第一稿'], change: 'changed' });
  await must(third.edit('compiler', { elements: ['第一稿'] }));
  expect(await compared(third)).toMatchObject({ published: ['第一稿'], change: 'same' });
});

it('is compared again with a text that was cleared anew after its bar', async () => {
  const first = await (await TestVersion.draft(house, [anItemContent('甲', { elements: ['第一稿'] })])).published();
  await must(first.move('officer', { type: 'suspendItem', itemId: first.items[0], reason: '先撤再核' }));
  const second = await first.revised();
  expect(await compared(second)).toMatchObject({ published: null, change: 'new' });
  const third = await (await second.published()).revised();
  expect(await compared(third)).toMatchObject({ published: ['第一稿'], change: 'same' });
});
