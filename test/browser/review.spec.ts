import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** The review desk: what an officer sees of an item, and what each key does. */
const desk = useDesk();
const CONTACT = '联系人：代冬冬，联系电话：0475-8837062';

const CONTENT = {
  path: ['教育督导', '督导报告'],
  elements: ['评估结果', CONTACT],
  bases: [
    {
      title: '《教育督导条例》',
      effectLevel: { code: 'ADMIN_REGULATION', raw: '行政法规' },
      clauses: [{ article: '第二十三条', text: '向社会公布。' }],
    },
  ],
  timeLimit: { text: '自该信息形成或者变更之日起20个工作日内' },
  disclosingBodies: [{ text: '县教育局' }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }],
  audience: { kind: 'PUBLIC' },
  method: 'PROACTIVE',
  responsibleOffice: '督导室',
  duty: '对义务教育实施情况进行监测',
};

/** Two rows under a profile that asks hazard questions; the first names a contact, which the compiler has answered for. */
async function withQuestions(): Promise<Stage> {
  const stage = await Stage.empty(desk.house, '通辽样式目录', 'NM-TL-2021', '内蒙古自治区教育厅');
  const compiler = await desk.house.as('compiler');
  const items = `/api/versions/${stage.version}/items`;
  await must(compiler.post(items, { number: '1', content: CONTENT }), 201);
  await must(compiler.post(items, { number: '2', content: { ...CONTENT, path: ['教育督导', '督导计划'], elements: ['年度计划'] } }), 201);
  const [first] = await stage.rows();
  const { json } = await compiler.get(`${items}/${first!.id}`);
  for (const hint of json.hints.filter((one: { kind: string }) => one.kind === 'personalData')) {
    await must(compiler.post(`${items}/${first!.id}/hints/${encodeURIComponent(hint.id)}/dismissal`, { reason: '对外公布的电话' }));
  }
  return stage.submitted();
}

async function review(stage: Stage, username = 'officer', query = ''): Promise<Page> {
  const page = await desk.open(username, `${stage.path}/review${query}`);
  await page.locator('.fields').waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

const leaf = (page: Page) => page.locator('main h2 .leaf');
/** What was decided has arrived: the desk moves on before it has. */
const arrived = (page: Page) => page.getByText(/正在提交/).waitFor({ state: 'detached' });

it('answers hits one by one, then the questions with one explicit key, then signs', async () => {
  const stage = await withQuestions();
  const page = await review(stage);
  await page.keyboard.press('a');
  await page.getByText('有个人信息提示尚未由保密审查员逐条处理').first().waitFor();
  await page.keyboard.type('对外公布的办公电话');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('审查员已说明').nth(1).waitFor();

  await page.keyboard.press('a');
  const questions = page.getByRole('radiogroup');
  await questions.first().waitFor();
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.keyboard.press('Control+Enter');
  await page.getByText('还须填写：审查要点').waitFor();
  await page.keyboard.press('0');
  expect(await page.getByRole('radio', { name: '否', checked: true }).count()).toBe(await questions.count());
  await page.keyboard.press('Enter');
  await leaf(page).filter({ hasText: '督导计划' }).waitFor();
  await arrived(page);
  expect((await stage.rows()).map((row) => row.state)).toEqual(['releasable', 'awaitingReview']);
});

it('types in a field what would be keys elsewhere, and can switch the keys off', async () => {
  const stage = await withQuestions();
  const page = await review(stage);
  await page.keyboard.press('r');
  await page.keyboard.type('jkadn');
  expect(await page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('jkadn');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByLabel('启用单键快捷键').uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('j');
  expect(await leaf(page).textContent()).toContain('督导报告');
  expect((await stage.rows()).every((row) => row.state === 'awaitingReview')).toBe(true);
});

it('proposes a masked wording with what is to be redacted', async () => {
  const stage = await withQuestions();
  const page = await review(stage);
  await page.keyboard.press('d');
  await page.getByRole('checkbox', { name: /公开内容（要素） 第 2 条/ }).check();
  await page.getByRole('button', { name: /遮盖为/ }).click();
  await page.getByRole('textbox', { name: '理由' }).fill('个人信息');
  await page.keyboard.press('Control+Enter');
  await leaf(page).filter({ hasText: '督导计划' }).waitFor();
  await arrived(page);
  const [first] = await stage.rows();
  const { json } = await (await desk.house.as('compiler')).get(`/api/versions/${stage.version}/items/${first!.id}`);
  expect(json).toMatchObject({ state: 'returned', proposal: { patch: { elements: ['评估结果', expect.stringContaining('代**')] } } });
});

it('marks what differs from the text last published, in words for those who listen too', async () => {
  const first = await (
    await (await (await (await (await Stage.empty(desk.house)).imported()).completed()).submitted()).reviewed()
  ).assessed();
  await first.published();
  const compiler = await desk.house.as('compiler');
  const { etag } = await compiler.get(`/api/versions/${first.version}`);
  const { json } = await must(compiler.post(`/api/versions/${first.version}/events`, { type: 'revise' }, { ifMatch: etag! }));
  const items = `/api/versions/${json.id}/items`;
  const [row] = (await compiler.get(items)).json.items;
  await must(compiler.patch(`${items}/${row.id}`, { content: { timeLimit: { text: '实时更新' } }, contentHash: row.contentHash }));
  const page = await desk.open('officer', `/versions/${json.id}/review?only=changed`);
  await page.locator('.fields').waitFor();
  await page.locator('ins').filter({ hasText: '新增：实时更新' }).waitFor();
  await page.locator('del').filter({ hasText: '20个工作日内' }).waitFor();
  await page.getByRole('button', { name: '不对照' }).click();
  await page.locator('ins').waitFor({ state: 'detached' });
  await page.waitForURL(/base=none/);
});

it('leads from what is in the way of concluding to the item, and has no decisions for those who only look', async () => {
  const stage = await withQuestions();
  const page = await review(stage);
  await page.getByRole('button', { name: '为什么还不能完成？' }).click();
  await page
    .getByRole('link', { name: /督导计划/ })
    .last()
    .click();
  await leaf(page).filter({ hasText: '督导计划' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  const looking = await review(stage, 'compiler');
  await looking.getByText('没有审查职责').waitFor();
  expect(await looking.getByRole('button', { name: /可公开/ }).count()).toBe(0);
});

it('has no serious accessibility finding with hints and a form open, on a phone neither', async () => {
  const stage = await withQuestions();
  const page = await review(stage);
  await page.keyboard.press('w');
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: /事项列表/ }).click();
  expect(await seriousFindings(page)).toEqual([]);
});
