import { appoint } from '../../test/factories/appointments.js';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

const OTHER = { category: 'OTHER' };
const PEOPLE = ['compiler', 'compiler2', 'officer', 'officer2', 'assessor', 'leader', 'office', 'auditor', 'sysadmin', 'stranger'] as const;

interface Task {
  readonly kind: string;
  readonly versionId: string;
  readonly [field: string]: unknown;
}

describe('the worklist', () => {
  const house = useHouse();
  const worklist = async (who: string, language = 'zh') =>
    (await must((await house.as(who)).get('/api/worklist', { 'accept-language': language }))).json;
  const tasks = async (who: string, version: TestVersion): Promise<Task[]> =>
    (await worklist(who)).items.filter((task: Task) => task.versionId === version.id);
  const waits = async (who: string, version: TestVersion) =>
    (await worklist(who)).waiting.find((waiting: Task) => waiting.versionId === version.id);
  /** Who is asked for what: everybody of the house, in one look. */
  const asked = async (version: TestVersion) => {
    const all = await Promise.all(PEOPLE.map(async (who) => [who, (await tasks(who, version)).map(({ kind }) => kind)] as const));
    return Object.fromEntries(all.filter(([, kinds]) => kinds.length > 0));
  };
  const holders = async (who: string, version: TestVersion) =>
    Object.fromEntries(
      (await waits(who, version)).holders.map(({ role, people }: { role: string; people: { displayName: string }[] }) => [
        role,
        people.map(({ displayName }) => displayName),
      ]),
    );

  it('passes from hand to hand through a whole life, and names who holds what others wait for', async () => {
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙', OTHER)]);
    expect(await asked(version)).toEqual({ compiler: ['finishDraft'], compiler2: ['finishDraft'] });
    expect(await waits('compiler', version)).toBeUndefined();

    await version.submitted();
    expect(await asked(version)).toEqual({ officer: ['review'], officer2: ['review'] });
    const [review] = await tasks('officer', version);
    const history = (await (await house.as('auditor')).get(`${version.url}/history?limit=500`)).json.items;
    const entered = history.filter(({ type }: { type: string }) => type === 'enterReview');
    expect(review).toMatchObject({
      id: `review:confidentialityOfficer:${version.id}`,
      catalogueId: version.catalogue,
      title: '目录',
      organization: { name: '长治市教育局' },
      versionNumber: 1,
      versionState: 'confidentialityReview',
      role: 'confidentialityOfficer',
      reason: { code: 'items.awaitReview', message: '有事项待保密审查' },
      count: 2,
      itemIds: version.items,
      seq: entered.at(-1).seq,
    });
    expect(Date.parse(String(review!.since))).toBe(Date.parse(entered[0].at));
    expect(review).not.toHaveProperty('dueAt');
    expect(review).not.toHaveProperty('blocked');
    expect(await holders('compiler', version)).toEqual({ confidentialityOfficer: ['保密审查员甲', '保密审查员乙'] });
    expect(await waits('compiler', version)).toMatchObject({ state: 'confidentialityReview', count: 2, since: review!.since });
    expect(await waits('compiler2', version)).toBeUndefined();

    await must(version.decide('officer', { type: 'return', reason: '条款缺失' }));
    await must(version.decide('officer', { type: 'clear' }, 1));
    expect(await asked(version)).toEqual({ compiler: ['amend'], compiler2: ['amend'], assessor: ['assess'] });
    expect(await tasks('compiler', version)).toMatchObject([{ count: 1, itemIds: [version.items[0]], role: 'compiler' }]);
    expect(await holders('officer', version)).toEqual({ compiler: ['编制人甲', '编制人乙'], riskAssessor: ['风险评估员'] });

    await must(version.decide('compiler', { type: 'amend', reply: '条款见附件' }));
    expect(await asked(version)).toEqual({ officer: ['review'], officer2: ['review'], assessor: ['assess'] });
    await must(version.decide('officer', { type: 'clear' }));
    expect(await asked(version)).toEqual({ officer: ['concludeReview'], officer2: ['concludeReview'], assessor: ['assess'] });

    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    expect(await asked(version)).toEqual({ assessor: ['assess'] });
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }, 1));
    expect(await asked(version)).toEqual({ leader: ['endorse'], office: ['endorse'] });
    expect(await tasks('office', version)).toMatchObject([{ role: 'leadingGroupOffice', count: 1, itemIds: [version.items[1]] }]);
    expect(await holders('assessor', version)).toEqual({ departmentLeader: ['部门负责人'], leadingGroupOffice: ['领导小组办公室'] });

    await must(version.decide('leader', { type: 'endorse' }, 1));
    expect(await asked(version)).toEqual({ assessor: ['concludeAssessment'] });
    await must(version.move('assessor', { type: 'concludeRiskAssessment' }));
    expect(await asked(version)).toEqual({ leader: ['approve'] });
    expect(await holders('compiler', version)).toEqual({ departmentLeader: ['部门负责人'] });

    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    await must(version.move('leader', { type: 'approve', publishAt }));
    expect(await asked(version)).toEqual({});
    const scheduled = await waits('leader', version);
    expect(scheduled).toMatchObject({ state: 'scheduled', holders: [{ role: 'system', people: [] }] });
    expect(Date.parse(scheduled.dueAt)).toBe(Date.parse(publishAt));

    await must(version.move('leader', { type: 'return', reason: '渠道有误' }));
    expect(await tasks('compiler2', version)).toMatchObject([
      {
        kind: 'finishDraft',
        reason: {
          code: 'draft.returned',
          message: '部门负责人退回了本版本：渠道有误',
          by: { displayName: '部门负责人' },
          words: '渠道有误',
        },
      },
    ]);
    const english = (await worklist('compiler', 'en')).items.find((task: Task) => task.versionId === version.id);
    expect(english.reason.message).toBe('部门负责人 returned the version: 渠道有误');
    await version.submitted();
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.move('leader', { type: 'approve' }));
    expect(await asked(version)).toEqual({});
    expect(await waits('compiler', version)).toBeUndefined();
  });

  it('says what a draft still lacks, and asks for resuming and determining', async () => {
    const version = await TestVersion.draft(house, [
      anItemContent('甲'),
      anItemContent('乙', { timeLimit: null, bases: [] }),
      anItemContent('丙'),
    ]);
    expect(await tasks('compiler', version)).toMatchObject([
      {
        reason: { code: 'draft.opened' },
        count: 1,
        itemIds: [version.items[1]],
        findings: { incomplete: 1, repairs: 0, hits: 0, returned: 0 },
      },
    ]);
    await must(version.edit('compiler', anItemContent('乙'), 1));
    const [whole] = await tasks('compiler', version);
    expect(whole).not.toHaveProperty('count');
    await version.submitted();
    const before = (await tasks('officer', version))[0]!;
    await must(version.decide('officer', { type: 'defer', reason: '事由甲' }));
    await must(version.decide('officer', { type: 'refer', reason: '密点线索' }, 1));
    expect((await tasks('officer2', version)).map(({ kind, count }) => [kind, count]).sort()).toEqual([
      ['determine', 1],
      ['resume', 1],
      ['review', 1],
    ]);
    const after = (await tasks('officer', version)).find(({ kind }) => kind === 'review')!;
    expect([after.id, after.count, Number(after.seq) >= Number(before.seq)]).toEqual([before.id, 1, true]);
    for (const who of PEOPLE) {
      const { text } = await (await house.as(who)).get('/api/worklist');
      expect(text).not.toMatch(/事由甲|密点线索|的内容|法定主动公开/);
    }
  });

  it('tells nobody of a turn they may not take, unless nobody else may either', async () => {
    await appoint(house, 'compiler2', 'confidentialityOfficer');
    const version = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')]);
    await must(version.edit('compiler2', { elements: ['改过'] }));
    await version.submitted();
    const of = async (who: string) => (await tasks(who, version)).find(({ kind }) => kind === 'review');
    expect(await of('officer')).toMatchObject({ count: 2 });
    expect(await of('compiler2')).toMatchObject({ role: 'confidentialityOfficer', count: 1, itemIds: [version.items[1]] });
    await must(version.decide('officer', { type: 'clear' }, 1));
    expect(await of('compiler2')).toBeUndefined();
    expect(await holders('compiler', version)).toEqual({ confidentialityOfficer: ['保密审查员甲', '保密审查员乙'] });

    await house.people.admin.query(
      `update appointment set revoked_at = now() where revoked_at is null and role = 'confidentialityOfficer'
         and account_id in (select id from account where username in ('officer', 'officer2'))`,
    );
    expect(await of('officer')).toBeUndefined();
    expect(await of('compiler2')).toMatchObject({
      count: 1,
      blocked: { code: 'threeHands', message: expect.stringContaining('不同人员') },
    });
    expect(await holders('compiler', version)).toEqual({ confidentialityOfficer: [] });
    await appoint(house, 'officer', 'confidentialityOfficer');
    await appoint(house, 'officer2', 'confidentialityOfficer');
  });

  it('knows what the machines know of earlier versions: whose decision was carried over, whose text was never released', async () => {
    await appoint(house, 'compiler2', 'confidentialityOfficer');
    await appoint(house, 'officer2', 'departmentLeader');
    const first = await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')]);
    await must(first.edit('compiler2', { elements: ['初稿'] }, 1));
    await first.submitted();
    await must(first.decide('officer2', { type: 'clear' }));
    await must(first.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '内部事务' }, 1));
    await must(first.move('officer', { type: 'concludeConfidentialityReview' }));
    expect((await asked(first)).leader).toEqual(['approve']);
    expect((await asked(first)).officer2).toBeUndefined();
    await must(first.move('leader', { type: 'approve' }));

    const next = await first.revised();
    await must(next.edit('compiler', { elements: ['二稿'] }, 1));
    await next.submitted();
    const mayClear = async (who: string) =>
      (await (await house.as(who)).get(next.item(1))).json.events.find(({ type }: { type: string }) => type === 'clear').allowed;
    expect([await mayClear('compiler2'), await mayClear('officer')]).toEqual([false, true]);
    expect((await tasks('compiler2', next)).map(({ kind }) => kind)).toEqual([]);
    expect(await tasks('officer', next)).toMatchObject([{ kind: 'review', count: 1, itemIds: [next.items[1]] }]);

    await must(next.decide('officer', { type: 'clear' }, 1));
    await must(next.move('officer', { type: 'concludeConfidentialityReview' }));
    const approve = (await (await house.as('officer2')).get(next.url)).json.events.find(({ type }: { type: string }) => type === 'approve');
    expect(approve.requirements.find(({ id }: { id: string }) => id === 'threeHands').satisfied).toBe(false);
    expect(await asked(next)).toEqual({ leader: ['approve'] });
  });

  it('asks a deputy on behalf of the principal', async () => {
    await appoint(house, 'stranger', 'departmentLeader', { onBehalfOf: 'leader' });
    const version = await (await TestVersion.draft(house, [anItemContent('甲')])).awaitingApproval();
    expect(await tasks('stranger', version)).toMatchObject([{ kind: 'approve', onBehalfOf: { displayName: '部门负责人' } }]);
    expect((await tasks('leader', version))[0]).not.toHaveProperty('onBehalfOf');
  });

  it('reminds of what was set aside when its review date comes, and not before', async () => {
    const aside = async (reviewOn: string) => {
      const version = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
      await must(version.decide('officer', { type: 'clear' }));
      await must(version.decide('officer', { type: 'defer', reason: '等待' }, 1));
      await must(version.decide('officer', { type: 'setAside', reason: '等待', reviewOn, predecessor: 'drop' }, 1));
      await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
      await must(version.move('leader', { type: 'approve' }));
      return version;
    };
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    expect(await asked(await aside(day(60)))).toEqual({});
    const near = await aside(day(10));
    expect(await tasks('compiler', near)).toMatchObject([{ kind: 'takeUp', reason: { code: 'items.setAside' }, dueAt: day(10) }]);
    expect(await waits('officer', near)).toBeUndefined();
    const next = await near.revised();
    expect(await asked(near)).toEqual({});
    expect(await tasks('compiler', next)).toMatchObject([{ kind: 'finishDraft', reason: { code: 'draft.revised' }, dueAt: day(10) }]);
  });

  it('is empty for those who decide nothing, of no other body, and refused without a session', async () => {
    const version = await (await TestVersion.draft(house)).submitted();
    for (const who of ['auditor', 'sysadmin', 'secadmin', 'auditadmin']) {
      expect(await worklist(who)).toEqual({ items: [], waiting: [], nextCursor: null });
    }
    await appoint(house, 'officer', 'confidentialityOfficer', { body: '山西省教育厅' });
    expect((await tasks('officer', version)).length).toBe(1);
    const answer = await house.nobody.get('/api/worklist');
    expect([answer.status, answer.json.code]).toEqual([401, 'session.absent']);
  });
});
