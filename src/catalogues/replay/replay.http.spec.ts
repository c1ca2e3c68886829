import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';

const house = useHouse();
const NOWHERE = '00000000-0000-4000-8000-000000000000';

const asked = async (version: { url: string }, query = '', who = 'auditor') => (await house.as(who)).get(`${version.url}/replay${query}`);
const replayed = async (version: { url: string }, query = '', who = 'auditor') => (await must(asked(version, query, who))).json;

describe('replay of a version', () => {
  it('tells every moment: state, rows in their order, texts, decisions, the event, and who was to act', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')]);
    const compiler = await house.as('compiler');
    const first = await replayed(version);
    await must(compiler.put(`${version.item(1)}/position`, { after: null, number: '01' }));
    await must(version.edit('compiler', { elements: ['改过'] }));
    await version.submitted();
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.decide('officer', { type: 'reopen', reason: '再看' }));

    expect(first).toMatchObject({
      at: { seq: 3 },
      first: { seq: 1 },
      last: { seq: 3 },
      event: { seq: 3, type: 'create', itemId: version.items[1], actor: { displayName: expect.any(String) } },
      version: { state: 'draft', stateSeq: 1, number: 1, predecessorId: null, publishAt: null },
      counts: { drafting: 2 },
      next: null,
    });
    expect(first.version.holders).toEqual([{ role: 'compiler', items: null, persons: expect.any(Array) }]);
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(version.items);

    // Events: 4 arranged, 5 edit, 6 submit, 7–8 enterReview, 9 clear, 10 reopen.
    const moved = await replayed(version, '?at=4');
    expect(moved.items.map(({ id, number, position }: never) => [id, number, position])).toEqual([
      [version.items[1], '01', 1],
      [version.items[0], '', 2],
    ]);
    expect(moved.event).toMatchObject({ type: 'items.arranged', words: { number: '01' } });
    expect(moved.items[1].content.elements).toEqual(['甲的内容']);
    expect((await replayed(version, '?at=5')).items[1]).toMatchObject({ content: { elements: ['改过'] }, since: 5, decision: null });

    const cleared = await replayed(version, '?at=9');
    expect(cleared).toMatchObject({
      counts: { releasable: 1, awaitingReview: 1 },
      last: { seq: 10 },
      version: { state: 'confidentialityReview', stateSeq: 6 },
    });
    expect(cleared.items[1].decision).toMatchObject({ type: 'clear', seq: 9, voided: false, decider: { displayName: expect.any(String) } });
    expect(cleared.recorded.requirements).toContainEqual({ id: 'threeHands', satisfied: true, message: expect.any(String) });
    expect(cleared.recorded.conditions).toEqual({ assessmentNeeded: false });
    expect(cleared.version.holders).toEqual([
      { role: 'confidentialityOfficer', items: null, persons: expect.any(Array) },
      { role: 'confidentialityOfficer', items: 1, persons: expect.any(Array) },
    ]);
    const officer = (await must((await house.as('officer')).get('/api/session'))).json;
    expect(cleared.version.holders[0].persons).toContainEqual({ id: officer.user.id, displayName: officer.user.displayName });
    expect((await replayed(version)).items[1]).toMatchObject({ state: 'awaitingReview', decision: { type: 'clear', voided: true } });
  });

  it('finds a time as it is shown, and the end of the log for a later one', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    for (const { seq, at } of (await must((await house.as('auditor')).get(`${version.url}/replay/ticks`))).json.items) {
      const { at: moment } = await replayed(version, `?at=${encodeURIComponent(at)}`);
      expect(moment.at).toBe(at);
      expect(moment.seq).toBeGreaterThanOrEqual(seq);
    }
    const { last } = await replayed(version);
    expect((await replayed(version, '?at=2999-01-01T00:00:00%2B08:00')).at).toEqual(last);
    const early = await asked(version, `?at=${encodeURIComponent('2020-01-01T00:00:00Z')}`);
    expect([early.status, early.json.code]).toEqual([422, 'moment.beforeFirst']);
  });

  it('is paged in the order of then', async () => {
    const version = await TestVersion.draft(
      house,
      ['甲', '乙', '丙'].map((name) => anItemContent(name)),
    );
    const page = await replayed(version, '?at=4&limit=2');
    expect(page).toMatchObject({ next: version.items[1], counts: { drafting: 3 } });
    const rest = await replayed(version, `?at=4&limit=2&after=${page.next}`);
    expect(rest).toMatchObject({ next: null, items: [{ id: version.items[2], position: 3 }] });
    expect((await replayed(version, '?at=3')).items).toHaveLength(2);
    expect((await asked(version, `?at=3&after=${version.items[2]}`)).status).toBe(400);
  });

  it('forgets nothing that is gone since', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')]);
    await must(version.remove('compiler', { reason: '重复' }));
    expect((await replayed(version)).items.map(({ id }: { id: string }) => id)).toEqual([version.items[1]]);
    expect((await replayed(version, '?at=3')).items[0]).toMatchObject({
      id: version.items[0],
      content: { path: ['法定主动公开内容', '甲'] },
    });
  });

  it('says the number that a row was born with, also where it got another one or is gone', async () => {
    const version = await TestVersion.draft(house);
    const compiler = await house.as('compiler');
    const { id } = (await must(compiler.post(`${version.url}/items`, { content: anItemContent('乙'), number: '7' }), 201)).json;
    await must(compiler.put(`${version.url}/items/${id}/position`, { number: '8' }));
    const number = async (at: number) => (await replayed(version, `?at=${at}`)).items[1].number;
    expect([await number(3), await number(4)]).toEqual(['7', '8']);

    const audit = async () => (await must((await house.as('auditor')).get(`${version.url}/audit`))).json;
    expect(await audit()).toMatchObject({ valid: true });
    const { admin } = house.people;
    await admin.query('set session_replication_role = replica');
    await admin.query(`update version_item set label = '9' where item_id = $1`, [id]);
    await admin.query('reset session_replication_role');
    expect((await audit()).problems).toMatchObject([{ code: 'state.differs', detail: expect.stringContaining('another number') }]);
    expect(await number(4)).toBe('8');
  });
});

