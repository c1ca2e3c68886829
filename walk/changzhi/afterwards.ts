import { setTimeout as wait } from 'node:timers/promises';
import { itemsByName, type Scene } from '../cast.js';
import type { Citizen } from '../citizen.js';
import type { Audit } from '../contract.js';

const IN_MS = 2_000;
const AT_MOST_MS = 20_000;
const SUSPENDED = '随机抽查事项清单';

/** The third version waits for its time, and the clock publishes it. Answers the version. */
export async function scheduling(
  { story, cast: { compiler, officer, leader }, catalogue }: Scene,
  citizen: Citizen,
  second: string,
): Promise<string> {
  story.chapter('定时发布 · A release by the clock');
  const version = (await compiler.moves(second, { type: 'revise' }, '再次修订 · revises again')).id!;
  const guide = (await itemsByName(compiler, version))('政府信息公开指南');
  await compiler.edits(version, guide, ({ elements }) => ({ elements: [...elements, '无障碍获取方式'] }), '修订 · revises one item');
  await compiler.moves(version, { type: 'submit' }, '提交审查 · submits');
  await officer.signs(version, guide, { type: 'clear' }, '可公开 · may be disclosed');
  await officer.moves(version, { type: 'concludeConfidentialityReview' }, '审查完毕 · concludes the review');
  const publishAt = new Date(Date.now() + IN_MS).toISOString();
  const scheduled = await leader.moves(version, { type: 'approve', publishAt }, '批准，两秒后发布 · approves for two seconds from now');
  story.holds('待发布 · it is scheduled', scheduled.state, 'scheduled');
  story.holds('公众仍见第二版 · the second is still public', (await citizen.reads(catalogue)).json.version, 2);
  const until = Date.now() + AT_MOST_MS;
  while ((await leader.sees(version)).json.state === 'scheduled' && Date.now() < until) await wait(200);
  story.holds('到时自动发布 · the clock has published it', (await leader.sees(version)).json.state, 'published');
  story.holds('公众见到第三版 · the third is public', (await citizen.reads(catalogue)).json.version, 3);
  return version;
}

/** A leak: one text is barred and gone at once, from every version. Then the whole catalogue is taken down. */
export async function respondingToALeak(scene: Scene, citizen: Citizen, region: string, versions: readonly string[]): Promise<void> {
  const { story, cast, catalogue } = scene;
  const { officer, leader, auditor } = cast;
  story.chapter('应急：封禁一项，再整体撤下 · A leak: one text barred, then all taken down');
  const latest = versions.at(-1)!;
  const itemId = (await itemsByName(officer, latest))(SUSPENDED);
  await officer.moves(latest, { type: 'suspendItem', itemId, reason: '发现不宜公开的内容' }, `封禁“${SUSPENDED}” · bars one text`);
  const shown = (await citizen.reads(catalogue)).json.items;
  story.holds(
    '立即不可见 · gone at once',
    shown.some(({ id }) => id === itemId),
    false,
  );
  story.holds('其余 25 项不变 · the other 25 stay', shown.length, 25);
  story.holds(
    '任何公开页面都没有 · no public answer has it',
    (await citizen.asksEverything(catalogue, region, [])).includes(itemId),
    false,
  );
  const published = await Promise.all(versions.map((version) => previousText(scene, version, itemId)));
  story.holds(
    '任何版本都不再展示 · no version shows it any more',
    published,
    versions.map(() => null),
  );

  await leader.moves(latest, { type: 'takeDown', reason: '全面复核', texts: 'all' }, '整体撤下 · takes the version down');
  const tombstone = await citizen.reads(catalogue, 410);
  story.holds('数据已空 · the data are gone', tombstone.text.includes(itemId) || 'items' in tombstone.json, false);
  const page = await citizen.readsPage(catalogue, 410);
  const texts = shown.flatMap(({ elements }) => elements as readonly string[]);
  story.holds(
    '网页只余说明 · the page is a notice only',
    texts.filter((text) => page.text.includes(text)),
    [],
  );

  story.chapter('审计：每个版本可复核 · Every version verifies');
  for (const [index, version] of versions.entries()) {
    const audit = await auditor.asks<Audit>(`/api/versions/${version}/audit`, `校验第 ${index + 1} 版的日志并重放 · verifies and replays`);
    const { valid, replayMatches, problems, events } = audit.json;
    story.holds(
      `${events} 条日志完整，重放一致 · ${events} events, intact, replay agrees`,
      { valid, replayMatches, problems },
      { valid: true, replayMatches: true, problems: [] },
    );
  }
}

/** The text that the item's desk shows as last published, seen from a version; null when no version shows one any more. */
async function previousText({ cast: { auditor } }: Scene, version: string, itemId: string): Promise<unknown> {
  return (await auditor.reads(version, itemId)).previous.published;
}
