import type { Locator, Page } from 'playwright-core';

export const TITLE = '长治市教育局主动公开事项目录';

/** Signs in by the form, as everybody does in production. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('header.bar').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor();
}

/** Takes up what waits for one, from the worklist. */
export async function takeUp(page: Page, because: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: '待办' }).click();
  const task = page.getByRole('listitem').filter({ hasText: TITLE }).filter({ hasText: because });
  await task.getByRole('link', { name: '去办理' }).click();
  await page.getByRole('heading', { name: new RegExp(`^${TITLE}`) }).waitFor();
}

/** Opens a list of choices and takes one; what is chosen lies over the field itself and takes the click for it. */
export async function pick(field: Locator, option: string | RegExp): Promise<void> {
  await field.locator('xpath=ancestor::*[contains(@class, "el-select__wrapper")]').click();
  await field.page().getByRole('option', { name: option }).click();
}
