import type { Answer } from '../factories/client.js';
import { appoint } from '../factories/appointments.js';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

const house = useHouse();

/** How many events the whole log holds, sign-ins aside: a refusal adds none. */
async function logLength(of = house): Promise<number> {
  return Number((await of.people.admin.query(`select count(*) from log_event where type not like 'session.%'`)).rows[0].count);
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Requirement → the items that stand in its way. */
  readonly unmet?: Readonly<Record<string, readonly string[]>>;
}

/** Asks, and holds the answer against the contract: status, code, every reason at once, in words, and nothing written. */
async function refused(asking: () => Promise<Answer>, expected: Refusal, of = house): Promise<Answer> {
  const before = await logLength(of);
  const answer = await asking();
  const requirements = (answer.json?.requirements ?? []) as { id: string; message: string; itemIds: string[] }[];
  const unmet = Object.fromEntries(requirements.map(({ id, itemIds }) => [id, [...itemIds].sort()]));
  expect({ status: answer.status, code: answer.json?.code, unmet }).toEqual({
    status: expected.status,
    code: expected.code,
    unmet: Object.fromEntries(Object.entries(expected.unmet ?? {}).map(([id, items]) => [id, [...items].sort()])),
  });
  for (const { message } of requirements) expect(message).toMatch(/\p{Script=Han}/u);
  expect(await logLength(of)).toBe(before);
  return answer;
}

const forbidden = (...items: string[]): Refusal => ({ status: 403, code: 'role.missing', unmet: { rolePermits: items } });

describe('先审后发: nothing is published before every item is decided', () => {
  it('refuses to conclude, and to approve, with one item undecided', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
    await must(version.decide('officer', { type: 'clear' }, 0));
    const undecided = { everyItemReviewed: [version.items[1]!] };
    await refused(() => version.move('officer', { type: 'concludeConfidentialityReview' }), {
      status: 422,
      code: 'requirements.unmet',
      unmet: undecided,
    });
    await refused(() => version.move('leader', { type: 'approve' }), { status: 409, code: 'state.conflict', unmet: { stateAllows: [] } });
  });

  it('goes back to review when an item is reopened, so that it cannot be approved meanwhile', async () => {
    const version = await (await TestVersion.draft(house)).awaitingApproval();
    const seen = await version.etag();
    await must(version.decide('officer', { type: 'reopen', reason: '依据有变' }));
    expect(await version.state()).toBe('confidentialityReview');
    const leader = await house.as('leader');
    await refused(() => leader.post(`${version.url}/events`, { type: 'approve' }, { ifMatch: seen }), {
      status: 412,
      code: 'version.stale',
    });
  });

  it.each([
    ['approve', 'leader', 'draft'],
    ['concludeConfidentialityReview', 'officer', 'draft'],
    ['concludeRiskAssessment', 'assessor', 'draft'],
  ])('lets nobody skip a stage: %s by the %s of a %s', async (type, username) => {
    const version = await TestVersion.draft(house);
    await refused(() => version.move(username, { type }), { status: 409, code: 'state.conflict', unmet: { stateAllows: [] } });
  });

  it('cannot be told to release, supersede or enter review by a person', async () => {
    const version = await (await TestVersion.draft(house)).awaitingApproval();
    for (const type of ['release', 'refuseRelease', 'supersede', 'itemReopened', 'textBarred']) {
      expect({ type, status: (await version.move('leader', { type })).status }).toEqual({ type, status: 403 });
    }
    for (const type of ['enterReview', 'carryOver', 'textBarred']) {
      expect({ type, status: (await version.decide('officer', { type })).status }).toEqual({ type, status: 403 });
    }
  });

  it('names all that lacks at once when a draft is submitted', async () => {
    const version = await TestVersion.draft(house, [
      { path: ['只有名称'] },
      anItemContent('未注明类别', { category: null }),
      anItemContent('时限不明', { timeLimit: { text: '适时公开' } }),
      anItemContent('法定而无依据', { bases: [] }),
      anItemContent('含个人手机号', { elements: ['联系人手机13912345678'] }),
      anItemContent('完整'),
    ]);
    const [bare, uncategorised, unread, unfounded, personal] = version.items as [string, string, string, string, string];
    await refused(() => version.move('compiler', { type: 'submit' }), {
      status: 422,
      code: 'requirements.unmet',
      unmet: {
        elementsComplete: [bare],
        categoryStated: [bare, uncategorised],
        timeLimitsRead: [unread],
        basisNamed: [unfounded],
        hitsAcknowledgedByCompiler: [personal],
      },
    });
  });

  it('refuses to submit an empty version', async () => {
    const version = await TestVersion.draft(house, []);
    await refused(() => version.move('compiler', { type: 'submit' }), {
      status: 422,
      code: 'requirements.unmet',
      unmet: { itemsPresent: [] },
    });
  });
});

