import type { Page } from 'playwright-core';
import { TEST_PASSWORD } from '../factories/people.js';
import { useDesk } from './harness/index.js';
import { Stage, TITLE } from './stages.js';

/** What passes between people, and what stays when the session or the line does not. */
const desk = useDesk();
const POLL_MS = 15_000;

const underReview = async () => (await (await (await Stage.empty(desk.house)).imported()).completed()).submitted();

/** Somebody's worklist that stands open; its clock is ours. */
async function worklistOf(username: string): Promise<Page> {
  const page = await desk.open(username, '/catalogues');
  await page.clock.install();
  await page.goto(`${desk.url}/`);
  await page.getByRole('heading', { name: '轮到您办理' }).waitFor();
  return page;
}

const task = (page: Page, version: string) => page.getByRole('listitem').filter({ has: page.locator(`a.go[href*="${version}"]`) });

/** Comes to the page as new when it next looks. */
async function arrives(page: Page, version: string): Promise<void> {
  expect(await task(page, version).count()).toBe(0);
  await page.clock.runFor(POLL_MS);
  await task(page, version).getByText('新', { exact: true }).waitFor();
  await page.getByLabel(/件新移交的事/).waitFor();
}

it("shows each hand-over on the next person's page as new, and to the one before who holds it now", async () => {
  const stage = await (await (await Stage.empty(desk.house)).imported()).completed();
  const compiler = await worklistOf('compiler');
  const [officer, assessor, leader] = [await worklistOf('officer'), await worklistOf('assessor'), await worklistOf('leader')];
  const heldBy = (words: string) =>
    compiler.getByRole('region', { name: '等待他人办理' }).getByRole('listitem').filter({ hasText: TITLE }).getByText(words).waitFor();

  await task(compiler, stage.version).waitFor();
  await stage.submitted();
  await arrives(officer, stage.version);
  await compiler.clock.runFor(POLL_MS);
  await task(compiler, stage.version).waitFor({ state: 'detached' });
  await heldBy('保密审查员甲');

  await stage.reviewed();
  await arrives(assessor, stage.version);
  await officer.clock.runFor(POLL_MS);
  await task(officer, stage.version).waitFor({ state: 'detached' });
  await compiler.clock.runFor(POLL_MS);
  await heldBy('风险评估员');

  await stage.assessed();
  await arrives(leader, stage.version);
  await compiler.clock.runFor(POLL_MS);
  await heldBy('部门负责人');
});

it('knows a task the next time that was looked at', async () => {
  const stage = await underReview();
  const page = await worklistOf('officer2');
  await task(page, stage.version).getByText('新', { exact: true }).waitFor();
  await page.getByRole('link', { name: '目录', exact: true }).click();
  await page.getByRole('link', { name: '待办' }).click();
  await task(page, stage.version).waitFor();
  expect(await task(page, stage.version).getByText('新', { exact: true }).count()).toBe(0);
});

/** Ends the session of a page elsewhere, as its running out would. */
async function endSession(page: Page): Promise<void> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${desk.url}/api/session`, { method: 'DELETE', headers: { cookie } });
  expect(answer.status).toBe(204);
}

async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await dialog.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

it('loses nothing when the session ends while a reason is typed on the review desk', async () => {
  const stage = await underReview();
  const page = await desk.open('officer2', `${stage.path}/review`);
  await page.locator('main h2 .leaf').filter({ hasText: '政府信息公开指南' }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('公开时限请写明');
  await endSession(page);
  await page.keyboard.type('起算日');
  await page.keyboard.press('Control+Enter');
  await signInAgain(page);
  await page.locator('main h2 .leaf').filter({ hasText: '国家制度' }).waitFor();
  await page.getByText(/正在提交/).waitFor({ state: 'detached' });
  expect((await stage.rows())[0]).toMatchObject({ state: 'returned' });
  await page.keyboard.press('k');
  await page.getByText('公开时限请写明起算日').waitFor();
});

it('loses nothing when the session ends while a leader types why the whole goes back', async () => {
  const stage = await (await (await underReview()).reviewed()).assessed();
  const page = await desk.open('leader', `${stage.path}/approval`);
  await page.getByRole('button', { name: '退回' }).click();
  const dialog = page.getByRole('dialog', { name: '退回编制' });
  await endSession(page);
  await dialog.getByLabel('理由').fill('公开渠道请补充政务服务中心');
  await dialog.getByRole('button', { name: '确定' }).click();
  await signInAgain(page);
  await page.getByText('已退回编制。').waitFor();
  expect(await stage.state()).toBe('draft');
});

it('says at once that the line is down, keeps what is typed, and says when it is back', async () => {
  const stage = await underReview();
  const page = await desk.open('officer', `${stage.path}/review`);
  await page.locator('main h2 .leaf').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('写到一半');
  await page.context().setOffline(true);
  const bar = page.getByRole('alert').filter({ hasText: '网络已断开' });
  await bar.waitFor();
  expect(await page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('写到一半');
  await page.context().setOffline(false);
  await bar.waitFor({ state: 'detached' });
  await page.getByText('网络已恢复。').waitFor();
});
