import { join } from 'node:path';
import { keep, seriousFindings, useDesk } from './harness/index.js';
import { FIXTURES, Stage } from './stages.js';

/** From the list of catalogues to rows of a draft: a messy file is understood, mended by keyboard, and added. */
const desk = useDesk();

it('makes a catalogue and leads to the import of its file', async () => {
  const page = await desk.open('compiler', '/catalogues');
  await page.getByRole('button', { name: '新建目录' }).first().click();
  await page.getByRole('combobox', { name: '为哪个单位编制？' }).click();
  await page.getByRole('option', { name: '长治市教育局' }).click();
  await page.getByRole('radio', { name: /山西省长治市/ }).check();
  expect(await page.getByLabel('目录名称').inputValue()).toBe('长治市教育局主动公开事项目录');
  await page.getByRole('button', { name: '建立并导入文件' }).click();
  await page.waitForURL('**/versions/*/import');
  await page.getByRole('heading', { name: '把现有的目录文件拖到这里' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('shows what was understood beside the original, and takes the repairs one by one by keyboard', async () => {
  const draft = await Stage.empty(desk.house);
  const page = await desk.open('compiler', `${draft.path}/import`);
  await page.setInputFiles('input[type=file]', join(FIXTURES, 'changzhi.xlsx'));
  await page.getByRole('heading', { name: '从“changzhi.xlsx”读到 28 项' }).waitFor();
  const sheets = page.locator('.sheet');
  const heights = await Promise.all([0, 1].map(async (side) => (await sheets.nth(side).boundingBox())?.height));
  expect(heights[0]).toBe(heights[1]);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await sheets.nth(0).locator('td.lit').filter({ hasText: '国务院办公厅' }).waitFor();
  await keep(page, 'import');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /第 18 行 G 列/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press(' ');
  await page.getByText('修复：采用 1，不采用 0，待确认 3').waitFor();
  await page.reload();
  await page.getByText('修复：采用 1，不采用 0，待确认 3').waitFor();
  await page.getByRole('button', { name: '全部采用（4）' }).click();
  await page.getByRole('button', { name: '加入 28 项' }).click();
  await page.getByRole('heading', { name: /28 项已加入第 1 版/ }).waitFor();
  await page.getByText('4 处修复已采用').waitFor();
  await page.getByRole('link', { name: '到编制页处理有问题的事项' }).click();
  await page.waitForURL('**/workshop?issues=1');
});

it('says of a useless file why, and what to do', async () => {
  const draft = await Stage.empty(desk.house);
  const page = await desk.open('compiler', `${draft.path}/import`);
  await page.setInputFiles('input[type=file]', {
    name: '目录.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('no workbook'),
  });
  await page.getByRole('alert').filter({ hasText: '文件内容与扩展名不符' }).waitFor();
  await page.getByRole('button', { name: '换一个文件' }).waitFor();
});
