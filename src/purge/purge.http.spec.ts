import { useHouse } from '../../test/factories/house.js';
import { CANARY, LAW, PurgeDesk, secretContent } from '../../test/factories/purges.http.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

const house = useHouse();
const desk = new PurgeDesk(house);
const propose = desk.propose.bind(desk);
const act = desk.act.bind(desk);
const purge = desk.purge.bind(desk);
const suspended = desk.suspended.bind(desk);

describe('a purge', () => {
  it('is proposed by one hand and done by another; then the hash stands where the text stood, for every reader', async () => {
    const { version, contentHash } = await suspended('甲');
    const { json: made, etag } = await must(propose(version, contentHash), 201);
    expect(made).toMatchObject({ state: 'proposed', contentHash, seq: expect.any(Number) });
    expect(etag).toBe(`"${made.seq}"`);
    expect((await version.seen()) as unknown).toMatchObject({
      purged: false,
      content: expect.objectContaining({ path: expect.anything() }),
    });

    expect(await act(made.id, { type: 'purge.done', contentHash }, 'auditadmin')).toMatchObject({
      status: 422,
      json: { code: 'requirements.unmet', requirements: [{ id: 'secondHand' }] },
    });
    expect(await act(made.id, { type: 'purge.done' })).toMatchObject({ status: 428, json: { code: 'precondition.contentHash' } });
    expect(await act(made.id, { type: 'purge.done', contentHash: 'ab'.repeat(32) })).toMatchObject({
      status: 409,
      json: { code: 'text.stale' },
    });
    await must(act(made.id, { type: 'purge.done', contentHash }));
    expect(await act(made.id, { type: 'purge.done', contentHash })).toMatchObject({ status: 409, json: { code: 'state.conflict' } });

    const auditor = await house.as('auditor');
    const item = (await must(auditor.get(version.item(0)))).json;
    expect(item).toMatchObject({ contentHash, purged: true, sealed: false, content: null, source: null, hints: [], marks: null });
    expect(item.decisions[0]).toMatchObject({ type: 'clear', contentHash, purged: false });
    expect((await must(auditor.get(`${version.item(0)}/similar`))).json.items).toEqual([]);
    const history = (await must(auditor.get(`${version.url}/history?limit=500`))).json.items;
    expect(history.at(-1)).toMatchObject({
      type: 'text.purged',
      itemId: version.items[0],
      contentHash,
      roles: ['securityAdministrator'],
      purged: ['text'],
    });
    expect(history.find((event: { type: string }) => event.type === 'create')).toBeDefined();
    expect((await must(auditor.get(`${version.url}/audit`))).json).toMatchObject({
      valid: true,
      replayMatches: true,
      problems: [],
      purged: [{ contentHash, itemId: version.items[0] }],
    });
    expect((await must(auditor.get(`${version.url}/export?format=json`))).json.items[0]).toMatchObject({
      contentHash,
      purged: true,
      content: null,
    });

    const everywhere = [
      `${version.url}/items?limit=100`,
      `${version.url}/items?q=${CANARY}`,
      `${version.url}/history?limit=500`,
      `${version.url}/export?format=xlsx`,
      `${version.url}/export?format=docx`,
      `${version.url}/export?format=json&audience=public`,
      `${version.url}/register`,
      `${version.item(0)}/review-form`,
      `${version.url}/audit-package`,
      `/open/catalogues/${version.catalogue}`,
      `/open/catalogues/${version.catalogue}.json`,
      `/open/search?q=${CANARY}`,
    ];
    for (const url of everywhere) {
      const answer = await auditor.get(url);
      expect({ url, status: answer.status }).toEqual({ url, status: 200 });
      // The question stands on the page that it was asked of.
      if (!url.includes(CANARY)) expect({ url, found: answer.text.includes(CANARY) }).toEqual({ url, found: false });
    }
    const { rows } = await house.people.admin.query(
      `select (select count(*) from mulu.content_blob where strpos(convert_from(bytes, 'UTF8'), $1) > 0)::int
        + (select count(*) from mulu.publication_item where strpos(public_content::text, $1) > 0)::int
        + (select count(*) from mulu.publication where strpos(convert_from(document, 'UTF8'), $1) > 0)::int
        + (select count(*) from mulu.revision where strpos(findings::text, $1) > 0)::int
        + (select count(*) from mulu.version_item where strpos(source::text, $1) > 0)::int
        + (select count(*) from mulu.log_event where strpos(answer::text, $1) > 0)::int as copies`,
      [CANARY],
    );
    expect(rows).toEqual([{ copies: 0 }]);
  });

  it('is shown to the two administrators, with what stands in its way', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('乙')])).published();
    const { contentHash } = await version.seen();
    expect(await propose(version, contentHash)).toMatchObject({
      status: 422,
      json: { requirements: [{ id: 'textNotShown', itemIds: [version.items[0]] }] },
    });
    await must(version.move('leader', { type: 'takeDown', reason: '有误', texts: 'all' }));
    const { json: made } = await must(propose(version, contentHash), 201);
    expect(await propose(version, contentHash)).toMatchObject({ status: 409, json: { code: 'purge.proposedAlready', purgeId: made.id } });

    const auditadmin = await house.as('auditadmin');
    const seen = (await must(auditadmin.get(`/api/purges/${made.id}`))).json;
    expect(seen).toMatchObject({
      ...LAW,
      state: 'proposed',
      kind: 'text',
      version: { id: version.id, organization: '长治市教育局' },
      proposedBy: { displayName: '审计管理员' },
      places: [{ versionId: version.id, itemId: version.items[0], versionState: 'takenDown' }],
      events: [
        { type: 'purge.withdrawn', allowed: true },
        { type: 'purge.done', allowed: false },
      ],
    });
    const asked = (await must((await house.as('secadmin')).get(`/api/purges/${made.id}`))).json;
    expect(asked.events).toMatchObject([{ allowed: true }, { type: 'purge.done', allowed: true }]);
    const list = (await must(auditadmin.get('/api/purges?state=proposed&limit=1'))).json;
    expect(list.items).toMatchObject([{ id: made.id }]);
    expect((await must(auditadmin.get(`/api/purges?version=${version.id}`))).json).toMatchObject({
      items: [{ id: made.id }],
      nextCursor: null,
    });

    expect(await act(made.id, { type: 'purge.withdrawn' })).toMatchObject({ status: 422, json: { requirements: [{ id: 'reasonGiven' }] } });
    await must(act(made.id, { type: 'purge.withdrawn', reason: '不属应清除的情形' }));
    expect((await must(auditadmin.get(`/api/purges/${made.id}`))).json).toMatchObject({
      state: 'withdrawn',
      closedBy: { displayName: '安全管理员' },
      closingReason: '不属应清除的情形',
    });
    await must(propose(version, contentHash), 201);
  });

  it('finds its text by the version’s log, which shows no text', async () => {
    const { version, contentHash } = await suspended('丙');
    const { json } = await must((await house.as('auditadmin')).get(`/api/purges/texts?version=${version.id}`));
    expect(json).toMatchObject({ version: { id: version.id, number: 1 }, nextCursor: null });
    expect(json.items).toContainEqual(
      expect.objectContaining({ itemId: version.items[0], contentHash, kind: 'text', revision: 1, purged: false, type: 'create' }),
    );
    expect(json.items).toContainEqual(expect.objectContaining({ kind: 'words', type: 'suspendItem' }));
    expect(JSON.stringify(json)).not.toContain(CANARY);
    const one = (await must((await house.as('auditadmin')).get(`/api/purges/texts?version=${version.id}&item=${version.items[1]}`))).json;
    expect(one.items.map((text: { itemId: string }) => text.itemId)).toEqual([version.items[1]]);
  });

  it('may be of what somebody wrote with an act', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('丁')])).submitted();
    await must(version.decide('officer', { type: 'return', reason: `请删去 ${CANARY}` }));
    const { json } = await must((await house.as('auditadmin')).get(`/api/purges/texts?version=${version.id}`));
    const words = json.items.find((text: { kind: string; type: string }) => text.kind === 'words' && text.type === 'return');
    await purge(version, words.contentHash);
    const item = (await must((await house.as('officer')).get(version.item(0)))).json;
    expect(item.decisions[0]).toMatchObject({ type: 'return', words: null, purged: true });
    const history = (await must((await house.as('auditor')).get(`${version.url}/history?type=return`))).json.items;
    expect(history).toMatchObject([{ purged: ['words'] }]);
    expect(history[0].reason).toBeUndefined();
    expect((await must((await house.as('auditor')).get(`${version.url}/audit`))).json).toMatchObject({
      valid: true,
      purged: [{ contentHash: words.contentHash, itemId: null }],
    });
    // The same words again: what was purged does not come back.
    await must(version.edit('compiler', { elements: ['另一内容'] }));
    await must(version.decide('compiler', { type: 'amend' }));
    expect(await version.decide('officer', { type: 'return', reason: `请删去 ${CANARY}` })).toMatchObject({
      status: 422,
      json: { code: 'text.purged' },
    });
  });
});

