import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { FIXTURES } from '../stages.js';
import { pick } from './people.js';

/** Makes the catalogue and stands before the import of its file. */
export async function makeCatalogue(page: Page): Promise<void> {
  await page.getByRole('link', { name: '目录', exact: true }).click();
  await page.getByRole('button', { name: '新建目录' }).first().click();
  await page.getByRole('combobox', { name: '为哪个单位编制？' }).click();
  await page.getByRole('option', { name: '长治市教育局' }).click();
  await page.getByRole('radio', { name: /山西省长治市/ }).check();
  await page.getByRole('button', { name: '建立并导入文件' }).click();
  await page.getByRole('heading', { name: '把现有的目录文件拖到这里' }).waitFor();
}

/** Reads the real file, looks at what was found, takes the repairs. */
export async function importFile(page: Page): Promise<void> {
  await page.setInputFiles('input[type=file]', join(FIXTURES, 'changzhi.xlsx'));
  await page.getByRole('heading', { name: '从“changzhi.xlsx”读到 28 项' }).waitFor();
}

export async function confirmRepairs(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^全部采用/ }).click();
  await page.getByRole('button', { name: '加入 28 项' }).click();
  await page.getByRole('heading', { name: '28 项已加入第 1 版' }).waitFor();
}

/** Columns of the table of this form, the number being 0. */
const ELEMENTS = 5;
const BASES = 6;
const BODY = 8;
const CATEGORY = 13;
/** Items that are not statutory: they need an assessment. */
export const PRUDENTIAL = ['社会救助和社会福利领域', '教育领域'] as const;

const saved = (page: Page): Promise<void> => page.locator('.status .good').waitFor();

/** The cell of the first row that holds these words. */
function cell(page: Page, words: string, column: number): Locator {
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: words }).first();
  return row.locator(`[data-c="${column}"]`);
}

/** All are statutory at first: one change for every row. */
export async function fillCategories(page: Page): Promise<void> {
  await page.getByRole('link', { name: '到编制页处理有问题的事项' }).click();
  await cell(page, '政府信息公开指南', CATEGORY).click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: '批量修改' }).click();
  const dialog = page.getByRole('dialog');
  await pick(dialog.getByRole('combobox', { name: '修改哪一栏' }), /事项类别/);
  await pick(dialog.getByRole('combobox', { name: '改为' }), '法定公开事项');
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await saved(page);
}

/** What `送审` says is still missing; the dialog is closed again. */
export async function lookAtWhatBlocks(page: Page): Promise<string> {
  await page.getByRole('button', { name: '送审', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '送审前核对' });
  await dialog.getByRole('heading').first().waitFor();
  const words = await dialog.innerText();
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return words;
}

/**
 * Three rows lack their basis: copied from the row below into all three. One lacks its body: typed into the cell. Two are prudential: said
 * in their forms.
 */
export async function fillTheRest(page: Page): Promise<void> {
  await cell(page, '领导信息', BASES).click();
  await page.keyboard.press('Control+c');
  await cell(page, '国家制度', BASES).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: /撤销.*粘贴/ }).waitFor();
  await cell(page, '计划规划', BODY).click();
  await page.keyboard.type('市教育局');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.getByRole('button', { name: '清除筛选' }).click();
  for (const words of PRUDENTIAL) await makePrudential(page, words);
}

async function makePrudential(page: Page, words: string): Promise<void> {
  await cell(page, words, CATEGORY).click();
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: '事项表单' });
  await form.getByText('其他公开事项', { exact: true }).click();
  await saved(page);
  await form.getByRole('button', { name: '关闭表单' }).click();
  await form.waitFor({ state: 'hidden' });
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '送审前核对' });
  await dialog.getByText('全部 28 项已具备送审条件').waitFor();
  await dialog.getByRole('button', { name: '送审' }).click();
  await page.getByText('已送审，现由保密审查员审查。').waitFor();
}

/** Takes the officer's wording over and sends the item back to review. */
export async function takeProposalOver(page: Page): Promise<void> {
  const form = page.getByRole('region', { name: '事项表单' });
  await form.getByRole('button', { name: /^采用建议/ }).click();
  await saved(page);
  await form.getByRole('button', { name: '改毕再审' }).click();
  await page.getByText('已提交再审。').waitFor();
}

/** Opens the next version from the catalogue. */
export async function revise(page: Page): Promise<void> {
  await page.getByRole('link', { name: '目录', exact: true }).click();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('button', { name: '修订' }).click();
  await page.waitForURL('**/workshop');
}

/** A few more words for one row. */
export async function changeOne(page: Page, words: string, more: string): Promise<void> {
  await cell(page, words, ELEMENTS).click();
  await page.keyboard.press('F2');
  await page.keyboard.type(more);
  await page.keyboard.press('Enter');
  await saved(page);
}
