import { itemsByName, type Scene } from '../cast.js';
import { CONTACT, MASKED_CONTACT, PRUDENTIAL } from './compiling.js';

/** What the officer does not simply clear. */
export const WITHHELD = '廉政风险防控图';
export const SET_ASIDE = '抽查计划';
const REDACTED = '领导信息';
const ALSO_REDACTED = '通知公告';
const REFERRED = '日常工作动态';

/** 先审后发，一事一审: every item is read and decided on its own. */
export async function reviewing({ story, cast: { compiler, officer } }: Scene, version: string): Promise<void> {
  story.chapter('保密审查：逐项阅读、逐项签署 · Confidentiality review, item by item');
  const named = await itemsByName(officer, version);
  const others = [REDACTED, ALSO_REDACTED, WITHHELD, SET_ASIDE, REFERRED].map(named);
  for (const { id } of await officer.seesItems(version, 'awaitingReview')) {
    if (!others.includes(id)) await officer.signs(version, id, { type: 'clear' }, '可公开 · may be disclosed');
  }

  const redact = { type: 'requireRedaction', fields: ['elements'] };
  await officer.signs(version, named(REDACTED), { ...redact, reason: '含个人手机号' }, '脱敏后公开 · to be redacted first');
  await officer.signs(version, named(ALSO_REDACTED), { ...redact, reason: '表述宜概括' }, '脱敏后公开 · to be redacted first');
  const mask = (text: string) => text.replace(CONTACT, MASKED_CONTACT);
  await compiler.edits(version, named(REDACTED), ({ elements }) => ({ elements: elements.map(mask) }), '脱敏 · masks the contact');
  await compiler.edits(version, named(ALSO_REDACTED), () => ({ elements: ['依法向社会公布的通知、公告'] }), '概括 · rewords');
  for (const name of [REDACTED, ALSO_REDACTED]) {
    await compiler.signs(version, named(name), { type: 'amend' }, '修改后再送审 · sends the changed text back');
    await officer.signs(version, named(name), { type: 'clear' }, '可公开 · the changed text may be disclosed');
  }

  const withhold = { type: 'withhold', ground: 'ART16_INTERNAL', reason: '属内部管理信息（条例第十六条）' };
  await officer.signs(version, named(WITHHELD), withhold, '不予公开，注明依据 · withheld, on its ground');

  await officer.signs(version, named(REFERRED), { type: 'refer', reason: '密级不明' }, '提请确定，内容封存 · referred, the text is sealed');
  await compiler.asks(`/api/versions/${version}/items/${named(REFERRED)}`, '封存后编制人不可见 · sealed even for its author', 403);
  const answer = { type: 'determine', documentNumber: '长保函〔2026〕12号', outcome: 'open' };
  await officer.signs(version, named(REFERRED), answer, '答复：可公开 · determined open, by document number');

  await officer.signs(version, named(SET_ASIDE), { type: 'defer', reason: '公开时限与事项不符，待核实' }, '暂缓 · deferred');
  const aside = { type: 'setAside', reason: '核实需时', reviewOn: '2027-03-31', predecessor: 'drop' };
  await officer.signs(version, named(SET_ASIDE), aside, '留待下期 · set aside for the next draft');

  story.holds('没有未决事项 · nothing is left undecided', await countsOf(officer, version), {
    releasable: 28 - PRUDENTIAL.length - 2,
    cleared: PRUDENTIAL.length,
    withheld: 1,
    setAside: 1,
  });
  await officer.moves(version, { type: 'concludeConfidentialityReview' }, '审查完毕 · concludes the review');
}

/** Risk of the prudential items: one low, one medium with measures, one high with the office's endorsement. */
export async function assessing({ story, cast: { assessor, office } }: Scene, version: string): Promise<void> {
  story.chapter('风险评估：审慎事项 · Risk assessment of the prudential items');
  const named = await itemsByName(assessor, version);
  const [welfare, education, decisions] = PRUDENTIAL.map(named) as [string, string, string];
  const dimensions = { privacy: { likelihood: 2, impact: 2 }, publicOpinion: { likelihood: 2, impact: 3 } };
  await assessor.signs(version, education, { type: 'acceptRisk', level: 'LOW', dimensions }, '低风险 · LOW');
  await assessor.signs(
    version,
    welfare,
    { type: 'acceptRisk', level: 'MEDIUM', measures: '只公布汇总数，不列个人' },
    '中风险，有措施 · MEDIUM, with measures',
  );
  const high = { type: 'acceptRisk', level: 'HIGH', measures: '同步发布解读，专人值守舆情' };
  story.holds(
    '高风险待核准 · a high risk waits for endorsement',
    await assessor.signs(version, decisions, high, '高风险 · HIGH'),
    'awaitingEndorsement',
  );
  await office.signs(
    version,
    decisions,
    { type: 'endorse', opinion: '经领导小组办公室研究同意' },
    '核准 · endorsed by the leading-group office',
  );
  await assessor.moves(version, { type: 'concludeRiskAssessment' }, '评估完毕 · concludes the assessment');
}

/** The leader sends it back once, with a finger on what is wrong; then everything goes on, and only what changed is decided anew. */
export async function approving({ story, cast: { compiler, officer, leader } }: Scene, version: string): Promise<void> {
  story.chapter('部门审批：退回一次，再批准 · Approval, after one return');
  const named = await itemsByName(leader, version);
  const powers = named('权责清单');
  const points = [{ itemId: powers, field: 'channels' }];
  await leader.moves(
    version,
    { type: 'return', reason: '权责清单应同时在政务服务中心公开', points },
    '退回并指出要点 · returns it, pointing at a field',
  );
  await compiler.edits(
    version,
    powers,
    ({ channels }) => ({ channels: [...channels, { code: 'SERVICE_HALL' }] }),
    '增加公开渠道 · adds a channel',
  );
  await compiler.moves(version, { type: 'submit' }, '再次提交 · submits again');
  const waiting = await officer.seesItems(version, 'awaitingReview');
  story.holds(
    '只有改动的一项需要重审 · only the changed item is reviewed anew',
    waiting.map(({ id }) => id),
    [powers],
  );
  await officer.signs(version, powers, { type: 'clear' }, '可公开 · may be disclosed');
  const concluded = await officer.moves(version, { type: 'concludeConfidentialityReview' }, '审查完毕 · concludes the review');
  story.holds('无须再评估，直接审批 · no assessment is outstanding', concluded.state, 'departmentApproval');
  const approved = await leader.moves(version, { type: 'approve', opinion: '同意发布' }, '批准并发布 · approves and publishes');
  story.holds('已发布 · it is published', approved.state, 'published');
}

/** Item counts by state, those that are not zero. */
async function countsOf(person: Scene['cast']['officer'], version: string): Promise<Record<string, number>> {
  const { states } = (await person.sees(version)).json.progress;
  return Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0));
}
