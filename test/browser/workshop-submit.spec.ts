import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** The way to the review: what is in the way leads to the very field, and then the catalogue goes. */
const desk = useDesk();

async function spoiled(stage: Stage, index: number, content: object): Promise<void> {
  const row = (await stage.rows())[index]!;
  const compiler = await desk.house.as('compiler');
  await must(compiler.patch(`/api/versions/${stage.version}/items/${row.id}`, { content, contentHash: row.contentHash }));
}

const focusedIn = (page: Page, field: string) =>
  page.waitForFunction((name) => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') === name, field);

async function followed(page: Page, message: RegExp): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: '送审' }).click();
  await page
    .getByRole('dialog', { name: '送审前核对' })
    .getByRole('listitem')
    .filter({ hasText: message })
    .getByRole('link')
    .first()
    .click();
}

it('leads from each requirement to its field, and submits when all are met', async () => {
  const stage = await (await (await Stage.empty(desk.house)).imported()).completed();
  await spoiled(stage, 0, { disclosingBodies: [] });
  await spoiled(stage, 1, { timeLimit: { text: '尽快公开' } });
  await spoiled(stage, 2, { elements: ['联系人手机13912345678'] });
  await spoiled(stage, 3, { category: null });
  const page = await desk.open('compiler', `${stage.path}/workshop`);
  await page.locator('[data-r="0"]').first().waitFor();

  await followed(page, /必填要素/);
  await focusedIn(page, 'disclosingBodies');
  await page.keyboard.type('市教育局');
  await followed(page, /公开时限/);
  await focusedIn(page, 'timeLimit');
  await page.getByRole('textbox', { name: '时限文字' }).fill('实时更新');
  await followed(page, /类别/);
  await focusedIn(page, 'category');
  await page.getByRole('button', { name: '关闭表单' }).click();
  await spoiled(stage, 3, { category: 'STATUTORY' });
  await followed(page, /个人信息/);
  await page.waitForFunction(() => document.activeElement?.closest('.hint.personalData'));
  await page.getByRole('button', { name: '说明理由，不修改' }).click();
  await page.getByRole('textbox', { name: /理由/ }).fill('对外公布的值班电话');
  await page.keyboard.press('Enter');
  await page.getByText('已说明').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('toolbar').getByRole('button', { name: '送审' }).click();
  const dialog = page.getByRole('dialog', { name: '送审前核对' });
  await dialog.getByText('全部 28 项已具备送审条件').waitFor();
  await dialog.getByRole('button', { name: '送审' }).click();
  await page.getByText('已送审，现由保密审查员审查。').waitFor();
  expect(await stage.state()).toBe('confidentialityReview');
  await page.getByText('表格只读').waitFor();
});