describe('a purged text', () => {
  it('is not carried over; its item is written anew before it is submitted', async () => {
    const { version, contentHash } = await suspended('戊');
    await purge(version, contentHash);
    const next = await version.revised();
    expect(await next.seen()).toMatchObject({ state: 'drafting', contentHash, purged: true, content: null });
    expect(await next.seen(1)).toMatchObject({ state: 'releasable' });
    expect(await next.move('compiler', { type: 'submit' })).toMatchObject({
      status: 422,
      json: { requirements: expect.arrayContaining([expect.objectContaining({ id: 'elementsComplete', itemIds: [next.items[0]] })]) },
    });
    expect((await must((await house.as('auditor')).get(`${next.url}/diff?against=${version.id}`))).json.items).toContainEqual({
      itemId: next.items[0],
      change: 'purged',
      fields: [],
    });
    expect(await next.edit('compiler', secretContent('戊'))).toMatchObject({ status: 422, json: { code: 'text.purged' } });
    await must(next.edit('compiler', anItemContent('戊，已删去个人信息')));
    await next.published();
  });

  it('that was sealed may go while its version is under review, and be determined afterwards only to be withheld', async () => {
    const version = await (await TestVersion.draft(house, [secretContent('己')])).submitted();
    const { contentHash } = await version.seen();
    expect(await propose(version, contentHash)).toMatchObject({ status: 422, json: { requirements: [{ id: 'textNotInUse' }] } });
    await must(version.decide('officer', { type: 'refer', reason: '疑似' }));
    await purge(version, contentHash);
    expect((await must((await house.as('officer')).get(version.item(0)))).json).toMatchObject({
      purged: true,
      content: null,
      sealed: true,
    });
    const determined = { type: 'determine', documentNumber: '长保〔2026〕1号' };
    expect(await version.decide('officer', { ...determined, outcome: 'open' })).toMatchObject({
      status: 422,
      json: { code: 'text.purged' },
    });
    await must(version.decide('officer', { ...determined, outcome: 'withhold' }));
  });
});

