import { useHouse } from '../../../test/factories/house.js';
import { appoint } from '../../../test/factories/appointments.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import type { CountedView, DecisionCountsView, DecisionRowPage, DecisionRowView } from './decisions.views.js';

const house = useHouse();
const dayAfter = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const PERIOD = `from=${dayAfter(-1)}&to=${dayAfter(1)}`;

const asked = async (query = '', name = 'auditor', path = '') =>
  (await house.as(name)).get(`/api/audit/decisions${path}?${PERIOD}${query}`);
const rows = async (query = '', name = 'auditor'): Promise<DecisionRowView[]> =>
  ((await must(asked(`&limit=200${query}`, name))).json as DecisionRowPage).items;
const counts = async (query = ''): Promise<DecisionCountsView> => (await must(asked(query, 'auditor', '/counts'))).json;
const said = (list: readonly DecisionRowView[]) =>
  list.map(({ kind, actor, item }) => [kind, actor.displayName, item?.path?.at(-1) ?? null]);

let version: TestVersion;

/** 甲 cleared and reopened, then cleared again; 乙 withheld; 丙 referred; 丁 cleared by a deputy, and suspended when it is public. */
beforeAll(async () => {
  const names = ['甲', '乙', '丙', '丁'];
  version = await (
    await TestVersion.draft(
      house,
      names.map((name) => anItemContent(name)),
    )
  ).submitted();
  await appoint(house, 'stranger', 'confidentialityOfficer', { onBehalfOf: 'officer2' });
  await must(version.decide('officer', { type: 'clear' }, 0));
  await must(version.decide('officer2', { type: 'reopen', reason: '漏看了一处' }, 0));
  await must(version.decide('officer2', { type: 'clear' }, 0));
  await must(version.decide('officer', { type: 'withhold', reason: '涉及第三方', ground: 'ART15_PRIVACY' }, 1));
  await must(version.decide('officer', { type: 'refer', reason: '拿不准' }, 2));
  await must(version.decide('stranger', { type: 'clear' }, 3));
}, 60_000);

