import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import type { CountedView, DecisionRowPage } from './decisions.views.js';
import type { PacedRowPage, PaceReportView } from './pace.views.js';
import type { BodyRatioPage, ConcludedItemPage, ConclusionsView, RatioView } from './ratio.views.js';
import type { WithheldCountsView } from './withheld.views.js';

const house = useHouse();
const shanghai = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const PERIOD = `from=${shanghai(-1)}&to=${shanghai(1)}`;
const YEAR = Number(shanghai(0).slice(0, 4));

const get = async (url: string) => (await must((await house.as('auditor')).get(url))).json;
const demandList = async ({ count, href }: CountedView): Promise<void> => {
  const { items, nextCursor } = await get(`${href}&limit=200`);
  expect([href, items.length, nextCursor]).toEqual([href, count, null]);
};

let version: TestVersion;

/** A published version: 甲 public; 乙, 丙 withheld on two grounds; 丁 on application; 戊 withheld by a determination; 己 set aside. */
beforeAll(async () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己'];
  version = await (
    await TestVersion.draft(
      house,
      names.map((name) => anItemContent(name)),
    )
  ).submitted();
  const decide = (index: number, event: { readonly type: string; readonly [more: string]: unknown }) =>
    must(version.decide('officer', event, index));
  await decide(0, { type: 'clear' });
  await decide(1, { type: 'withhold', reason: '过程性信息', ground: 'ART16_PROCESS' });
  await must(version.decide('officer2', { type: 'reopen', reason: '再看一次' }, 1));
  await decide(1, { type: 'withhold', reason: '涉及第三方', ground: 'ART15_PRIVACY' });
  await decide(2, { type: 'withhold', reason: '内部事务', ground: 'ART16_INTERNAL' });
  await decide(3, { type: 'discloseOnApplication', reason: '内部事务', ground: 'ART16_INTERNAL' });
  await decide(4, { type: 'refer', reason: '拿不准' });
  await decide(4, { type: 'determine', outcome: 'withhold', documentNumber: '保复〔2026〕1号' });
  await decide(5, { type: 'defer', reason: '等待' });
  await decide(5, { type: 'setAside', reason: '等待', reviewOn: shanghai(60), predecessor: 'drop' });
  await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(version.move('leader', { type: 'approve' }));
}, 60_000);

describe('withheld items', () => {
  const counts = (query = ''): Promise<WithheldCountsView> => get(`/api/audit/withheld/counts?${PERIOD}${query}`);
  const rows = async (query = ''): Promise<DecisionRowPage['items']> => (await get(`/api/audit/withheld?${PERIOD}${query}`)).items;

  it('are counted once each, by the ground that stands', async () => {
    const { total, grounds } = await counts();
    expect(total.count).toBe(4);
    expect(grounds.map(({ kind, ground, count }) => [kind, ground?.code ?? null, count])).toEqual([
      ['determine', null, 1],
      ['discloseOnApplication', 'ART16_INTERNAL', 1],
      ['withhold', 'ART15_PRIVACY', 1],
      ['withhold', 'ART16_INTERNAL', 1],
    ]);
    expect((await rows()).map(({ item }) => item!.path!.at(-1))).toEqual(['戊', '丁', '丙', '乙']);
  });

  it('are as many as each list says', async () => {
    for (const query of ['', '&ground=ART16_INTERNAL', '&kind=withhold', '&body=%E9%95%BF%E6%B2%BB', '&ground=none'] as const) {
      const { total, grounds } = await counts(query);
      expect(total.count).toBeGreaterThan(0);
      for (const counted of [total, ...grounds]) await demandList(counted);
    }
    expect((await counts('&body=x')).total.count).toBe(0);
  });

  it('take a ground that there is', async () => {
    expect((await (await house.as('auditor')).get(`/api/audit/withheld?${PERIOD}&ground=X`)).status).toBe(400);
    expect((await (await house.as('officer')).get(`/api/audit/withheld/counts?${PERIOD}`)).status).toBe(404);
  });
});