describe('一事一审: one item, one review, on exactly the text that was read', () => {
  it('refuses a signature on a text that was edited a moment ago', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'requireRedaction', reason: '过细', fields: ['elements'] }));
    const { contentHash } = await version.seen();
    await must(version.edit('compiler', { elements: ['概括后的内容'] }));
    await must(version.decide('compiler', { type: 'amend' }));
    const officer = await house.as('officer');
    const answer = await refused(() => officer.post(`${version.item(0)}/events`, { type: 'clear', contentHash }), {
      status: 409,
      code: 'text.stale',
    });
    expect(answer.json.contentHash).toBe((await version.seen()).contentHash);
  });

  it.each([
    ['an array of decisions', [{ type: 'clear' }, { type: 'clear' }]],
    ['an empty array', []],
    ['an unknown event', { type: 'clearAll' }],
    ['no event', {}],
    ['a list of items', { type: 'clear', itemIds: ['x'] }],
    ['a list of types', { type: ['clear'] }],
    ['a hash that is none', { type: 'clear', contentHash: 'abc' }],
    ['a list of hashes', { type: 'clear', contentHash: ['a'.repeat(64)] }],
  ])('refuses %s', async (_, body) => {
    const version = await (await TestVersion.draft(house)).submitted();
    const officer = await house.as('officer');
    const answer = await officer.post(`${version.item(0)}/events`, body);
    expect(answer.status).toBe(400);
    expect(answer.json.code).toMatch(/^request\.(invalid|malformed)$/);
    expect((await officer.post(`${version.url}/events`, body, { ifMatch: await version.etag() })).status).toBe(400);
    expect((await version.seen()).state).toBe('awaitingReview');
  });

  it('lets one of two officers sign at once, and tells the other what happened', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const { contentHash } = await version.seen();
    const before = await logLength();
    const both = await Promise.all(
      ['officer', 'officer2'].map(async (name) => (await house.as(name)).post(`${version.item(0)}/events`, { type: 'clear', contentHash })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.json.code).toBe('state.conflict');
    expect(await logLength()).toBe(before + 1);
  });

  it('lets officers work on two items of one version at once', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
    const both = await Promise.all([version.decide('officer', { type: 'clear' }, 0), version.decide('officer2', { type: 'clear' }, 1)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each([
    ['withhold', {}, { groundKnown: [0], reasonGiven: [0] }],
    ['withhold', { ground: 'BECAUSE', reason: '不宜' }, { groundKnown: [0] }],
    ['discloseOnApplication', { ground: 'ART15_PRIVACY' }, { reasonGiven: [0] }],
    ['requireRedaction', { reason: '  ', fields: [] }, { reasonGiven: [0], fieldsNamed: [0] }],
    ['return', {}, { reasonGiven: [0] }],
    ['refer', {}, { reasonGiven: [0] }],
    ['defer', {}, { reasonGiven: [0] }],
  ] as const)('refuses %s %j with every reason', async (type, given, lacking) => {
    const version = await (await TestVersion.draft(house)).submitted();
    const unmet = Object.fromEntries(Object.keys(lacking).map((id) => [id, [version.items[0]!]]));
    await refused(() => version.decide('officer', { type, ...given }), { status: 422, code: 'requirements.unmet', unmet });
  });

  it('seals a referred text: only the referring officer reads it, and nobody edits or removes it', async () => {
    const secret = '疑似涉密的内容';
    const version = await (await TestVersion.draft(house, [anItemContent('甲', { elements: [secret] }), anItemContent('乙')])).submitted();
    await must(version.decide('officer', { type: 'refer', reason: '密级不明' }));
    for (const name of ['compiler', 'compiler2', 'officer2', 'assessor', 'leader', 'office', 'auditor']) {
      const reader = await house.as(name);
      const one = await refused(() => reader.get(version.item(0)), { status: 403, code: 'text.sealed' });
      const list = await reader.get(`${version.url}/items?limit=500`);
      const found = await reader.get(`${version.url}/items?q=${encodeURIComponent(secret)}`);
      const history = await reader.get(`${version.url}/history?limit=500`);
      for (const { text } of [one, list, found, history]) expect(text).not.toContain(secret);
      expect(history.text).not.toContain('密级不明');
    }
    expect((await must((await house.as('officer')).get(version.item(0)))).text).toContain(secret);
    await must(version.move('compiler', { type: 'recall', reason: '补充' }));
    const sealed = { status: 409, code: 'state.conflict' };
    expect(await version.edit('compiler', { elements: ['改'] })).toMatchObject({ status: sealed.status });
    expect(await version.remove('compiler', { reason: '删' })).toMatchObject({ status: sealed.status });
    expect((await version.seen()).state).toBe('referred');
  });
});

describe('one request, one deed', () => {
  it('answers the same request twice alike and logs it once; another body under the same key is refused', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const { contentHash } = await version.seen();
    const officer = await house.as('officer');
    const key = 'the-same-key';
    const body = { type: 'clear', contentHash };
    const once = await must(officer.post(`${version.item(0)}/events`, body, { key }));
    const length = await logLength();
    const again = await must(officer.post(`${version.item(0)}/events`, body, { key }));
    expect([again.json, again.etag]).toEqual([once.json, once.etag]);
    expect(await logLength()).toBe(length);
    await refused(() => officer.post(`${version.item(0)}/events`, { ...body, opinion: '另一正文' }, { key }), {
      status: 422,
      code: 'idempotencyKey.reused',
    });
    const assessor = await house.as('assessor');
    expect((await assessor.post(`${version.item(0)}/events`, body, { key })).status).toBe(403);
  });

  it('remembers committed outcomes only: a refused request may be sent again under its key', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const officer = await house.as('officer');
    const conclude = async () =>
      officer.post(`${version.url}/events`, { type: 'concludeConfidentialityReview' }, { key: 'once-more', ifMatch: await version.etag() });
    expect((await conclude()).status).toBe(422);
    await must(version.decide('officer', { type: 'clear' }));
    expect((await conclude()).status).toBe(200);
  });

  it('answers a repeated approval although its hour has come meanwhile', async () => {
    const version = await (await TestVersion.draft(house)).awaitingApproval();
    const leader = await house.as('leader');
    const body = { type: 'approve', publishAt: new Date(Date.now() + 700).toISOString() };
    const conditions = { key: 'approve-once', ifMatch: await version.etag() };
    const once = await must(leader.post(`${version.url}/events`, body, conditions));
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await must(leader.post(`${version.url}/events`, body, conditions))).json).toEqual(once.json);
    while ((await version.state()) === 'scheduled') await new Promise((resolve) => setTimeout(resolve, 100));
  });

  it('takes twenty copies of one request at once as one', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const { contentHash } = await version.seen();
    const officer = await house.as('officer');
    const length = await logLength();
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => officer.post(`${version.item(0)}/events`, { type: 'clear', contentHash }, { key: 'twenty' })),
    );
    expect(new Set(copies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(copies[0]!.status).toBe(200);
    expect(await logLength()).toBe(length + 1);
  });
});