describe('nobody else', () => {
  it.each(['compiler', 'officer', 'leader', 'office', 'auditor', 'sysadmin'])('has a part in it: %s', async (who) => {
    const client = await house.as(who);
    for (const url of [
      '/api/purges',
      '/api/purges/texts?version=00000000-0000-4000-8000-000000000000',
      '/api/purges/00000000-0000-4000-8000-000000000000',
    ]) {
      expect({ url, ...(await client.get(url)) }).toMatchObject({ status: 403, json: { code: 'role.missing' } });
    }
    const body = { versionId: '00000000-0000-4000-8000-000000000000', contentHash: 'ab'.repeat(32), ...LAW };
    expect(await client.post('/api/purges', body)).toMatchObject({ status: 403 });
  });

  it('proposes but the audit administrator', async () => {
    const { version, contentHash } = await suspended('庚');
    expect(await propose(version, contentHash, {}, 'secadmin')).toMatchObject({ status: 403, json: { code: 'role.missing' } });
    expect(await propose(version, 'ab'.repeat(32))).toMatchObject({ status: 404 });
    expect(await propose(version, contentHash, { ground: 'ART14' })).toMatchObject({ status: 400 });
    expect(await propose(version, contentHash, { ground: undefined, legalBasis: ' ', reason: '' })).toMatchObject({
      status: 422,
      json: { requirements: [{ id: 'purgeGroundKnown' }, { id: 'legalBasisGiven' }, { id: 'reasonGiven' }] },
    });
    expect(await house.nobody.get('/api/purges')).toMatchObject({ status: 401 });
    expect(await (await house.as('auditadmin')).get('/api/purges/00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404 });
  });

  it('takes bytes away without the audit finding it', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('辛')])).submitted();
    const { contentHash } = await version.seen();
    const { admin } = house.people;
    await admin.query('alter table mulu.content_blob disable trigger user');
    await admin.query(`update mulu.content_blob set bytes = null where hash = decode($1, 'hex')`, [contentHash]);
    await admin.query('alter table mulu.content_blob enable trigger user');
    const { json } = await must((await house.as('auditor')).get(`${version.url}/audit`));
    expect(json).toMatchObject({ valid: false, problems: [{ code: 'text.purged' }] });
    await admin.query(`select mulu.log_append($1, $2)`, [
      version.id,
      JSON.stringify({ v: 1, type: 'text.purged', contentHash, actor: null, itemId: version.items[0] }),
    ]);
    expect((await must((await house.as('auditor')).get(`${version.url}/audit`))).json).toMatchObject({
      valid: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'text.purged', detail: expect.stringContaining('two hands') })]),
    });
  });
});
