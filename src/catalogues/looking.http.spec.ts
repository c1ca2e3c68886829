import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

/** What the desk is told beside the text itself. */
const house = useHouse();
const TYPING = anItemContent('联系方式', { elements: ['联系电话13912345678'], timeLimit: { text: '收到后尽快' } });

describe('a content that somebody types', () => {
  it('is read by the rules of its version, and nothing is kept', async () => {
    const version = await TestVersion.draft(house);
    const compiler = await house.as('compiler');
    const before = await version.etag();
    const { json } = await must(compiler.post(`${version.url}/checks`, { content: { ...TYPING, bases: [] } }, { key: null }));
    expect(json.missing.map((one: { element: string }) => one.element)).toContain('bases');
    expect(json.timeLimit).toMatchObject({ unread: true, message: '未识别，需人工确认' });
    expect(json.hints.some((hint: { kind: string }) => hint.kind === 'personalData')).toBe(true);
    expect(json.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await version.etag()).toBe(before);
  });

  it('says what its time limit means', async () => {
    const version = await TestVersion.draft(house);
    const { json } = await (await house.as('compiler')).post(`${version.url}/checks`, { content: anItemContent('甲') });
    expect(json.timeLimit).toMatchObject({ unread: false, rule: { kind: 'WORKDAYS_AFTER', days: 20 } });
    expect(json.timeLimit.message).toContain('20个工作日');
  });

  it('is told every fault by its place, with 200, because typing is no mistake', async () => {
    const version = await TestVersion.draft(house);
    const { json, status } = await (
      await house.as('compiler')
    ).post(`${version.url}/checks`, { content: { path: ['甲'], elements: 5, nonsense: 1 } });
    expect(status).toBe(200);
    expect(json.problems.map((one: { field: string }) => one.field)).toEqual(expect.arrayContaining(['nonsense', 'elements']));
    expect(json.content).toBeNull();
  });

  it('is for those who read texts', async () => {
    const version = await TestVersion.draft(house);
    const check = (client: typeof house.nobody) => client.post(`${version.url}/checks`, { content: TYPING });
    expect((await check(house.nobody)).status).toBe(401);
    expect((await check(await house.as('stranger'))).status).toBe(404);
    expect((await check(await house.as('office'))).status).toBe(403);
    expect((await (await house.as('compiler')).post(`${version.url}/checks`, { content: 'text' })).status).toBe(400);
  });
});

describe('marks of an item', () => {
  it('count what is left, and name who decided', async () => {
    const version = await TestVersion.draft(house, [TYPING, anItemContent('乙')]);
    expect((await version.seen(0)) as object).toMatchObject({
      marks: { hits: 1, missing: 1, decision: null, decidedBy: null, voided: 0, change: 'new', needsAssessment: false },
    });
    const reviewed = await TestVersion.draft(house, [anItemContent('乙', { category: 'OTHER' })]).then((draft) => draft.submitted());
    await must(reviewed.decide('officer', { type: 'clear', opinion: '可以公开' }));
    expect((await reviewed.seen()) as object).toMatchObject({
      marks: { decision: 'clear', decidedBy: '保密审查员甲', reason: '可以公开', needsAssessment: true, risk: null },
    });
    await must(reviewed.decide('assessor', { type: 'acceptRisk', level: 'LOW' }));
    expect((await reviewed.seen()) as object).toMatchObject({ marks: { risk: 'LOW', decidedBy: '保密审查员甲' } });
    await must(reviewed.decide('officer2', { type: 'reopen', reason: '再看一遍' }));
    expect((await reviewed.seen()) as object).toMatchObject({ marks: { decision: null, decidedBy: null, risk: null, voided: 2 } });
  });

  it('tell the hits that an officer has yet to acknowledge from those that the compiler has answered', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲', { elements: ['联系电话13912345678'] })]);
    const item = `${version.url}/items/${(await version.seen()).id}`;
    const { json } = await (await house.as('compiler')).get(item);
    const hit = json.hints.find((hint: { kind: string }) => hint.kind === 'personalData');
    const answer = { reason: '因工作需要公开' };
    const dismissal = `${item}/hints/${encodeURIComponent(hit.id)}/dismissal`;
    expect((await version.seen()) as object).toMatchObject({ marks: { hits: 1, officerHits: 1 } });
    await must((await house.as('compiler')).post(dismissal, answer));
    await version.submitted();
    expect((await version.seen()) as object).toMatchObject({ marks: { hits: 0, officerHits: 1 } });
    await must((await house.as('officer')).post(dismissal, answer));
    expect((await version.seen()) as object).toMatchObject({ marks: { hits: 0, officerHits: 0 } });
  });

  it('compare with what is public, and say who carried a decision over', async () => {
    const first = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙'), anItemContent('丙')])).published();
    const next = await first.revised();
    await must(next.edit('compiler', { elements: ['改了'] }, 1));
    await must(next.remove('compiler', { reason: '职责划转' }, 2));
    const marks = await Promise.all([0, 1, 2].map(async (index) => ((await next.seen(index)) as unknown as { marks: object }).marks));
    expect(marks).toMatchObject([
      { change: 'same', decision: 'carryOver', decidedBy: '保密审查员甲' },
      { change: 'changed', decision: null },
      { change: 'removed' },
    ]);
    const { json } = await (await house.as('officer')).get(next.item(1));
    expect(json.previous.published.differences).toMatchObject([{ field: 'elements[0]', after: '改了' }]);
    expect(json.previous.standard).toBeNull();
  });

  it('are not there for somebody who may not read the text', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    const { json } = await (await house.as('office')).get(`${version.url}/items`);
    expect(json.items[0]).toMatchObject({ content: null, marks: null });
  });
});

