import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';

const house = useHouse();
const get = async (version: { url: string }, path: string, who = 'auditor') =>
  (await house.as(who)).get(`${version.url}${path.startsWith('?') || path === '' ? path : `/${path}`}`);
const told = async (version: { url: string }, path: string, who = 'auditor') => (await must(get(version, path, who))).json;
const seqOf = async (version: TestVersion) => (await told(version, 'replay')).last.seq as number;

describe('what changed between two moments', () => {
  it('tells of rows that came, went, moved, changed or got on, each with both sides', async () => {
    const version = await TestVersion.draft(
      house,
      ['甲', '乙', '丙', '丁'].map((name) => anItemContent(name)),
    );
    const [first, second, third, fourth] = version.items;
    const from = await seqOf(version);
    const compiler = await house.as('compiler');
    await must(version.edit('compiler', { elements: ['改过'] }));
    await must(version.remove('compiler', { reason: '重复' }, 1));
    await must(compiler.put(`${version.item(3)}/position`, { after: null, number: '1' }));
    const { id: fifth } = (await must(compiler.post(`${version.url}/items`, { content: anItemContent('戊') }), 201)).json;
    const { items, ...ends } = await told(version, `replay/diff?from=${from}`);
    expect(ends).toMatchObject({ from: { seq: from }, to: { seq: from + 4 }, version: { from: 'draft', to: 'draft' }, next: null });
    expect(items.map(({ id, kinds }: { id: string; kinds: string[] }) => [id, ...kinds])).toEqual([
      [fourth, 'moved', 'renumbered'],
      [first, 'changed'],
      [fifth, 'added'],
      [second, 'removed'],
    ]);
    expect(items[1]).toMatchObject({
      before: { since: 2, state: 'drafting' },
      after: { since: from + 1, path: ['法定主动公开内容', '甲'] },
      differences: [{ field: 'elements[0]', before: '甲的内容', after: '改过', spans: expect.any(Array) }],
    });
    expect([items[0].before.number, items[0].after.number]).toEqual(['', '1']);
    expect([items[2].before, items[3].after]).toEqual([null, null]);

    await version.submitted();
    const states = await told(version, `replay/diff?from=${from + 4}&limit=2`);
    expect(states).toMatchObject({ version: { to: 'confidentialityReview' }, next: first });
    expect(states.items[1]).toMatchObject({
      id: first,
      kinds: ['state'],
      before: { state: 'drafting' },
      after: { state: 'awaitingReview' },
      differences: null,
    });
    const rest = await told(version, `replay/diff?from=${from + 4}&limit=2&after=${states.next}`);
    expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([third, fifth]);
    expect((await told(version, `replay/diff?from=${from}&to=${from}`)).items).toEqual([]);
  });

  it('does not show what a sealed text said', async () => {
    const version = await TestVersion.draft(house);
    const from = await seqOf(version);
    await must(version.edit('compiler', { elements: ['不该看见'] }));
    await version.submitted();
    await must(version.decide('officer', { type: 'refer', reason: '密级不明' }));
    const answer = await get(version, `replay/diff?from=${from}`);
    expect(answer.json.items[0]).toMatchObject({
      kinds: ['changed', 'state'],
      differences: null,
      before: { withheld: null },
      after: { withheld: 'sealed', path: null },
    });
    expect(answer.text).not.toContain('不该看见');
  });

  it('is refused for what is no moment, and to whoever has no role there', async () => {
    const version = await TestVersion.draft(house);
    for (const [path, status] of [
      ['diff', 400],
      ['diff?from=x', 400],
      ['diff?from=0', 422],
      ['diff?from=1&to=99', 404],
      ['diff?from=1&after=x', 400],
      ['public?at=0', 422],
    ] as const) {
      expect([path, (await get(version, `replay/${path}`)).status]).toEqual([path, status]);
    }
    for (const path of ['replay/diff?from=1', 'replay/public']) {
      for (const who of ['stranger', 'sysadmin']) expect([path, (await get(version, path, who)).status]).toEqual([path, 404]);
      expect((await house.nobody.get(`${version.url}/${path}`)).status).toBe(401);
    }
  });
});

