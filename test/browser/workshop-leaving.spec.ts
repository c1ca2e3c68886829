import type { Page } from 'playwright-core';
import { TEST_PASSWORD } from '../factories/people.js';
import { useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** Nobody loses what they typed by leaving, by a crash, or because the session ran out. */
const desk = useDesk();
const BODY = 8;
const cell = (page: Page, row: number, column: number) => page.locator(`[data-r="${row}"][data-c="${column}"]`);
const saved = (page: Page) => page.locator('.status .good').waitFor();

async function opened(): Promise<{ stage: Stage; page: Page }> {
  const stage = await (await Stage.empty(desk.house)).imported();
  const page = await desk.open('compiler', `${stage.path}/workshop`);
  await cell(page, 0, BODY).waitFor();
  return { stage, page };
}

async function typed(page: Page, text: string): Promise<void> {
  await cell(page, 0, BODY).click();
  await page.keyboard.type(text);
}

async function body(stage: Stage): Promise<string> {
  const [first] = await stage.rows();
  return (first!.content.disclosingBodies[0] as { text: string }).text;
}

it('asks before one leaves with unsaved rows, and offers them at the next visit to be thrown away', async () => {
  const { stage, page } = await opened();
  const before = await body(stage);
  await page.route('**/api/versions/*/items/*', (route) => route.abort());
  await typed(page, '离线写的');
  await page.keyboard.press('Enter');
  await page.getByText('未保存（离线）').waitFor();
  const questions: string[] = [];
  page.once('dialog', (dialog) => (questions.push(dialog.message()), void dialog.dismiss()));
  await page.getByRole('link', { name: '经过' }).click();
  await expectSoon(() => questions.length, 1);
  expect(questions[0]).toContain('还有 1 行未保存到服务器');
  expect(new URL(page.url()).pathname).toBe(`${stage.path}/workshop`);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: '经过' }).click();
  await page.waitForURL(/history/);
  await page.goto(`${desk.url}${stage.path}/workshop`);
  await page.getByText('上次离开时有 1 行修改没有保存到服务器。').waitFor();
  await page.getByRole('button', { name: '丢弃' }).click();
  await page.getByText('上次离开时').waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mulu.workshop.')))).toEqual([]);
  expect(await body(stage)).toBe(before);
});

it.each(['in an open cell', 'in the form'])('asks before the tab is closed the moment after something was typed %s', async (place) => {
  const { page } = await opened();
  if (place === 'in an open cell') await typed(page, '甲');
  else {
    await page.route('**/api/versions/*/items/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await cell(page, 0, BODY).click();
    await page.getByRole('button', { name: '填写表单' }).click();
    await page.getByRole('textbox', { name: '时限文字' }).fill('每年3月31日前');
  }
  const asked: string[] = [];
  page.on('dialog', (dialog) => (asked.push(dialog.type()), void dialog.dismiss()));
  await page.close({ runBeforeUnload: true });
  await expectSoon(() => asked[0], 'beforeunload');
  expect(page.isClosed()).toBe(false);
});

it('brings back what stood in an open cell when the connection and the page were lost', async () => {
  const { stage, page } = await opened();
  await page.route('**/api/**', (route) => route.abort());
  await typed(page, '断线时写的');
  await page.waitForFunction(() => Object.entries(localStorage).some(([, text]) => text.includes('断线时写的')));
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(`${desk.url}${stage.path}/workshop`);
  await again.getByRole('button', { name: '恢复' }).click();
  await saved(again);
  await expectSoon(() => body(stage), '断线时写的');
});

it('saves the edit after the password is given again in the dialog', async () => {
  const { stage, page } = await opened();
  await page.request.delete(`${desk.url}/api/session`, { headers: { origin: desk.url } });
  await typed(page, '会话过期前后');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await dialog.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await saved(page);
  expect(await body(stage)).toBe('会话过期前后');
});

async function expectSoon<T>(look: () => T | Promise<T>, wanted: T): Promise<void> {
  for (let left = 30; left > 0 && (await look()) !== wanted; left -= 1) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await look()).toEqual(wanted);
}
