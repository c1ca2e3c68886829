import type { Locator, Page } from 'playwright-core';

/** The item that goes back with a proposed wording, the one that is withheld, and the words of both. */
export const REDACTED = '领导信息';
export const PROPOSED = '各级各部门机关职能、机构设置、内设机构及下属单位设置、办公地址、办公时间、联系方式等';
export const WITHHELD = '工作部门';

const leaf = (page: Page): Locator => page.locator('main h2 .leaf');
const shows = (page: Page, name: string): Promise<void> => leaf(page).filter({ hasText: name }).waitFor();
/** What was decided has arrived: the desk moves on before it has. */
const arrived = (page: Page): Promise<void> => page.getByText(/正在提交/).waitFor({ state: 'detached' });

/** Signs what is shown, by its one key, until the desk shows the item of that name. */
async function signUntil(page: Page, name: string): Promise<void> {
  for (let shown = await leaf(page).innerText(); shown !== name; shown = await leaf(page).innerText()) {
    await page.keyboard.press('a');
    await leaf(page).getByText(shown, { exact: true }).waitFor({ state: 'detached' });
  }
}

/** Reads and signs the first by its button and the next by key; sends one back with a wording; withholds one with its ground. */
export async function reviewFirstItems(page: Page): Promise<void> {
  await shows(page, '政府信息公开指南');
  await page.getByRole('button', { name: /^可公开/ }).click();
  await signUntil(page, REDACTED);
  await page.keyboard.press('d');
  const redaction = page.getByRole('form', { name: '脱敏后公开' });
  await redaction
    .getByRole('checkbox', { name: /公开内容/ })
    .first()
    .check();
  await redaction.getByLabel('建议改为（可不填）').fill(PROPOSED);
  await redaction.getByLabel('理由').fill('负责人信息按任前公示发布');
  await redaction.getByRole('button', { name: '脱敏后公开' }).click();
  await shows(page, WITHHELD);
  await page.getByRole('button', { name: /^不予公开/ }).click();
  const withholding = page.getByRole('form', { name: '不予公开' });
  await withholding.getByLabel('法定情形').selectOption('ART16_INTERNAL');
  await withholding.getByLabel('理由').fill('属内部管理信息');
  await page.keyboard.press('Control+Enter');
  await shows(page, '直属事业单位');
  await arrived(page);
}

/** Signs whatever still waits, the item that came back included. */
export async function signTheRest(page: Page): Promise<void> {
  await leaf(page).waitFor();
  for (let left = await waiting(page); left > 0; left = await waiting(page)) {
    await page.keyboard.press('a');
    await page.getByText(`待我 ${left}`, { exact: true }).waitFor({ state: 'detached' });
    await arrived(page);
  }
}

async function waiting(page: Page): Promise<number> {
  const counter = page.getByText(/^待我 \d+$/);
  return (await counter.count()) === 0 ? 0 : Number((await counter.innerText()).replace(/\D/g, ''));
}

export async function concludeReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: '完成保密审查' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完成保密审查' }).click();
  await page.getByText('已完成保密审查。').waitFor();
}
