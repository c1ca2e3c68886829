import { appoint } from '../factories/appointments.js';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

/** The sentences of the lifecycles that look fussy, each tried over HTTP. */
const house = useHouse();

const AB = [anItemContent('甲'), anItemContent('乙')];
const states = async (version: TestVersion) => Promise.all(version.items.map(async (_, index) => (await version.seen(index))?.state));
const unmetOf = (answer: { json: { requirements: { id: string }[] } }) => answer.json.requirements.map(({ id }) => id).sort();
const publicItems = async (version: TestVersion): Promise<string[]> =>
  (await must(house.nobody.get(`/open/catalogues/${version.catalogue}.json`))).json.items.map(({ id }: { id: string }) => id);

describe('voiding', () => {
  it('recall and return void nothing: what was decided stays decided', async () => {
    const version = await (await TestVersion.draft(house, AB)).cleared();
    await must(version.move('compiler', { type: 'recall', reason: '补充' }));
    expect(await states(version)).toEqual(['releasable', 'releasable']);
    await must(version.edit('compiler', { elements: ['改'] }, 0));
    await version.submitted();
    expect(await states(version)).toEqual(['awaitingReview', 'releasable']);
  });

  it('a text that returns to an earlier wording revives nothing', async () => {
    const version = await (await TestVersion.draft(house, AB)).cleared();
    const { contentHash } = await version.seen();
    await must(version.move('officer', { type: 'return', reason: '核对' }));
    await must(version.edit('compiler', { elements: ['改'] }));
    await must(version.edit('compiler', { elements: ['甲的内容'] }));
    expect((await version.seen()).contentHash).toBe(contentHash);
    await version.submitted();
    expect((await version.seen()).state).toBe('awaitingReview');
  });

  it('an edit that changes nothing voids nothing', async () => {
    const version = await (await TestVersion.draft(house)).cleared();
    await must(version.move('compiler', { type: 'recall', reason: '核对' }));
    const before = await version.etag();
    await must(version.edit('compiler', { elements: ['事项一的内容'] }));
    expect([await version.etag(), (await version.seen()).state]).toEqual([before, 'releasable']);
  });

  it('a returned item enters review when it was changed, or answered, also in a draft', async () => {
    const version = await (await TestVersion.draft(house, AB)).submitted();
    await must(version.decide('officer', { type: 'return', reason: '要素不明' }, 0));
    await must(version.decide('officer', { type: 'return', reason: '要素不明' }, 1));
    await must(version.move('compiler', { type: 'recall', reason: '修改' }));
    const refused = await version.move('compiler', { type: 'submit' });
    expect([refused.status, unmetOf(refused)]).toEqual([422, ['returnedAnswered']]);
    await must(version.edit('compiler', { elements: ['改'] }, 0));
    await must(version.decide('compiler', { type: 'amend', reply: '依据第十条，无须修改' }, 1));
    await version.submitted();
    expect(await states(version)).toEqual(['awaitingReview', 'awaitingReview']);
  });
});

describe('personal data', () => {
  it('is acknowledged hit by hit by the compiler before submit, and again by the officer before clear', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲', { elements: ['联系人手机13912345678，备用13812345678'] })]);
    const hints = async (name: string): Promise<{ id: string; kind: string }[]> =>
      (await must((await house.as(name)).get(version.item(0)))).json.hints.filter(({ kind }: { kind: string }) => kind === 'personalData');
    const dismiss = async (name: string, id: string) =>
      (await house.as(name)).post(`${version.item(0)}/hints/${encodeURIComponent(id)}/dismissal`, { reason: '公务电话' });
    const [one, other] = await hints('compiler');
    await must(dismiss('compiler', one!.id));
    expect(unmetOf(await version.move('compiler', { type: 'submit' }))).toEqual(['hitsAcknowledgedByCompiler']);
    await must(dismiss('compiler', other!.id));
    await version.submitted();
    expect(unmetOf(await version.decide('officer', { type: 'clear' }))).toEqual(['hitsAcknowledgedByOfficer']);
    for (const { id } of await hints('officer')) await must(dismiss('officer', id));
    await must(version.decide('officer', { type: 'clear' }));
  });
});

