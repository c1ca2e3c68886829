import type { Page } from 'playwright-core';
import { useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** What the desk shows before the server has answered must be taken back when the server says no; nothing typed is lost. */
const desk = useDesk();
const FIRST = '政府信息公开指南';

const underReview = async () => (await (await (await Stage.empty(desk.house)).imported()).completed()).submitted();
const leaf = (page: Page) => page.locator('main h2 .leaf');

async function atFirst(username: string, stage: Stage): Promise<Page> {
  const page = await desk.open(username, `${stage.path}/review`);
  await leaf(page).filter({ hasText: FIRST }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** The desk shows a signature before the server has it: the server is asked until it does. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0 && !(await holds()); left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
}

it('tells the second of two officers on one item who was first, and keeps what they typed', async () => {
  const stage = await underReview();
  const slow = await atFirst('officer2', stage);
  await slow.keyboard.press('r');
  const reason = slow.getByRole('textbox', { name: '理由' });
  await reason.fill('公开时限请写明起算日');
  const [first] = await stage.rows();
  await stage.decided('officer', first!, { type: 'clear' });
  await slow.keyboard.press('Control+Enter');

  const refused = slow.getByRole('alert').filter({ hasText: FIRST });
  await refused.waitFor();
  await refused.getByText('保密审查员甲').waitFor();
  expect((await stage.rows())[0]!.state).toBe('releasable');
  await refused.getByText('填写的内容已保留').waitFor();
  await refused.getByRole('button', { name: '去看这一项' }).click();
  await slow.locator('.mark').filter({ hasText: '可发布' }).first().waitFor();
  const kept = await slow.evaluate<string>('JSON.stringify(Object.entries(localStorage))');
  expect(kept).toContain('公开时限请写明起算日');
});

it('rolls back a signature that could not be sent, and sends it again as the same one', async () => {
  const stage = await underReview();
  const page = await atFirst('officer', stage);
  await page.context().setOffline(true);
  await page.keyboard.press('a');
  await leaf(page).filter({ hasText: '国家制度' }).waitFor();
  const refused = page.getByRole('alert').filter({ hasText: FIRST });
  await refused.waitFor();
  expect((await stage.rows()).every((row) => row.state === 'awaitingReview')).toBe(true);
  await page.getByText('0/28').first().waitFor();

  await page.context().setOffline(false);
  await refused.getByRole('button', { name: '再发一次' }).click();
  await page.getByText('1/28').first().waitFor();
  await eventually(async () => (await stage.rows())[0]!.state === 'releasable');
  await expect(stage.rows()).resolves.toMatchObject([
    { state: 'releasable' },
    ...Array.from({ length: 27 }, () => ({ state: 'awaitingReview' })),
  ]);
});

it("shows the other officer's decisions without moving one's place", async () => {
  const stage = await underReview();
  const page = await atFirst('officer', stage);
  const rows = await stage.rows();
  await stage.decided('officer2', rows[4]!, { type: 'clear' });
  await page.getByText('1/28').first().waitFor({ timeout: 20_000 });
  expect(await leaf(page).textContent()).toContain(FIRST);
});