describe('the share that is not public', () => {
  const numbers = ({ concluded, public: open, nonPublic, withheld, onApplication }: ConclusionsView) =>
    [concluded, open, nonPublic, withheld, onApplication].map(({ count }) => count);

  it('has numerator and denominator of each year and body, each as long as its list', async () => {
    const { years }: RatioView = await get('/api/audit/ratio');
    expect(years.map((year) => [year.year, numbers(year)])).toEqual([[YEAR, [5, 1, 4, 3, 1]]]);
    const { items }: BodyRatioPage = await get(`/api/audit/ratio/bodies?year=${YEAR}`);
    expect(items.map((body) => [body.organization.name, numbers(body), body.before])).toEqual([['长治市教育局', [5, 1, 4, 3, 1], null]]);
    for (const { concluded, public: open, nonPublic, withheld, onApplication } of [...years, ...items])
      for (const counted of [concluded, open, nonPublic, withheld, onApplication]) await demandList(counted);
    expect((await get(`/api/audit/ratio/bodies?year=${YEAR}&body=x`)).items).toEqual([]);
    expect((await get(`/api/audit/ratio/bodies?year=${YEAR - 1}`)).items).toEqual([]);
  });

  it('says what the items are called, and leads to the moment of their publication', async () => {
    const { items }: ConcludedItemPage = await get(`/api/audit/ratio/items?year=${YEAR}`);
    expect(items.map(({ item, conclusion }) => [item.path!.at(-1), conclusion])).toEqual([
      ['甲', 'public'],
      ['乙', 'withheld'],
      ['丙', 'withheld'],
      ['丁', 'onApplication'],
      ['戊', 'withheld'],
    ]);
    const moment = await get(items[0]!.href);
    expect([moment.event.type, moment.version.state]).toEqual(['approve', 'published']);
    const first: ConcludedItemPage = await get(`/api/audit/ratio/items?year=${YEAR}&limit=3`);
    const rest: ConcludedItemPage = await get(`/api/audit/ratio/items?year=${YEAR}&limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  it('is of the version that was in force when the year ended', async () => {
    await house.people.admin.query('set session_replication_role = replica');
    await house.people.admin.query("update publication set published_at = published_at - interval '2 years'");
    await house.people.admin.query('set session_replication_role = default');
    const { years }: RatioView = await get('/api/audit/ratio');
    expect(years.map(({ year, nonPublic }) => [year, nonPublic.count])).toEqual([
      [YEAR - 2, 4],
      [YEAR - 1, 4],
      [YEAR, 4],
    ]);
    const { items }: BodyRatioPage = await get(`/api/audit/ratio/bodies?year=${YEAR}`);
    expect(numbers(items[0]!.before!)).toEqual([5, 1, 4, 3, 1]);
    await must(version.move('leader', { type: 'takeDown', reason: '发现差错', texts: 'all' }));
    expect(((await get('/api/audit/ratio')) as RatioView).years.map(({ year }) => year)).toEqual([YEAR - 2, YEAR - 1]);
  });

  it('is an auditor’s, and asks for a year', async () => {
    expect((await (await house.as('office')).get('/api/audit/ratio')).status).toBe(404);
    expect((await (await house.as('auditor')).get('/api/audit/ratio/bodies')).status).toBe(400);
    expect((await (await house.as('auditor')).get(`/api/audit/ratio/items?year=${YEAR}&conclusion=all`)).status).toBe(400);
  });
});

describe('the pace report', () => {
  const report = (query = ''): Promise<PaceReportView> => get(`/api/audit/pace?${PERIOD}${query}`);
  const paced = async (query = ''): Promise<PacedRowPage['items']> =>
    (await get(`/api/audit/pace/decisions?${PERIOD}&limit=200${query}`)).items;

  it('tells by name and role how many decisions there were and how long they took', async () => {
    const { within, people } = await report();
    expect([within, people.map(({ person, role, decisions }) => [person.displayName, role, decisions.count])]).toEqual([
      5,
      [
        ['保密审查员甲', 'confidentialityOfficer', 10],
        ['部门负责人', 'departmentLeader', 1], // the take-down waited for nobody
      ],
    ]);
    for (const { decisions, brief } of people) {
      await demandList(decisions);
      await demandList(brief);
    }
  });

  it('counts from when the text was ready, and from the decision before', async () => {
    const rows = await paced();
    const history = (await get(`/api/versions/${version.id}/history?limit=200`)).items as {
      type: string;
      at: string;
      itemId: string | null;
    }[];
    const submitted = history.find(({ type }) => type === 'enterReview')!.at;
    const first = rows.at(-1)!;
    expect(first.kind).toBe('clear');
    expect(Math.abs(Date.parse(first.readyAt) - Date.parse(submitted))).toBeLessThan(2_000);
    for (const row of rows) {
      expect(row.waited).toBeCloseTo((Date.parse(row.at) - Date.parse(row.readyAt)) / 1000, 2);
      expect(row.atMost).toBeLessThanOrEqual(row.waited);
      expect(row.atMost).toBeGreaterThanOrEqual(0);
    }
    const officers = rows.filter(({ role }) => role === 'confidentialityOfficer');
    for (const [index, row] of officers.slice(0, -1).entries()) {
      const before = Math.max(Date.parse(officers[index + 1]!.at), Date.parse(row.readyAt));
      expect(row.atMost).toBeCloseTo((Date.parse(row.at) - before) / 1000, 2);
    }
  });

  it('has the spread of just these times', async () => {
    const [officer] = (await report()).people;
    const times = (await paced('&role=confidentialityOfficer')).map(({ atMost }) => atMost).sort((one, other) => one - other);
    const at = (share: number) => {
      const place = share * (times.length - 1);
      const below = times[Math.floor(place)]!;
      return below + (times[Math.ceil(place)]! - below) * (place % 1);
    };
    expect([officer!.atMost.p10, officer!.atMost.median, officer!.atMost.p90].map((one) => one.toFixed(4))).toEqual(
      [0.1, 0.5, 0.9].map((share) => at(share).toFixed(4)),
    );
  });

  it('keeps to names, and to what counts as brief', async () => {
    expect((await report('&who=%E8%B4%9F%E8%B4%A3%E4%BA%BA')).people.map(({ role }) => role)).toEqual(['departmentLeader']);
    expect((await report('&body=x')).people).toEqual([]);
    const { within, people } = await report('&within=3600');
    expect([within, people[0]!.brief.count]).toEqual([3600, 10]);
    await demandList(people[0]!.brief);
    expect((await (await house.as('auditor')).get(`/api/audit/pace?${PERIOD}&within=0`)).status).toBe(400);
    expect((await (await house.as('auditadmin')).get(`/api/audit/pace?${PERIOD}`)).status).toBe(404);
  });

  it('scores, ranks and marks nobody', async () => {
    const { people } = await report();
    for (const one of people) expect(Object.keys(one).sort()).toEqual(['atMost', 'brief', 'decisions', 'person', 'role', 'waited']);
    const names = people.map(({ person }) => person.displayName);
    expect(names).toEqual([...names].sort());
  });
});