describe('assessment', () => {
  it('stays needed once it was refused on a text, until the text changes', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'clear', assess: true }));
    await must(version.decide('assessor', { type: 'rejectRisk', ground: 'ART14_SECURITY_STABILITY', reason: '风险过高' }));
    await must(version.decide('officer', { type: 'reopen', reason: '再议' }));
    await must(version.decide('officer', { type: 'clear' }));
    expect((await version.seen()).state).toBe('cleared');
    await must(version.decide('assessor', { type: 'requireMitigation', reason: '隐去住址' }));
    await must(version.edit('compiler', { elements: ['改'] }));
    await must(version.decide('compiler', { type: 'amend' }));
    await must(version.decide('officer', { type: 'clear' }));
    expect((await version.seen()).state).toBe('releasable');
  });

  it('MEDIUM needs measures, HIGH an endorsement before the stage can be concluded', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲', { category: 'OTHER' })])).cleared();
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    expect(unmetOf(await version.decide('assessor', { type: 'acceptRisk', level: 'MEDIUM' }))).toEqual(['measuresGiven']);
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }));
    expect(unmetOf(await version.move('assessor', { type: 'concludeRiskAssessment' }))).toEqual(['everyItemDecided']);
    await must(version.decide('office', { type: 'endorse' }));
    await must(version.move('assessor', { type: 'concludeRiskAssessment' }));
    await must(version.move('leader', { type: 'approve' }));
  });

  it('shows the leading-group office an unpublished text only while its endorsement is asked', async () => {
    const version = await (
      await TestVersion.draft(house, [anItemContent('甲', { category: 'OTHER', elements: ['未公开的文字'] })])
    ).cleared();
    const office = await house.as('office');
    const seen = async () => [
      await office.get(version.item(0)),
      await office.get(`${version.url}/items`),
      await office.get(`${version.url}/history`),
    ];
    for (const { status, text } of await seen()) expect([status, text.includes('未公开的文字')]).toEqual([200, false]);
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }));
    expect((await must(office.get(version.item(0)))).text).toContain('未公开的文字');
  });
});

describe('the latest version, and one open at a time', () => {
  it('opens a first draft after a discarded one, and no second beside an open one', async () => {
    const version = await TestVersion.draft(house);
    const compiler = await house.as('compiler');
    const open = () => compiler.post(`/api/catalogues/${version.catalogue}/versions`, {});
    const beside = await open();
    expect([beside.status, unmetOf(beside)]).toEqual([409, ['noOpenVersion']]);
    await must(version.move('compiler', { type: 'discard', reason: '重来' }));
    await must(open(), 201);
  });

  it('goes on by revise alone once a version was published, and from the latest', async () => {
    const first = await (await TestVersion.draft(house)).published();
    const compiler = await house.as('compiler');
    const again = await compiler.post(`/api/catalogues/${first.catalogue}/versions`, {});
    expect([again.status, unmetOf(again)]).toEqual([409, ['neverPublished']]);
    const second = await first.revised();
    expect(unmetOf(await first.move('compiler', { type: 'revise' }))).toEqual(['latestVersion', 'noOpenVersion']);
    await must(second.move('compiler', { type: 'discard', reason: '重来' }));
    const third = await first.revised();
    await third.published();
    expect(unmetOf(await first.move('compiler', { type: 'revise' }))).toEqual(['latestVersion']);
  });

  it('needs a word for a version that shows nothing', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '内部' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    expect(unmetOf(await version.move('leader', { type: 'approve' }))).toEqual(['nothingPublicStated']);
    await must(version.move('leader', { type: 'approve', nothingPublic: true }));
    expect(await publicItems(version)).toEqual([]);
  });

  it('refuses an hour that has passed', async () => {
    const version = await (await TestVersion.draft(house)).awaitingApproval();
    expect(await version.move('leader', { type: 'approve', publishAt: '2020-01-01T00:00:00+08:00' })).toMatchObject({
      status: 422,
      json: { code: 'publishAt.past' },
    });
  });
});