describe('what may be read of the past', () => {
  it('is what may be read today: a text that is sealed now was always, one that was unsealed is shown at any moment', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'refer', reason: '密级不明' }));
    // 1 create, 2 create item, 3 submit, 4 enterReview, 5 refer
    expect((await replayed(version, '?at=4')).items[0]).toMatchObject({
      content: null,
      withheld: 'sealed',
      contentHash: expect.any(String),
    });
    expect((await replayed(version, '?at=4', 'officer')).items[0]).toMatchObject({ content: { path: expect.any(Array) }, withheld: null });
    expect((await replayed(version, '?at=5')).event).not.toHaveProperty('words');
    await must(version.decide('officer', { type: 'determine', documentNumber: '保函1号', outcome: 'open' }));
    expect((await replayed(version, '?at=5')).items[0]).toMatchObject({
      state: 'referred',
      withheld: null,
      content: { path: expect.any(Array) },
    });
  });

  it('is for an office what it sees in the version itself', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    expect((await replayed(version, '', 'office')).items[0]).toMatchObject({ content: null, withheld: 'notForReader' });
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.move('leader', { type: 'approve' }));
    expect((await replayed(version, '?at=2', 'office')).items[0]).toMatchObject({ withheld: null, content: { path: expect.any(Array) } });
  });

  it('is nothing for whoever has no role there', async () => {
    const version = await TestVersion.draft(house);
    for (const path of ['/replay', '/replay/ticks']) {
      for (const who of ['stranger', 'sysadmin', 'secadmin', 'auditadmin']) {
        expect([who, path, (await (await house.as(who)).get(`${version.url}${path}`)).status]).toEqual([who, path, 404]);
      }
      expect((await house.nobody.get(`${version.url}${path}`)).status).toBe(401);
      expect((await (await house.as('auditor')).get(`/api/versions/${NOWHERE}${path}`)).status).toBe(404);
    }
  });

  it('is refused, never failed, for what is no moment', async () => {
    const version = await TestVersion.draft(house);
    const status = async (query: string) => (await asked(version, query)).status;
    expect(await status('?at=0')).toBe(422);
    expect(await status('?at=99')).toBe(404);
    expect(await status('?at=1970-01-01T00:00:00Z')).toBe(422);
    expect(await status('?at=9999-12-31T23:59:59Z')).toBe(200);
    for (const at of [
      '',
      '-1',
      '1.5',
      '1e3',
      '9999999999',
      '2026-02-30T00:00:00Z',
      '2026-01-01',
      '2026-01-01T00:00:00',
      '%00',
      'at&at=1',
    ]) {
      expect([at, await status(`?at=${at}`)]).toEqual([at, 400]);
    }
    expect(await status('?limit=501')).toBe(400);
    expect(await status('?after=x')).toBe(400);
    expect(await status(`?after=${NOWHERE}`)).toBe(400);
  });
});

describe('the events for the slider', () => {
  it('come light, page by page, in both directions, of a kind, a person or an item', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).cleared();
    const ticks = async (query: string) => (await must((await house.as('auditor')).get(`${version.url}/replay/ticks${query}`))).json;
    const all = (await ticks('')).items;
    expect(all.map(({ type }: { type: string }) => type)).toEqual([
      'create', 'create', 'create', 'submit', 'enterReview', 'enterReview', 'clear', 'clear',
    ]); // prettier-ignore
    expect(all[6]).toEqual({
      seq: 7, at: expect.any(String), type: 'clear', machine: 'itemReview', from: 'awaitingReview', to: 'releasable', itemId: version.items[0],
      actor: { id: expect.any(String), displayName: expect.any(String) },
    }); // prettier-ignore
    expect(all[4].actor).toBeNull();
    expect(await ticks('?limit=3')).toEqual({ items: all.slice(0, 3), next: 3 });
    expect(await ticks('?limit=3&after=3')).toEqual({ items: all.slice(3, 6), next: 6 });
    expect(await ticks('?limit=2&before=5')).toEqual({ items: [all[3], all[2]], next: 3 });
    expect(await ticks('?type=clear')).toEqual({ items: all.slice(6), next: null });
    expect((await ticks(`?itemId=${version.items[1]}`)).items).toEqual([all[2], all[5], all[7]]);
    expect((await ticks(`?actor=${all[7].actor.id}`)).items).toEqual(all.slice(6));
    expect((await (await house.as('auditor')).get(`${version.url}/replay/ticks?limit=1001`)).status).toBe(400);
  });
});