describe('who decided what', () => {
  it('is told of each decision, the latest first, with the hand and the words that the log has', async () => {
    const all = await rows();
    expect(said(all)).toEqual([
      ['clear', '外单位保密审查员', '丁'],
      ['refer', '保密审查员甲', null], // sealed
      ['withhold', '保密审查员甲', '乙'],
      ['clear', '保密审查员乙', '甲'],
      ['clear', '保密审查员甲', '甲'],
    ]);
    expect(all[0]).toMatchObject({
      onBehalfOf: { displayName: '保密审查员乙' },
      role: 'confidentialityOfficer',
      held: { scope: '长治市教育局', endsAt: null },
      organization: { name: '长治市教育局' },
      version: { id: version.id, title: '目录', number: 1 },
      outcome: 'releasable',
      voided: null,
    });
    expect(all[1]!.item).toEqual({ id: version.items[2], path: null });
    expect(all[2]).toMatchObject({ outcome: 'withheld', ground: { code: 'ART15_PRIVACY', title: expect.stringContaining('个人隐私') } });
    expect(all[3]!.voided).toBeNull();
    expect(JSON.stringify(all)).not.toContain('丙');
  });

  it('says by which later event a decision was voided', async () => {
    const [voided, ...others] = await rows('&standing=voided');
    expect(others).toEqual([]);
    expect(said([voided!])).toEqual([['clear', '保密审查员甲', '甲']]);
    expect(voided!.voided).toMatchObject({ type: 'reopen', actor: { displayName: '保密审查员乙' } });
    const after = (await must((await house.as('auditor')).get(voided!.voided!.href))).json;
    expect(after.event.type).toBe('reopen');
  });

  it('leads to the replay at that very event', async () => {
    for (const { href, kind, seq } of await rows()) {
      const moment = (await must((await house.as('auditor')).get(href))).json;
      expect([moment.at.seq, moment.event.type]).toEqual([seq, kind]);
    }
  });

  it.each([
    ['&kind=clear', 3],
    ['&outcome=withheld', 1],
    ['&standing=standing', 4],
    ['&who=%E4%B9%99', 2], // 乙: in her own name and as a principal
    ['&who=%25', 0],
    ['&body=%E9%95%BF%E6%B2%BB', 5],
    ['&body=%E5%91%BC%E5%92%8C', 0],
    ['&kind=approve', 0],
  ])('%s leaves %i', async (query, count) => {
    expect((await rows(query)).length).toBe(count);
    expect((await counts(query)).total.count).toBe(count);
  });

  it('is found by person and body', async () => {
    const [row] = await rows('&kind=withhold');
    expect((await rows(`&person=${row!.actor.id}`)).length).toBe(3);
    expect((await rows(`&organization=${row!.organization.id}`)).length).toBe(5);
    expect(await rows(`&organization=${row!.actor.id}`)).toEqual([]);
  });

  it('is paged without a gap', async () => {
    const found: DecisionRowView[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: DecisionRowPage = (await must(asked(`&limit=2${cursor && `&cursor=${cursor}`}`))).json;
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(found).toEqual(await rows());
    expect((await asked('&cursor=WyIxIiwiMiIsIjMiXQ')).status).toBe(400);
  });

  it.each(['', '&standing=standing', '&standing=voided', '&outcome=releasable'])('counts what its lists have (%s)', async (query) => {
    const { total, voided, kinds } = await counts(query);
    const lists: CountedView[] = [total, voided, ...kinds, ...kinds.map((kind) => kind.voided)];
    for (const { count, href } of lists) {
      const list = (await must((await house.as('auditor')).get(`${href}&limit=200`))).json as DecisionRowPage;
      expect([href, list.items.length]).toEqual([href, count]);
    }
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
  });
});

describe('what is no decision of a person, or not mine', () => {
  it('stays out', async () => {
    const other = await TestVersion.draft(house, [anItemContent('戊')]);
    expect(await rows(`&kind=setAside`)).toEqual([]);
    expect((await rows()).every((row) => row.version.id !== other.id)).toBe(true); // made and edited, decided by nobody
    const past = (await must((await house.as('auditor')).get('/api/audit/decisions?from=2020-01-01&to=2020-12-31'))).json;
    expect(past).toEqual({ items: [], nextCursor: null });
  });

  it('is bounded by what one is auditor of', async () => {
    await appoint(house, 'officer.xincheng', 'auditor', { body: '新城区教育局' });
    expect(await rows('', 'officer.xincheng')).toEqual([]);
    await appoint(house, 'leader.xincheng', 'auditor', { body: '长治市教育局' });
    expect((await rows('', 'leader.xincheng')).length).toBe(5);
  });

  it('is an auditor’s, and asks for a period', async () => {
    for (const name of ['office', 'officer', 'auditadmin']) expect((await asked('', name)).status).toBe(404);
    expect((await house.nobody.get(`/api/audit/decisions?${PERIOD}`)).status).toBe(401);
    const auditor = await house.as('auditor');
    expect((await auditor.get('/api/audit/decisions')).status).toBe(400);
    for (const query of ['&kind=edit', '&person=x', '&standing=both', '&outcome=%27']) expect((await asked(query)).status).toBe(400);
    expect((await auditor.get('/api/audit/decisions?from=2026-02-02&to=2026-02-01')).json.code).toBe('period.backwards');
  });
});

it('counts what a bar undid, and approvals of a whole version', async () => {
  await must(version.decide('officer', { type: 'determine', outcome: 'withhold', documentNumber: '保复〔2026〕1号' }, 2));
  await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(version.move('leader', { type: 'approve' }));
  await must(version.move('leader', { type: 'suspendItem', itemId: version.items[3], reason: '发现差错' }));
  expect(said((await rows()).slice(0, 3))).toEqual([
    ['suspendItem', '部门负责人', null],
    ['approve', '部门负责人', null],
    ['concludeConfidentialityReview', '保密审查员甲', null],
  ]);
  const barred = (await rows('&standing=voided')).find(({ item }) => item?.id === version.items[3]);
  expect(barred).toMatchObject({ kind: 'clear', voided: { type: 'suspendItem', actor: { displayName: '部门负责人' } } });
  expect((await rows('&kind=determine'))[0]!.item!.path).toEqual(['法定主动公开内容', '丙']); // determined, so no longer sealed
});