describe('carrying over', () => {
  it('does not carry a barred text, nor one decided otherwise since, in a discarded version too', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const discarded = await (await first.revised()).submitted();
    await must(discarded.decide('officer', { type: 'reopen', reason: '有疑' }, 0));
    await must(discarded.decide('officer', { type: 'withhold', ground: 'ART15_PRIVACY', reason: '隐私' }, 0));
    await must(discarded.move('compiler', { type: 'recall', reason: '重来' }));
    await must(discarded.move('compiler', { type: 'discard', reason: '重来' }));
    await must(first.move('officer', { type: 'suspendItem', itemId: first.items[1], reason: '泄密' }));
    expect(await states(await first.revised())).toEqual(['drafting', 'drafting']);
  });

  it('counts the original decider as the decider', async () => {
    const first = await (await TestVersion.draft(house)).published();
    const second = await (await first.revised()).submitted();
    await must(second.move('officer', { type: 'concludeConfidentialityReview' }));
    await appoint(house, 'officer', 'departmentLeader');
    const refused = await second.move('officer', { type: 'approve' });
    expect([refused.status, unmetOf(refused)]).toEqual([422, ['threeHands']]);
    await must(second.move('leader', { type: 'approve' }));
  });

  it('keeps a sealed text sealed through revise and discard', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const second = await (await first.revised()).submitted();
    await must(second.decide('officer', { type: 'reopen', reason: '有疑' }, 0));
    await must(second.decide('officer', { type: 'refer', reason: '密级不明' }, 0));
    await must(second.move('compiler', { type: 'recall', reason: '重来' }));
    await must(second.move('compiler', { type: 'discard', reason: '重来' }));
    const third = await first.revised();
    expect(await states(third)).toEqual(['referred', 'releasable']);
    expect(await (await house.as('compiler')).get(third.item(0))).toMatchObject({ status: 403 });
  });

  it('reopens to referred what a determination withheld, until its text changes', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'refer', reason: '密级不明' }));
    await must(version.decide('officer', { type: 'determine', documentNumber: '1号', outcome: 'withhold' }));
    await must(version.decide('officer', { type: 'reopen', reason: '再报' }));
    expect((await version.seen()).state).toBe('referred');
    await must(version.decide('officer', { type: 'determine', documentNumber: '2号', outcome: 'withhold' }));
    await must(version.move('compiler', { type: 'recall', reason: '改' }));
    await must(version.edit('compiler', { elements: ['删去涉密部分'] }));
    expect((await version.seen()).state).toBe('drafting');
  });
});

describe('setting aside and removing', () => {
  it('keeps what the predecessor shows, and hides it when that text is barred', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const second = await first.revised();
    await must(second.edit('compiler', { elements: ['尚有争议的新内容'] }));
    await second.submitted();
    await must(second.decide('officer', { type: 'defer', reason: '待复' }));
    await must(second.decide('officer', { type: 'setAside', reason: '久拖', reviewOn: '2027-06-30', predecessor: 'keep' }));
    await must(second.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(second.move('leader', { type: 'approve' }));
    const shown = await must(house.nobody.get(`/open/catalogues/${second.catalogue}.json`));
    expect([shown.json.items.length, shown.text.includes('甲的内容'), shown.text.includes('尚有争议')]).toEqual([2, true, false]);
    await must(second.move('officer', { type: 'suspendItem', itemId: second.items[0], reason: '泄密' }));
    expect(await publicItems(second)).toEqual([second.items[1]]);
  });

  it('cannot keep what no predecessor shows', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    await must(version.decide('officer', { type: 'defer', reason: '待复' }));
    const refused = await version.decide('officer', { type: 'setAside', reason: '久拖', reviewOn: '2027-06-30', predecessor: 'keep' });
    expect([refused.status, unmetOf(refused)]).toEqual([422, ['predecessorKeepable']]);
  });

  it('reviews the removal of what was public; only clear, return, defer and setAside apply to it', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const second = await first.revised();
    const bare = await second.remove('compiler', {});
    expect([bare.status, unmetOf(bare)]).toEqual([422, ['reasonGiven']]);
    await must(second.remove('compiler', { reason: '职责划转', receivingBody: '市行政审批局' }));
    await second.submitted();
    for (const event of [
      { type: 'withhold', ground: 'ART16_INTERNAL', reason: '内部' },
      { type: 'discloseOnApplication', ground: 'ART15_PRIVACY', reason: '隐私' },
      { type: 'requireRedaction', reason: '脱敏', fields: ['elements'] },
      { type: 'refer', reason: '密级' },
    ]) {
      const refused = await second.decide('officer', event);
      expect([event.type, refused.status, unmetOf(refused)]).toEqual([event.type, 409, ['removalDecidable']]);
    }
    await must(second.decide('officer', { type: 'clear' }));
    expect((await second.seen()).state).toBe('releasable');
    await must(second.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(second.move('leader', { type: 'approve' }));
    expect(await publicItems(second)).toEqual([second.items[1]]);
    expect((await second.revised()).seen(0)).resolves.toBeUndefined();
  });

  it('takes a removal back by an edit', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const second = await first.revised();
    await must(second.remove('compiler', { reason: '职责划转', receivingBody: '市行政审批局' }));
    await must(second.edit('compiler', { elements: ['仍然公开'] }));
    const { json } = await must((await house.as('compiler')).get(second.item(0)));
    expect([json.removal, json.state]).toEqual([null, 'drafting']);
  });

  it('takes a removal back without changing a word', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const second = await first.revised();
    await must(second.remove('compiler', { reason: '职责划转', receivingBody: '市行政审批局' }));
    await must(second.edit('compiler', {}));
    expect((await must((await house.as('compiler')).get(second.item(0)))).json.removal).toBeNull();
  });

  it('lets an item that never was public just go, logged', async () => {
    const version = await TestVersion.draft(house, AB);
    await must(version.remove('compiler', {}));
    expect(await version.seen(0)).toBeUndefined();
    const { json } = await must((await house.as('auditor')).get(`${version.url}/history`));
    expect(json.items.at(-1)).toMatchObject({ type: 'remove', itemId: version.items[0] });
  });
});

