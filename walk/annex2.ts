import { everybodySignsIn, type Scene } from './cast.js';
import { Citizen } from './citizen.js';
import type { Audit, ItemContent } from './contract.js';
import { Story } from './story.js';
import type { House } from './visitor.js';

const INNER_MONGOLIA = '150000';

/** Words that stand in internal fields only: 公开依据, 条款内容, 依据效力位阶, 对应职责. None may ever be read by the public. */
const CANARIES = {
  title: '《内部依据金丝雀甲》',
  documentNumber: '内金丝雀〔2024〕1号',
  clause: '内部条款金丝雀乙',
  article: '第九百九十九条',
  level: '内部位阶金丝雀丙',
  duty: '内部职责金丝雀丁',
};

/** The item's 责任处室 is public in this form (内政数字〔2024〕128号 leaves it outside 内部掌握). */
const OFFICE = '教育督导处';

/** 事项类别 is internal too: neither the codes nor the form's words may be read. */
const CATEGORY_WORDS = ['STATUTORY', '法定公开事项', '其他公开事项', '"category"'];
const INTERNAL_KEYS = ['"bases"', '"clauses"', '"effectLevel"', '"duty"', '"category"'];

/** The filled example of the Inner Mongolia form: five columns are held internally (内部掌握) and appear nowhere public. */
export async function annex2(house: House): Promise<number> {
  const story = new Story((line) => house.say(line));
  const cast = await everybodySignsIn(house, story);
  story.chapter('内蒙古表样：五列内部掌握 · The Inner Mongolia form: five internal columns');
  const title = `内蒙古自治区教育厅主动公开事项目录（演练 ${new Date().toISOString()}）`;
  const catalogue = await cast.compiler.createsCatalogue('内蒙古自治区教育厅', 'NM-2024', title);
  const scene: Scene = { house, story, cast, catalogue };
  const version = await compiling(scene);
  await deciding(scene, version);
  await looking(scene, version);
  return story.length;
}

async function compiling({ house, story, cast: { compiler }, catalogue }: Scene): Promise<string> {
  const version = await compiler.opensFirstDraft(catalogue);
  const reading = await compiler.imports(version, house, 'annex2.xlsx');
  story.holds('读出两项 · two items were read', reading.items, 2);
  await compiler.confirmsRepairs(reading);
  const rows = await compiler.seesItems(version);
  const [statutory, prudential] = rows.map(({ content }) => content!);
  story.holds('一项法定、一项其他 · one statutory, one other', [statutory?.category, prudential?.category], ['STATUTORY', 'OTHER']);
  story.holds('两部依据，条款与位阶各归其位 · two bases with their clauses and levels', basesOf(statutory!), [
    ['《中华人民共和国义务教育法》', 'LAW', ['第七条', '第八条']],
    ['《教育督导条例》', 'ADMIN_REGULATION', ['第二十三条']],
  ]);
  story.holds(
    '勾选的五种渠道 · the five ticked channels',
    statutory?.channels.map(({ code }) => code),
    ['WEBSITE', 'NEW_MEDIA', 'BROADCAST', 'PRINT', 'READING_POINT'],
  );
  for (const { id } of rows) await compiler.edits(version, id, withCanaries, '在内部字段写入标记词 · marks every internal field');
  await compiler.moves(version, { type: 'submit' }, '提交审查 · submits');
  return version;
}

function basesOf({ bases }: ItemContent) {
  return bases.map(({ title, effectLevel, clauses }) => [title, effectLevel?.code, clauses.map(({ article }) => article)]);
}

function withCanaries({ bases, duty }: ItemContent): Partial<ItemContent> {
  const { title, documentNumber, clause, article, level } = CANARIES;
  const canary = { title, documentNumber, effectLevel: { code: 'OTHER', raw: level }, clauses: [{ article, text: clause }] };
  return { bases: [...bases, canary], duty: `${duty ?? ''}${CANARIES.duty}`, responsibleOffice: OFFICE };
}

async function deciding({ story, cast: { officer, assessor, leader } }: Scene, version: string): Promise<void> {
  for (const { id } of await officer.seesItems(version, 'awaitingReview'))
    await officer.signs(version, id, { type: 'clear' }, '可公开 · may be disclosed');
  const toAssess = await assessor.seesItems(version, 'cleared');
  story.holds('其他公开事项须评估 · the other item needs an assessment', toAssess.length, 1);
  await officer.moves(version, { type: 'concludeConfidentialityReview' }, '审查完毕 · concludes the review');
  for (const { id } of toAssess) await assessor.signs(version, id, { type: 'acceptRisk', level: 'LOW' }, '低风险 · LOW');
  await assessor.moves(version, { type: 'concludeRiskAssessment' }, '评估完毕 · concludes the assessment');
  await leader.moves(version, { type: 'approve' }, '批准并发布 · approves and publishes');
}

async function looking({ house, story, cast: { auditor }, catalogue }: Scene, version: string): Promise<void> {
  const citizen = new Citizen(house.citizen, story);
  const { json, text } = await citizen.reads(catalogue);
  story.holds('两项公开 · both items are public', json.items.length, 2);
  story.holds('责任处室可见 · the office in charge is public in this form', text.includes(OFFICE));
  story.holds(
    '数据不含内部字段 · no internal field in the data',
    INTERNAL_KEYS.filter((key) => text.includes(key)),
    [],
  );
  const page = await citizen.readsPage(catalogue);
  const words = Object.values(CANARIES);
  const everything = `${page.text}\n${await citizen.asksEverything(catalogue, INNER_MONGOLIA, ['督导', '教育'])}`;
  story.holds(
    '任何公开回答都没有标记词 · no public answer holds a marked word',
    words.filter((word) => everything.includes(word)),
    [],
  );
  story.holds(
    '事项类别也不出现 · nor the category',
    CATEGORY_WORDS.filter((word) => everything.includes(word)),
    [],
  );
  const nothing = await citizen.searchPage('不存在的词');
  for (const word of words) {
    story.holds(`搜索“${word}”无结果 · searching finds nothing`, await citizen.finds(word), 0);
    story.holds('搜索网页也不多说一字 · nor does the page say a word more', await citizen.searchPage(word), nothing);
  }
  story.holds('公开的词可以搜到 · public words are found', (await citizen.finds('督导报告')) > 0);
  const audit = await auditor.asks<Audit>(`/api/versions/${version}/audit`, '校验日志并重放 · verifies and replays');
  story.holds('日志完整，重放一致 · intact, and replay agrees', [audit.json.valid, audit.json.replayMatches], [true, true]);
}