describe('what a citizen was shown', () => {
  const shown = async (catalogue: string) => {
    const { rows } = await house.people.admin.query('select document from open.document where catalogue_id = $1', [catalogue]);
    return JSON.parse(rows[0].document).items;
  };
  const items = ({ items: list }: { items: { id: string; content: object }[] }) => list.map(({ id, content }) => ({ id, ...content }));

  it('is what the portal showed, made anew from the texts that were signed: published, with a bar, replaced, taken down', async () => {
    const contents = ['甲', '乙', '丙'].map((name) => anItemContent(name, { responsibleOffice: '内部科室' }));
    const version = await TestVersion.draft(house, contents);
    await version.submitted();
    await must(version.decide('officer', { type: 'withhold', ground: 'ART15_PRIVACY', reason: '个人隐私' }, 2));
    for (const index of [0, 1]) await must(version.decide('officer', { type: 'clear' }, index));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    expect(await told(version, 'replay/public')).toMatchObject({ status: 'notYetPublished', publishedSeq: null, items: [] });
    await must(version.move('leader', { type: 'approve' }));
    const published = await seqOf(version);
    const first = await shown(version.catalogue);
    expect(first).toHaveLength(2);

    await must(version.move('officer', { type: 'suspendItem', itemId: version.items[0], reason: '泄密' }));
    const suspended = await seqOf(version);
    const second = await shown(version.catalogue);
    const next = await version.revised();
    await must(next.edit('compiler', { elements: ['改'] }, 0));
    await next.submitted();
    await must(next.decide('officer', { type: 'clear' }, 0));
    await must(next.decide('officer', { type: 'reopen', reason: '缓' }, 1));
    await must(next.decide('officer', { type: 'defer', reason: '缓' }, 1));
    await must(next.decide('officer', { type: 'setAside', predecessor: 'keep', reviewOn: '2027-01-01', reason: '缓' }, 1));
    await must(next.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(next.move('leader', { type: 'approve' }));
    const third = await shown(version.catalogue);
    const inForce = await seqOf(next);
    await must(next.move('leader', { type: 'takeDown', reason: '重新核对', texts: 'none' }));

    expect(items(await told(version, `replay/public?at=${published}`))).toEqual(first);
    const barred = await told(version, `replay/public?at=${suspended}`);
    expect([items(barred), barred.hidden]).toEqual([second, [version.items[0]]]);
    expect(await told(version, 'replay/public')).toMatchObject({ status: 'replaced', publishedSeq: published, items: [] });
    expect(items(await told(next, `replay/public?at=${inForce}`))).toEqual(third);
    expect(third).toHaveLength(2);
    expect(await told(next, 'replay/public')).toMatchObject({ status: 'takenDown', items: [] });
    expect((await get(next, `replay/public?at=${inForce}`)).text).not.toContain('内部科室');
  });
});

describe('the same answers as of then', () => {
  it('come for the catalogue, at a time', async () => {
    const version = await (await TestVersion.draft(house)).published();
    const auditor = await house.as('auditor');
    const next = await version.revised();
    const url = `/api/catalogues/${version.catalogue}`;
    const at = (time: string) => auditor.get(`${url}?at=${encodeURIComponent(time)}`);
    const then = (await must(at((await told(version, 'replay/ticks?type=submit')).items[0].at))).json;
    expect(then.versions).toMatchObject([{ id: version.id, state: 'confidentialityReview', publishedAt: null }]);
    expect((await must(at('2999-01-01T00:00:00Z'))).json).toEqual((await must(auditor.get(url))).json);
    expect((await must(auditor.get(url))).json.versions.map(({ id }: { id: string }) => id)).toEqual([next.id, version.id]);
    const early = await at('2020-01-01T00:00:00+08:00');
    expect([early.status, early.json.code]).toEqual([422, 'moment.beforeFirst']);
    for (const wrong of ['1', '2026-W47-6T00:00:00Z', 'x']) expect((await at(wrong)).status).toBe(400);
    expect((await (await house.as('stranger')).get(`${url}?at=2999-01-01T00:00:00Z`)).status).toBe(404);
  });

  it('come for the version and its items, with nothing offered', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).cleared();
    const then = await seqOf(version);
    const [now, list, one] = [
      await told(version, ''),
      await told(version, 'items?limit=1'),
      await told(version, `items/${version.items[0]}`),
    ];
    await must(version.decide('officer', { type: 'reopen', reason: '再看' }));
    expect(await told(version, `?at=${then}`)).toEqual({ ...now, events: [] });
    const past = await told(version, `items?at=${then}&limit=1`);
    expect(past.items).toEqual(list.items);
    expect((await told(version, `items?at=${then}&limit=1&cursor=${past.nextCursor}`)).items[0].id).toBe(version.items[1]);
    expect((await told(version, `items?at=${then}&state=releasable`)).items).toHaveLength(2);
    expect(await told(version, `items/${version.items[0]}?at=${then}`)).toEqual({
      ...one,
      events: [],
      standing: { ...one.standing, roles: [] },
      decisions: one.decisions.map((decision: object) => ({ ...decision, at: expect.any(String) })),
      previous: { published: null, signed: null, standard: null },
    });
    for (const [path, status] of [
      ['items?at=0', 422],
      [`items?at=${then}&q=甲`, 400],
      [`items?at=${then}&cursor=x`, 400],
      ['?at=99', 404],
      [`items/${version.items[1]}?at=1`, 404],
    ] as const) {
      expect([path, (await get(version, path)).status]).toEqual([path, status]);
    }
  });

  it('refuses a text that is sealed today, whatever the moment', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'refer', reason: '密级不明' }));
    expect((await get(version, `items/${version.items[0]}?at=2`)).status).toBe(403);
    expect((await told(version, 'items?at=2')).items[0]).toMatchObject({ content: null, sealed: false, state: 'drafting' });
  });
});

