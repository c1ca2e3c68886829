import { NOTICE, Notices } from '../../test/factories/notices.js';
import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';

const house = useHouse();
const notices = new Notices(house);

describe('the list', () => {
  const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

  it('begins with what waits for me, then for others, and ends with what is over', async () => {
    const [near, far, answered, over] = [
      await notices.sent('office.hohhot', { dueOn: '2098-01-04' }),
      await notices.sent('office.hohhot', { dueOn: '2099-12-30' }),
      await notices.sent(),
      await notices.sent(),
    ];
    await must(notices.act('compiler.xincheng', answered, { type: 'answer', text: '已办' }));
    await must(notices.act('office.hohhot', over, { type: 'withdraw', reason: '发错' }));
    const mine = await notices.list('compiler.xincheng', 'limit=200');
    expect(mine.items[0].mine).toBe(true);
    expect(ids(mine).indexOf(near)).toBeLessThan(ids(mine).indexOf(far));
    expect(ids(mine).indexOf(far)).toBeLessThan(ids(mine).indexOf(answered));
    expect(ids(mine).indexOf(answered)).toBeLessThan(ids(mine).indexOf(over));
    const offices = await notices.list('office.hohhot', 'limit=200');
    expect(offices.items[0]).toMatchObject({ state: 'answered', mine: true });
    expect(offices.items.find(({ id }: { id: string }) => id === near)).toMatchObject({
      mine: false,
      title: NOTICE.title,
      organization: { name: '新城区教育局' },
      region: { name: '新城区' },
      office: { name: '呼和浩特市' },
      deadline: { dueOn: '2098-01-04', provisional: false, onTime: null },
      holder: { role: 'compiler', people: ['新城区编制人'] },
    });
    expect(offices.items.find(({ id }: { id: string }) => id === answered).holder).toEqual({
      role: 'givingOffice',
      people: ['呼和浩特市办公室'],
    });
    expect(offices.items.find(({ id }: { id: string }) => id === over).holder).toBeNull();
    expect((await notices.list('office.hohhot', 'mine=true')).items.every(({ mine: turn }: { mine: boolean }) => turn)).toBe(true);
    expect((await notices.list('auditor', 'mine=true')).items).toEqual([]);
  });

  it('goes on page by page without losing or repeating any', async () => {
    const whole = ids(await notices.list('office', 'limit=200'));
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await notices.list('office', `limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      found.push(...ids(page));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(whole);
    expect(new Set(found).size).toBe(found.length);
  });

  it('is told by region, body, state, kind and words', async () => {
    const id = await notices.sent('office', { title: '关于补充目录的通知', number: '内政数督〔2026〕9号' }, '开鲁县教育局');
    const named = async (query: string, who = 'office') => ids(await notices.list(who, `limit=200&${query}`));
    expect(await named('region=150500')).toEqual([id]);
    expect(await named('region=140000')).toEqual([]);
    expect(await named(`organization=${await notices.body('开鲁县教育局')}`)).toEqual([id]);
    expect(await named(`q=${encodeURIComponent('补充')}`)).toEqual([id]);
    expect(await named(`q=${encodeURIComponent('数督〔2026〕9')}`)).toEqual([id]);
    expect(await named(`q=${encodeURIComponent('开鲁')}`)).toEqual([id]);
    expect(await named('q=%25')).toEqual([]);
    expect(await named('purpose=suggestUpdate')).toEqual([]);
    expect(
      (await notices.list('office', 'state=withdrawn&limit=200')).items.every(({ state }: { state: string }) => state === 'withdrawn'),
    ).toBe(true);
    expect(await named('region=150500', 'office.hohhot')).toEqual([]);
  });

  it.each(['region=x', 'organization=x', 'state=x', 'purpose=x', 'mine=maybe', 'cursor=x', 'limit=0', 'cursor=WyJhIiwiYiIsImMiXQ'])(
    'refuses ?%s',
    async (query) => {
      expect((await (await house.as('office')).get(`/api/rectifications?${query}`)).status).toBe(400);
    },
  );
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