describe('preconditions, in the contract’s order', () => {
  it('asks for Idempotency-Key, If-Match and contentHash', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const officer = await house.as('officer');
    const { contentHash } = await version.seen();
    const missing = (which: string): Refusal => ({ status: 428, code: `precondition.${which}` });
    const item = `${version.item(0)}/events`;
    await refused(() => officer.post(item, { type: 'clear', contentHash }, { key: null }), missing('idempotencyKey'));
    await refused(() => officer.post(item, { type: 'clear' }), missing('contentHash'));
    await refused(() => officer.post(`${version.url}/events`, { type: 'return', reason: '退' }), missing('ifMatch'));
    await refused(() => officer.post(`${version.url}/events`, { type: 'return', reason: '退' }, { key: null }), missing('idempotencyKey'));
  });

  it('asks for them on every other mutation too', async () => {
    const version = await TestVersion.draft(house);
    const compiler = await house.as('compiler');
    const none = { key: null };
    const bare = [
      () => compiler.post(`${version.url}/items`, { content: anItemContent('新') }, none),
      () => compiler.patch(version.item(0), { content: {}, contentHash: 'a'.repeat(64) }, none),
      () => compiler.delete(version.item(0), { reason: '删', contentHash: 'a'.repeat(64) }, none),
      () => compiler.post(`/api/catalogues/${version.catalogue}/versions`, {}, none),
      () => compiler.upload(`${version.url}/imports`, 'test/fixtures/annex2.tsv', none),
    ];
    for (const ask of bare) await refused(ask, { status: 428, code: 'precondition.idempotencyKey' });
    await refused(() => compiler.patch(version.item(0), { content: { elements: ['改'] } }), {
      status: 428,
      code: 'precondition.contentHash',
    });
    await refused(() => compiler.delete(version.item(0), { reason: '删' }), { status: 428, code: 'precondition.contentHash' });
  });

  it('refuses a stale If-Match, and says where the version stands now', async () => {
    const version = await TestVersion.draft(house);
    const stale = await version.etag();
    await must(version.edit('compiler', { elements: ['改过'] }));
    const compiler = await house.as('compiler');
    const answer = await refused(() => compiler.post(`${version.url}/events`, { type: 'submit' }, { ifMatch: stale }), {
      status: 412,
      code: 'version.stale',
    });
    expect(answer.etag).toBe(await version.etag());
  });

  it.each(['7', 'W/"7"', '"x"', '*', '"1", "2"'])('refuses If-Match %s', async (ifMatch) => {
    const version = await TestVersion.draft(house);
    const compiler = await house.as('compiler');
    await refused(() => compiler.post(`${version.url}/events`, { type: 'submit' }, { ifMatch }), {
      status: 400,
      code: 'ifMatch.malformed',
    });
  });

  it('refuses in the order 401, 404, 403, 428, 412, 409, 422', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const wrong = { type: 'withhold' };
    const act = async (name: string, body: object, key: string | null = null) =>
      (await house.as(name)).post(`${version.item(0)}/events`, body, key === null ? { key } : {});
    expect((await house.nobody.post(`${version.item(0)}/events`, wrong, { key: null })).status).toBe(401);
    expect((await act('stranger', wrong)).status).toBe(404);
    expect((await act('leader', wrong)).status).toBe(403);
    expect((await act('officer', wrong)).status).toBe(428);
    expect((await act('officer', { ...wrong, contentHash: '0'.repeat(64) }, 'given')).json.code).toBe('text.stale');
    expect((await version.decide('officer', { type: 'determine', documentNumber: '1' })).status).toBe(409);
    expect((await version.decide('officer', wrong)).status).toBe(422);
  });
});