describe('what the next events wanted', () => {
  it('is judged on the facts of then, of the version and of one item', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲', { category: 'OTHER' }), anItemContent('乙', { bases: [] })]);
    const lacking = await seqOf(version);
    await must(version.edit('compiler', anItemContent('乙'), 1));
    await version.submitted();
    const submitted = await seqOf(version);
    await must(version.decide('officer', { type: 'clear' }));
    const wanted = async (query: string) =>
      (await told(version, `replay/requirements${query}`)).events as {
        type: string;
        met: boolean;
        requirements: { id: string; satisfied: boolean; itemIds: string[] }[];
      }[];
    const event = async (query: string, type: string) => (await wanted(query)).find((one) => one.type === type)!;
    const basis = { id: 'basisNamed', satisfied: false, message: expect.any(String), itemIds: [version.items[1]] };

    expect((await event(`?at=${lacking}`, 'submit')).requirements).toContainEqual(basis);
    expect(await event(`?at=${lacking + 1}`, 'submit')).toMatchObject({ met: true });
    const reviewed = await event(`?at=${submitted}`, 'concludeConfidentialityReview');
    expect(reviewed.requirements).toEqual([
      { id: 'everyItemReviewed', satisfied: false, message: expect.any(String), itemIds: [...version.items] },
    ]);
    expect((await event('', 'concludeConfidentialityReview')).requirements[0]!.itemIds).toEqual([version.items[1]]);
    expect((await wanted(`?at=${submitted}&itemId=${version.items[0]}`)).map(({ type }) => type)).toContain('clear');
    expect((await wanted(`?itemId=${version.items[0]}`)).map(({ type }) => type)).toContain('acceptRisk');
  });

  it('is refused for what was not there, and to whoever has no role there', async () => {
    const version = await TestVersion.draft(house);
    for (const [query, status] of [
      ['?at=0', 422],
      ['?at=99', 404],
      [`?at=1&itemId=${version.items[0]}`, 404],
      ['?itemId=x', 400],
    ] as const) {
      expect([query, (await get(version, `replay/requirements${query}`)).status]).toEqual([query, status]);
    }
    for (const who of ['stranger', 'sysadmin']) expect((await get(version, 'replay/requirements', who)).status).toBe(404);
    expect((await house.nobody.get(`${version.url}/replay/requirements`)).status).toBe(401);
  });
});

describe('a text whose bytes were destroyed', () => {
  it('is shown as purged, with its hash, wherever it is asked for', async () => {
    const version = await TestVersion.draft(house);
    const { contentHash } = await version.seen();
    await must(version.edit('compiler', { elements: ['后来的话'] }));
    const { admin } = house.people;
    await admin.query(`set session_replication_role = replica`);
    await admin.query(`update content_blob set bytes = null where hash = decode($1, 'hex')`, [contentHash]);
    await admin.query('reset session_replication_role');
    expect((await told(version, 'replay?at=2')).items[0]).toMatchObject({ contentHash, content: null, withheld: 'purged' });
    expect((await told(version, 'replay?at=3')).items[0]).toMatchObject({ withheld: null });
    expect((await told(version, 'items?at=2')).items[0]).toMatchObject({ contentHash, content: null, findings: null });
    expect(await told(version, `items/${version.items[0]}?at=2`)).toMatchObject({ contentHash, content: null });
    expect((await told(version, 'replay/diff?from=2')).items[0]).toMatchObject({
      differences: null,
      before: { withheld: 'purged', contentHash },
    });
  });
});
