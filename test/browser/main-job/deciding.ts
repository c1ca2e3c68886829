import type { Page } from 'playwright-core';
import { PRUDENTIAL } from './compiling.js';

/** Rates the dimensions of both prudential items: a low risk, and a medium one with its measure. */
export async function assess(page: Page): Promise<void> {
  await heading(page, PRUDENTIAL[0]);
  await rate(page, '舆情', 2, 2);
  await page.getByRole('button', { name: /^其余 10 个维度/ }).click();
  await page.getByRole('button', { name: '接受风险，定为低' }).click();
  await heading(page, PRUDENTIAL[1]);
  await rate(page, '社会稳定', 3, 2);
  await page.getByRole('button', { name: /^其余 10 个维度/ }).click();
  await page.getByText('中风险须写明防范措施。').waitFor();
  await page.getByLabel('防范措施').fill('备好答复口径');
  await page.getByRole('button', { name: '接受风险，定为中' }).click();
  await page.getByText('已记录：接受风险。').first().waitFor();
}

const heading = (page: Page, name: string): Promise<void> => page.locator('main h2').filter({ hasText: name }).waitFor();

async function rate(page: Page, dimension: string, likelihood: number, impact: number): Promise<void> {
  for (const [scale, score] of [
    ['可能性', likelihood],
    ['影响程度', impact],
  ] as const) {
    const group = page.getByRole('radiogroup', { name: `${dimension} ${scale}` });
    await group.getByText(String(score), { exact: true }).click();
  }
}

export async function concludeAssessment(page: Page): Promise<void> {
  await page.getByRole('button', { name: '完成风险评估' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完成风险评估' }).click();
  await page.getByText('已完成风险评估。').waitFor();
}

export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: '批准并立即发布' }).click();
  const sure = page.getByRole('dialog', { name: '批准并立即发布' });
  await sure.getByText('公众将看到这一版的 27 项内容').waitFor();
  await sure.getByRole('button', { name: '批准并立即发布' }).click();
  await page.getByText('已批准，目录已发布。').waitFor();
}