describe('who may not', () => {
  it('answers 401 to nobody, whatever is asked for', async () => {
    const version = await TestVersion.draft(house);
    for (const path of [
      '/api/catalogues',
      `/api/catalogues/${version.catalogue}`,
      version.url,
      `${version.url}/items`,
      version.item(0),
      `${version.url}/history`,
      `${version.url}/audit`,
      `${version.url}/diff?against=${version.id}`,
      '/api/regions',
      '/api/organizations',
      '/api/calendar?year=2026',
      '/api/session',
    ]) {
      expect({ path, status: (await house.nobody.get(path)).status }).toEqual({ path, status: 401 });
    }
    for (const path of [
      '/api/catalogues',
      `/api/catalogues/${version.catalogue}/versions`,
      `${version.url}/events`,
      `${version.item(0)}/events`,
      `${version.url}/items`,
    ]) {
      const body = path.endsWith('/events')
        ? { type: 'return' }
        : path.endsWith('/items')
          ? { content: anItemContent('x') }
          : path === '/api/catalogues'
            ? { organizationId: version.id, profile: 'SX-CZ', title: '目录' }
            : {};
      expect({ path, status: (await house.nobody.post(path, body)).status }).toEqual({ path, status: 401 });
    }
  });

  it('answers 404 to another body’s officer, as if nothing were there', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const stranger = await house.as('stranger');
    const { contentHash } = await version.seen();
    for (const path of [
      `/api/catalogues/${version.catalogue}`,
      version.url,
      `${version.url}/items`,
      version.item(0),
      `${version.url}/history`,
      `${version.url}/audit`,
    ]) {
      await refused(() => stranger.get(path), { status: 404, code: 'notFound' });
    }
    await refused(() => stranger.post(`${version.item(0)}/events`, { type: 'clear', contentHash }), { status: 404, code: 'notFound' });
    await refused(() => stranger.post(`${version.url}/events`, { type: 'return', reason: '退' }, { ifMatch: '"1"' }), {
      status: 404,
      code: 'notFound',
    });
    expect((await must(stranger.get('/api/catalogues'))).json.items).toEqual([]);
  });

  it('answers 404 to the three administrators, who have no business rights', async () => {
    const version = await TestVersion.draft(house);
    for (const name of ['sysadmin', 'secadmin', 'auditadmin']) {
      await refused(async () => (await house.as(name)).get(version.url), { status: 404, code: 'notFound' });
    }
  });

  it('answers 403 to a role that the event does not belong to', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const [item] = version.items as [string];
    for (const name of ['compiler', 'assessor', 'leader', 'auditor', 'office']) {
      await refused(() => version.decide(name, { type: 'clear' }), forbidden(item));
    }
    const tooEarlyToo = { ...forbidden(), unmet: { rolePermits: [], stateAllows: [] } };
    for (const name of ['compiler', 'officer', 'auditor', 'office'])
      await refused(() => version.move(name, { type: 'approve' }), tooEarlyToo);
    for (const name of ['officer', 'leader', 'auditor'])
      await refused(() => version.move(name, { type: 'recall', reason: '回' }), forbidden());
    const notNow = { ...forbidden(), unmet: { rolePermits: [item], versionStateAllows: [item] } };
    await refused(() => version.edit('officer', { elements: ['改'] }), notNow);
  });

  it.each(['not-an-id', '%00', '..%2f..', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-0000-0000-000000000000', "1'or'1'='1"])(
    'answers 404 to the id %s',
    async (id) => {
      const officer = await house.as('officer');
      const body = { type: 'clear', contentHash: 'a'.repeat(64) };
      const answers = await Promise.all([
        officer.get(`/api/versions/${id}`),
        officer.get(`/api/versions/${id}/items`),
        officer.get(`/api/versions/${id}/items/${id}`),
        officer.get(`/api/versions/${id}/history`),
        officer.get(`/api/versions/${id}/audit`),
        officer.get(`/api/catalogues/${id}`),
        officer.post(`/api/versions/${id}/items/${id}/events`, body),
        officer.post(`/api/versions/${id}/events`, { type: 'return', reason: '退' }, { ifMatch: '"1"' }),
        officer.post(`/api/imports/${id}/confirmation`, { repairs: 'all' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    },
  );
});

describe('three hands', () => {
  const small = useHouse();
  beforeAll(async () => {
    await appoint(small, 'compiler2', 'confidentialityOfficer');
    await appoint(small, 'compiler2', 'departmentLeader');
    await appoint(small, 'officer2', 'departmentLeader');
    await appoint(small, 'stranger', 'confidentialityOfficer', { onBehalfOf: 'compiler2' });
  });
  const threeHands = (...items: string[]): Refusal => ({ status: 422, code: 'requirements.unmet', unmet: { threeHands: items } });

  it('lets nobody sign a text they wrote, though they are an officer too', async () => {
    const version = await TestVersion.draft(small);
    await must(version.edit('compiler2', { elements: ['乙改写'] }));
    await version.submitted();
    await refused(() => version.decide('compiler2', { type: 'clear' }), threeHands(version.items[0]!), small);
  });

  it('lets no deputy of the author sign it either', async () => {
    const version = await TestVersion.draft(small);
    await must(version.edit('compiler2', { elements: ['乙改写'] }));
    await version.submitted();
    await refused(() => version.decide('stranger', { type: 'clear' }), threeHands(version.items[0]!), small);
    await must(version.decide('officer', { type: 'clear' }));
  });

  it('lets nobody decide in a version that they submitted', async () => {
    const version = await (await TestVersion.draft(small)).submitted('compiler2');
    await refused(() => version.decide('compiler2', { type: 'clear' }), threeHands(version.items[0]!), small);
  });

  it('lets the submitter not approve', async () => {
    const version = await (await TestVersion.draft(small)).submitted('compiler2');
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await refused(() => version.move('compiler2', { type: 'approve' }), threeHands(), small);
    await must(version.move('leader', { type: 'approve' }));
  });

  it('lets nobody approve who decided an item, and names the item', async () => {
    const version = await (await TestVersion.draft(small, [anItemContent('甲'), anItemContent('乙')])).submitted();
    await must(version.decide('officer', { type: 'clear' }, 0));
    await must(version.decide('officer2', { type: 'clear' }, 1));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await refused(() => version.move('officer2', { type: 'approve' }), threeHands(version.items[1]!), small);
    await must(version.move('leader', { type: 'approve' }));
  });

  it('still excludes the contributor of an earlier text that was never released', async () => {
    const version = await TestVersion.draft(small);
    await must(version.edit('compiler2', { elements: ['乙改写'] }));
    await must(version.edit('compiler', { elements: ['甲再改'] }));
    await version.submitted();
    await refused(() => version.decide('compiler2', { type: 'clear' }), threeHands(version.items[0]!), small);
  });

  it('forgets the contributors before a release', async () => {
    const first = await TestVersion.draft(small);
    await must(first.edit('compiler2', { elements: ['乙改写'] }));
    await first.published();
    const second = await first.revised();
    await must(second.edit('compiler', { elements: ['甲修订'] }));
    await second.submitted();
    expect((await second.decide('compiler2', { type: 'clear' })).status).toBe(200);
  });

  it('counts whoever brought the file as a contributor, though another confirmed it', async () => {
    const version = await TestVersion.draft(small, []);
    const bring = await (await small.as('compiler2')).upload(`${version.url}/imports`, 'test/fixtures/annex2.tsv');
    const confirmed = await must((await small.as('compiler')).post(`/api/imports/${bring.json.id}/confirmation`, { repairs: 'all' }));
    const [itemId] = confirmed.json.itemIds as [string];
    const { json } = await must((await small.as('compiler')).get(`${version.url}/items/${itemId}`));
    const facts = await small.people.admin.query('select contributors($1, revision_id) as people from version_item where item_id = $1', [
      itemId,
    ]);
    expect(json.state).toBe('drafting');
    expect(facts.rows[0].people).toHaveLength(2);
  });

  it('lets one leader endorse, send back and approve: none of it makes a decider', async () => {
    const version = await (await TestVersion.draft(small, [anItemContent('甲', { category: 'OTHER' })])).cleared();
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }));
    await must(version.decide('leader', { type: 'requireMitigation', reason: '先隐去住址' }));
    await must(version.edit('compiler', { elements: ['改'] }));
    await must(version.decide('compiler', { type: 'amend' }));
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }));
    await must(version.decide('leader', { type: 'endorse' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.decide('leader', { type: 'reopen', reason: '再核一次' }));
    await must(version.decide('officer', { type: 'clear' }));
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'LOW' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.move('leader', { type: 'approve' }));
  });
});

describe('hands that must remain', () => {
  const short = useHouse();
  beforeAll(async () => {
    await appoint(short, 'leader', 'compiler');
    await appoint(short, 'assessor', 'compiler');
  });

  it('refuses the edit by which nobody would be left to approve', async () => {
    const version = await TestVersion.draft(short);
    const everything = { approverRemains: [version.items[0]!] };
    await refused(
      () => version.edit('leader', { elements: ['改'] }),
      { status: 422, code: 'requirements.unmet', unmet: everything },
      short,
    );
    await refused(() => version.move('leader', { type: 'submit' }), { status: 422, code: 'requirements.unmet', unmet: everything }, short);
  });

  it('refuses the edit by which nobody would be left to assess a prudential item; another item may be edited', async () => {
    const version = await TestVersion.draft(short, [anItemContent('甲', { category: 'OTHER' }), anItemContent('乙')]);
    const unmet = { assessorRemains: [version.items[0]!] };
    await refused(() => version.edit('assessor', { elements: ['改'] }), { status: 422, code: 'requirements.unmet', unmet }, short);
    await must(version.edit('assessor', { elements: ['改'] }, 1));
  });
});
