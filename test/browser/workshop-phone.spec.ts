import { keep, seriousFindings, useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** A compiler on the way with a telephone: one item can be opened, corrected and saved. */
const desk = useDesk();

it('opens, edits and saves an item at 390 px; the table scrolls in its frame only', async () => {
  const stage = await (await Stage.empty(desk.house)).imported();
  const page = await desk.open('compiler', `${stage.path}/workshop`, { width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.locator('[data-r="1"][data-c="2"]').click();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '填写表单' }).click();
  await page.getByRole('textbox', { name: '时限文字' }).fill('实时更新');
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await keep(page, 'workshop-phone');
  await page.getByRole('button', { name: '关闭表单' }).click();
  await page.locator('.status .good').waitFor();
  const row = (await stage.rows())[1]!.content as unknown as { timeLimit: { text: string } };
  expect(row.timeLimit.text).toBe('实时更新');
});
