import type { Page } from 'playwright-core';
import { keep, seriousFindings, useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** What was public once: it goes only with reasons, and what changes is seen against it. */
const desk = useDesk();
const ELEMENTS = 5;
const TIME = 7;
const cell = (page: Page, row: number, column: number) => page.locator(`[data-r="${row}"][data-c="${column}"]`);
const saved = (page: Page) => page.locator('.status .good').waitFor();

async function revision(): Promise<Stage> {
  const first = await (await Stage.empty(desk.house)).imported();
  await (await first.completed()).submitted();
  await (await (await first.reviewed()).assessed()).published();
  return first.revised();
}

async function at(stage: Stage, query = ''): Promise<Page> {
  const page = await desk.open('compiler', `${stage.path}/workshop${query}`);
  await cell(page, 0, ELEMENTS).waitFor();
  return page;
}

async function item(stage: Stage, index: number) {
  const compiler = await desk.house.as('compiler');
  return (await compiler.get(`/api/versions/${stage.version}/items?limit=100`)).json.items[index];
}

it('removes what was public with a reason and who answers for it now, and takes that back', async () => {
  const stage = await revision();
  const page = await at(stage);
  await cell(page, 0, ELEMENTS).click();
  await page.getByRole('button', { name: '删除行' }).click();
  const dialog = page.getByRole('dialog', { name: '删除 1 行' });
  await dialog.getByLabel('理由').fill('职责已划转');
  await dialog.getByRole('button', { name: '删除行' }).click();
  await dialog.getByText('请填写承接单位或删除依据。').waitFor();
  await dialog.getByLabel('承接单位').fill('市行政审批服务管理局');
  await dialog.getByRole('button', { name: '删除行' }).click();
  await page.getByTitle('拟删除：职责已划转').click();
  const form = page.getByRole('region', { name: '事项表单' });
  await form.getByText('承接单位：市行政审批服务管理局').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await keep(page, 'workshop-removal');
  await form.getByRole('button', { name: '取消删除' }).click();
  await page.getByTitle('拟删除：职责已划转').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '关闭表单' }).click();

  await cell(page, 1, ELEMENTS).click();
  await page.getByRole('button', { name: '删除行' }).click();
  await dialog.getByLabel('理由').fill('不再适用');
  await dialog.getByLabel('删除依据（法律、法规条款）').fill('《条例》第二十条');
  await dialog.getByRole('button', { name: '删除行' }).click();
  await page.getByTitle('拟删除：不再适用').waitFor();
  expect((await item(stage, 1)).removal).toEqual({ reason: '不再适用', legalCitation: '《条例》第二十条' });
  await page.getByRole('button', { name: /撤销.*删除 1 行/ }).click();
  await page.getByText('已撤销：删除 1 行').waitFor();
  expect((await item(stage, 1)).removal).toBeNull();
});

it('lets go without a word what was never public, and brings it back', async () => {
  const stage = await revision();
  const page = await at(stage);
  await page.getByRole('button', { name: '下方插入' }).click();
  await page.getByText('共 29 项').waitFor();
  await page.getByRole('button', { name: '删除行' }).click();
  const dialog = page.getByRole('dialog', { name: '删除 1 行' });
  await dialog.getByText('这些事项从未公开过').waitFor();
  await dialog.getByRole('button', { name: '删除行' }).click();
  await page.getByText('共 28 项').waitFor();
  await page.getByRole('button', { name: /撤销.*删除 1 行/ }).click();
  await page.getByText('共 29 项').waitFor();
});

it('marks what differs from the published text, and shows that text beside the present one', async () => {
  const stage = await revision();
  const page = await at(stage, '?base=published');
  await cell(page, 0, TIME).click();
  await page.keyboard.type('自该信息形成之日起5个工作日内');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.locator('td.changed').waitFor();
  expect(await page.locator('td.changed').count()).toBe(1);
  await cell(page, 0, TIME).click();
  await page.getByRole('button', { name: '填写表单' }).click();
  const field = page.getByRole('group', { name: '公开时限' });
  await field.getByText('已公布：').waitFor();
  expect(await page.getByText('已公布：').count()).toBe(1);
  await keep(page, 'workshop-compare');
  await page.getByRole('region', { name: '事项表单' }).locator('.el-select').first().click();
  await page.getByRole('option', { name: '与最近签署文本比对' }).click();
  await field.getByText('最近签署：').waitFor();
  expect(new URL(page.url()).searchParams.get('base')).toBe('signed');
});