describe('a leak', () => {
  it('sends an open version that holds the barred text back to draft, and that item with it', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const second = await (await first.revised()).submitted();
    await must(first.move('officer', { type: 'suspendItem', itemId: first.items[0], reason: '泄密' }));
    expect([await second.state(), await states(second)]).toEqual(['draft', ['drafting', 'releasable']]);
    await second.submitted();
    await must(second.decide('officer', { type: 'clear' }));
    await must(second.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(second.move('leader', { type: 'approve' }));
    // A later clear counts for its own version only.
    expect((await publicItems(second)).sort()).toEqual([...second.items].sort());
  });

  it('takes down, bars the texts named only, and goes on by revise; the public page is a tombstone meanwhile', async () => {
    const first = await (await TestVersion.draft(house, AB)).published();
    const refused = await first.move('leader', { type: 'takeDown', reason: '复核' });
    expect([refused.status, unmetOf(refused)]).toEqual([422, ['textsNamed']]);
    await must(first.move('leader', { type: 'takeDown', reason: '复核', texts: [first.items[0]] }));
    const page = await house.nobody.get(`/open/catalogues/${first.catalogue}`, { accept: 'text/html' });
    expect([page.status, page.text.includes('乙的内容')]).toEqual([410, false]);
    await must(first.move('officer', { type: 'suspendItem', itemId: first.items[1], reason: '亦有问题' }));
    const second = await first.revised();
    expect(await states(second)).toEqual(['drafting', 'drafting']);
  });

  it('bars one item only where it is shown', async () => {
    const first = await (await TestVersion.draft(house, AB)).submitted();
    await must(first.decide('officer', { type: 'clear' }, 0));
    await must(first.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '内部' }, 1));
    await must(first.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(first.move('leader', { type: 'approve' }));
    const refused = await first.move('officer', { type: 'suspendItem', itemId: first.items[1], reason: '泄密' });
    expect([refused.status, unmetOf(refused)]).toEqual([422, ['itemShown']]);
    const nowhere = await first.move('officer', { type: 'suspendItem', itemId: '00000000-0000-4000-8000-000000000000', reason: '泄密' });
    expect([nowhere.status, unmetOf(nowhere)]).toEqual([422, ['itemShown']]);
  });
});

describe('a deputy', () => {
  it('acts on behalf of somebody, and the log says so', async () => {
    await appoint(house, 'compiler2', 'riskAssessor', { onBehalfOf: 'assessor' });
    const version = await (await TestVersion.draft(house, [anItemContent('甲', { category: 'OTHER' })])).cleared();
    await must(version.decide('compiler2', { type: 'acceptRisk', level: 'LOW' }));
    const { json } = await must((await house.as('auditor')).get(`${version.url}/history?limit=500`));
    const entry = json.items.find(({ type }: { type: string }) => type === 'acceptRisk');
    const accounts = await must((await house.as('secadmin')).get('/api/accounts?q=assessor'));
    expect(entry).toMatchObject({ roles: ['riskAssessor'], onBehalfOf: accounts.json.items[0].id });
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"context":"defect"'))).toEqual([]);
});
