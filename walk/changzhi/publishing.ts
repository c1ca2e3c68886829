import { itemsByName, type Scene } from '../cast.js';
import type { Citizen } from '../citizen.js';
import type { PublicCatalogue } from '../contract.js';
import { CONTACT, MASKED_CONTACT } from './compiling.js';
import { SET_ASIDE, WITHHELD } from './reviewing.js';

/** What Changzhi's form shows to everybody (profile SX-CZ); nothing else may leave. */
const PUBLIC_FIELDS = ['id', 'path', 'elements', 'bases', 'timeLimit', 'disclosingBodies', 'channels', 'audience', 'method'];
const PUBLIC_BASIS_FIELDS = ['title', 'documentNumber', 'clauses'];

/** The public sees exactly the releasable items, with exactly the public fields. */
export async function readingAsCitizen({ story, cast: { auditor }, catalogue }: Scene, citizen: Citizen, version: string): Promise<void> {
  story.chapter('公众：先审后发的结果 · What the public reads');
  const releasable = (await auditor.seesItems(version, 'releasable')).map(({ content }) => content!.path.at(-1)!).sort();
  const { json, text, etag } = await citizen.reads(catalogue);
  story.holds('恰为 26 项可发布事项 · exactly the 26 releasable items', json.items.map(({ path }) => path.at(-1)).sort(), releasable);
  story.holds('26 项 · there are 26', releasable.length, 26);
  story.holds('只含公开字段 · public fields only', strayFields(json), []);
  story.holds('脱敏前的文字不出现 · the text before masking is nowhere', text.includes(CONTACT), false);
  story.holds('脱敏后的文字可见 · the masked text is there', text.includes(MASKED_CONTACT));
  await citizen.asksAgain(catalogue, etag);
  const page = await citizen.readsPage(catalogue);
  story.holds(
    '网页与数据一致 · the page shows the same',
    releasable.every((name) => page.text.includes(name)),
  );
  story.holds(
    '未公开的不在网页上 · what is not public is not on the page',
    [WITHHELD, SET_ASIDE].filter((name) => page.text.includes(name)),
    [],
  );
}

function strayFields({ items }: PublicCatalogue): string[] {
  const fields = items.flatMap((item) => Object.keys(item)).filter((field) => !PUBLIC_FIELDS.includes(field));
  const parts = items.flatMap(({ bases }) => (bases as object[]).flatMap((basis) => Object.keys(basis)));
  return [...fields, ...parts.filter((part) => !PUBLIC_BASIS_FIELDS.includes(part))];
}

export const REVISED = '权责清单';
export const REMOVED = '网站年度报表';

/** One item revised, one removed, the one set aside is back; everything else carries its decision. Answers the new version. */
export async function revising(
  { story, cast: { compiler, officer, leader }, catalogue }: Scene,
  citizen: Citizen,
  first: string,
): Promise<string> {
  story.chapter('修订：只重审有变化的 · Revising: only what changed is decided anew');
  const version = (await compiler.moves(first, { type: 'revise' }, '发起修订 · revises')).id!;
  const named = await itemsByName(compiler, version);
  const standing = (await compiler.sees(version)).json.progress.states;
  story.holds('26 项沿用可发布，1 项沿用不予公开 · 26 and 1 carry their decision', [standing.releasable, standing.withheld], [26, 1]);
  story.holds('留待下期的一项重新编制 · the one set aside is drafted anew', standing.drafting, 1);
  story.holds('沿用逐项留痕 · each carry-over names what it rests on', await uncarried(officer, version, named(SET_ASIDE)), []);

  await compiler.edits(version, named(REVISED), ({ elements }) => ({ elements: [...elements, '动态调整情况'] }), '修订 · revises one item');
  const removal = { reason: '职责已划转', receivingBody: '市行政审批局' };
  await compiler.removes(version, named(REMOVED), removal, '删除，注明接收单位 · removes one, naming the receiving body');
  await compiler.moves(version, { type: 'submit' }, '提交审查 · submits');

  const waiting = await officer.seesItems(version, 'awaitingReview');
  story.holds(
    '重审的恰为三项 · exactly three are decided anew',
    waiting.map(({ id }) => id).sort(),
    [REVISED, REMOVED, SET_ASIDE].map(named).sort(),
  );
  for (const { id } of waiting) await officer.signs(version, id, { type: 'clear' }, '可公开 · agrees');
  await officer.moves(version, { type: 'concludeConfidentialityReview' }, '审查完毕 · concludes the review');
  const gone = (await leader.sees(version)).json.disappearances.map(({ itemId }) => itemId);
  story.holds('负责人看到将消失的事项 · the leader sees what disappears', gone, [named(REMOVED)]);
  story.holds('此前公众仍见第一版 · until now the first version is public', (await citizen.reads(catalogue)).json.version, 1);
  await leader.moves(version, { type: 'approve' }, '批准第二版 · approves the second version');
  story.holds('第一版已修订 · the first is now revised', (await leader.sees(first)).json.state, 'revised');
  const shown = await citizen.seesItems(catalogue);
  story.holds(
    '公众见到 26 项，删者不在，补者在 · the public sees the change',
    [shown.length, shown.includes(REMOVED), shown.includes(SET_ASIDE)],
    [26, false, true],
  );
  return version;
}

/** Items, beside the one named, that have a standing decision other than one carry-over. */
async function uncarried(officer: Scene['cast']['officer'], version: string, except: string): Promise<string[]> {
  const others = (await officer.seesItems(version)).filter(({ id }) => id !== except);
  const read = await Promise.all(others.map(({ id }) => officer.reads(version, id)));
  return read.filter(({ decisions }) => decisions.map(({ type }) => type).join() !== 'carryOver').map(({ id }) => id);
}