it('shows rows that say nearly the same, and never a sealed one', async () => {
  const words = '监管过程中随机抽取检查对象、随机选派执法检查人员，抽查情况及查处结果及时向社会公开';
  const version = await (
    await TestVersion.draft(house, [
      anItemContent('抽查计划', { elements: [words] }),
      anItemContent('抽查结果', { elements: [words] }),
      anItemContent('抽查清单', { elements: [words] }),
      anItemContent('领导信息'),
      anItemContent('抽查计划', { elements: [words] }),
    ])
  ).submitted();
  await must(version.decide('officer', { type: 'refer', reason: '疑似涉密' }, 2));
  const officer2 = await house.as('officer2');
  const { json } = await officer2.get(`${version.item(0)}/similar`);
  expect(json.items).toMatchObject([
    { itemId: version.items[4], similarity: 1, identical: true, differences: [] },
    { itemId: version.items[1], identical: false, differences: [{ field: 'path[1]' }] },
  ]);
  expect((await officer2.get(`${version.item(2)}/similar`)).status).toBe(403);
  expect((await (await house.as('stranger')).get(`${version.item(0)}/similar`)).status).toBe(404);
  expect((await house.nobody.get(`${version.item(0)}/similar`)).status).toBe(401);
});

it('compares with the standard catalogue of the territory, in public words only', async () => {
  const standard = await TestVersion.draft(
    house,
    [anItemContent('标准事项', { elements: ['标准说法'], duty: '内部职责' })],
    '长治市教育局',
    'SX-CZ',
    'STANDARD',
  ).then((draft) => draft.published());
  const version = await TestVersion.draft(house, [anItemContent('标准事项', { elements: ['本局说法'] })]);
  const { json } = await (await house.as('compiler')).get(version.item(0));
  expect(json.previous.standard).toMatchObject({
    catalogueId: standard.catalogue,
    organization: '长治市教育局',
    differences: [{ field: 'elements[0]', before: '标准说法', after: '本局说法' }],
  });
  expect(JSON.stringify(json.previous.standard)).not.toContain('内部职责');
});

it('a history can be narrowed to one kind of event', async () => {
  const version = await (await TestVersion.draft(house, [anItemContent('甲')])).submitted();
  const points = [{ itemId: (await version.seen()).id, field: 'elements' }];
  await must(version.move('officer', { type: 'return', reason: '再核对', points } as never));
  const { json } = await (await house.as('officer')).get(`${version.url}/history?type=return`);
  expect(json.items).toMatchObject([{ type: 'return', reason: '再核对', words: { points } }]);
});
