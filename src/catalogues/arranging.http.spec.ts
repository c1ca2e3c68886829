import { randomUUID } from 'node:crypto';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

describe('the order of a draft', () => {
  const house = useHouse();
  const draft = (...names: string[]) =>
    TestVersion.draft(
      house,
      names.map((name) => anItemContent(name)),
    );
  const move = async (version: TestVersion, index: number, body: object, by = 'compiler') =>
    (await house.as(by)).put(`${version.item(index)}/position`, body);
  const order = async (version: TestVersion): Promise<string> => {
    const { json } = await (await house.as('compiler')).get(`${version.url}/items?limit=500`);
    return json.items.map((item: { content: { path: string[] } }) => item.content.path[1]).join('');
  };
  const audit = async (version: TestVersion) => (await (await house.as('auditor')).get(`${version.url}/audit`)).json;

  it('follows what a compiler says; the audit finds the same order in the log', async () => {
    const version = await draft('甲', '乙', '丙', '丁');
    const { json, etag } = await must(move(version, 3, { after: version.items[0] }));
    expect(json).toMatchObject({ itemId: version.items[3], after: version.items[0], state: 'drafting', etag });
    await must(move(version, 2, { after: null }));
    expect(await order(version)).toBe('丙甲丁乙');
    await must(move(version, 1, { after: version.items[2], number: '2-1' }));
    expect(await order(version)).toBe('丙乙甲丁');
    expect((await version.seen(1)) as object).toMatchObject({ number: '2-1' });
    await must(version.remove('compiler', { reason: '重复' }, 0));
    expect(await audit(version)).toMatchObject({ valid: true, replayMatches: true, problems: [] });
    const { json: past } = await (await house.as('auditor')).get(`${version.url}/history`);
    const arranged = past.items.filter((event: { type: string }) => event.type === 'items.arranged');
    expect(arranged).toHaveLength(3);
    expect(arranged[2]).toMatchObject({ roles: ['compiler'], itemId: version.items[1], words: { number: '2-1' } });
  });

  it('is noticed by the audit when it is not what the log says', async () => {
    const version = await draft('甲', '乙');
    await house.people.admin.query('begin');
    await house.people.admin.query('alter table version_item disable trigger user');
    await house.people.admin.query('update version_item set position = position - 10 where item_id = $1', [version.items[1]]);
    await house.people.admin.query('alter table version_item enable trigger user');
    await house.people.admin.query('commit');
    expect((await audit(version)).problems).toEqual([
      expect.objectContaining({ code: 'state.differs', detail: expect.stringContaining('order') }),
    ]);
  });

  it('takes a new row in the middle, at the beginning and at the end', async () => {
    const version = await draft('甲', '乙');
    const compiler = await house.as('compiler');
    const add = (name: string, place: object) => compiler.post(`${version.url}/items`, { content: anItemContent(name), ...place });
    await must(add('丙', { after: version.items[0] }), 201);
    await must(add('丁', { after: null }), 201);
    await must(add('戊', {}), 201);
    expect(await order(version)).toBe('丁甲丙乙戊');
    expect((await add('己', { after: randomUUID() })).status).toBe(422);
    expect(await audit(version)).toMatchObject({ valid: true });
  });

  it('voids nothing, changes no text, and goes with the version when it is published and revised', async () => {
    const version = await (await draft('甲', '乙', '丙')).published();
    const next = await version.revised();
    const before = await next.seen(2);
    await must(move(next, 2, { after: null }));
    expect(await next.seen(2)).toMatchObject({ state: before.state, contentHash: before.contentHash });
    const { json } = await (await house.as('officer')).get(next.item(2));
    expect(json.decisions[0]).toMatchObject({ type: 'carryOver', voided: false });
    await must(next.move('compiler', { type: 'submit' }));
    await must(next.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(next.move('leader', { type: 'approve' }));
    const open = await house.nobody.get(`/open/catalogues/${next.catalogue}.json`);
    expect(open.json.items.map((item: { path: string[] }) => item.path[1]).join('')).toBe('丙甲乙');
    expect(await order(await next.revised())).toBe('丙甲乙');
  });

  it('holds when people move different rows at the same moment, and through pages', async () => {
    const names = [...'甲乙丙丁戊己庚辛'];
    const version = await draft(...names);
    const answers = await Promise.all(
      names.flatMap((_, index) => [
        move(version, index, { after: version.items[(index + 3) % names.length] }, index % 2 ? 'compiler' : 'compiler2'),
        move(version, index, { after: null }, index % 2 ? 'compiler2' : 'compiler'),
      ]),
    );
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    for (let round = 0; round < 30; round += 1) await must(move(version, 1 + (round % 7), { after: version.items[0] }));
    expect(await audit(version)).toMatchObject({ valid: true, problems: [] });
    const compiler = await house.as('compiler');
    const pages: string[] = [];
    for (let cursor = ''; pages.length <= names.length;) {
      const { json } = await must(compiler.get(`${version.url}/items?limit=1${cursor && `&cursor=${cursor}`}`));
      pages.push(json.items[0].content.path[1]);
      if (!json.nextCursor) break;
      cursor = json.nextCursor;
    }
    expect(pages.join('')).toBe(await order(version));
    expect([...pages].sort()).toEqual([...names].sort());
  });

  it('writes nothing when the row stands there already, and answers a repeated request as before', async () => {
    const version = await draft('甲', '乙');
    const before = await version.etag();
    expect((await must(move(version, 1, { after: version.items[0] }))).etag).toBe(before);
    const compiler = await house.as('compiler');
    const key = randomUUID();
    const again = () => compiler.put(`${version.item(1)}/position`, { after: null }, { key });
    const first = await must(again());
    expect((await must(again())).json).toEqual(first.json);
    expect((await compiler.put(`${version.item(0)}/position`, { after: null }, { key })).status).toBe(422);
  });

  it('refuses in the contract’s order', async () => {
    const version = await draft('甲', '乙');
    const url = `${version.item(1)}/position`;
    const compiler = await house.as('compiler');
    const status = async (body: unknown, options = {}) => (await compiler.put(url, body, options)).status;
    expect(await status({})).toBe(400);
    expect(await status({ after: 'x' })).toBe(400);
    expect(await status([{ after: null }])).toBe(400);
    expect((await house.nobody.put(url, { after: null })).status).toBe(401);
    expect((await (await house.as('stranger')).put(url, { after: null })).status).toBe(404);
    expect((await compiler.put(`${version.url}/items/${randomUUID()}/position`, { after: null })).status).toBe(404);
    expect((await (await house.as('officer')).put(url, { after: null })).json).toMatchObject({ status: 403 });
    expect(await status({ after: null }, { key: null })).toBe(428);
    expect((await compiler.put(url, { after: randomUUID() })).json).toMatchObject({ status: 422, code: 'place.absent' });
    expect((await compiler.put(url, { after: version.items[1] })).json).toMatchObject({ status: 422, code: 'place.absent' });
    await version.submitted();
    expect((await compiler.put(url, { after: null })).json).toMatchObject({ status: 409, code: 'state.conflict' });
  });
});
