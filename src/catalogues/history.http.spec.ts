import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

describe('the history of one item', () => {
  const house = useHouse();
  const history = async (version: TestVersion, query: string) =>
    (await must((await house.as('auditor')).get(`${version.url}/history?${query}`))).json;

  it('holds only its events, in the order of the chain, page by page', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).cleared();
    const whole = (await history(version, 'limit=500')).items;
    const [item] = version.items;
    const own = whole.filter(({ itemId }: { itemId?: string }) => itemId === item);
    expect(own.map(({ type }: { type: string }) => type)).toEqual(['create', 'enterReview', 'clear']);
    expect(await history(version, `itemId=${item}`)).toEqual({ items: own, nextCursor: null });

    const first = await history(version, `itemId=${item}&limit=2`);
    expect(first).toEqual({ items: own.slice(0, 2), nextCursor: String(own[1].seq) });
    expect(await history(version, `itemId=${item}&limit=2&after=${first.nextCursor}`)).toEqual({ items: own.slice(2), nextCursor: null });
  });

  it('is empty for an item of another version, and refuses what is no id', async () => {
    const version = await TestVersion.draft(house);
    const other = await TestVersion.draft(house);
    expect(await history(version, `itemId=${other.items[0]}`)).toEqual({ items: [], nextCursor: null });
    expect((await (await house.as('auditor')).get(`${version.url}/history?itemId=x`)).status).toBe(400);
    expect((await (await house.as('stranger')).get(`${version.url}/history?itemId=${version.items[0]}`)).status).toBe(404);
  });
});
