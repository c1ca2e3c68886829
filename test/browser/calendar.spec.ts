import { seriousFindings, useDesk } from './harness/index.js';

/** The working days: a year is entered out of the notice, and what was provisional is firm. */
const desk = useDesk();

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
　　一、元旦：1月1日（周五）至3日（周日）放假，共3天。
　　二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
国务院办公厅
2026年11月10日`;
const WAY = '/calendar?year=2027&from=2026-12-30&days=2';

it('makes a provisional deadline firm once the year is entered', async () => {
  const leader = await desk.open('leader', WAY);
  await leader.getByText('2027年的放假安排尚未录入', { exact: true }).waitFor();
  await leader.getByText('2027年1月1日 周五').first().waitFor();
  await leader.getByText('暂定', { exact: true }).waitFor();
  expect(await leader.getByRole('button', { name: '录入这一年' }).count()).toBe(0);

  const page = await desk.open('sysadmin', WAY);
  await page.getByRole('button', { name: '录入这一年' }).click();
  const text = page.getByLabel('放假和调休');
  await text.fill(NOTICE.replace('（周五）至3日', '（周四）至3日'));
  await page.getByText('所写的星期与该年不符').waitFor();
  expect(await page.getByRole('button', { name: '启用' }).isDisabled()).toBe(true);
  await text.fill(NOTICE);
  await page.getByText('放假 10 天，调休上班 2 天').waitFor();
  await page.getByLabel('点日期时用的节日名称').fill('清明节');
  await page.getByRole('button', { name: '2027年4月5日：未标记' }).press('Enter');
  await page.getByText('放假 11 天，调休上班 2 天').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.reload(); // what was typed is still there
  await page.getByRole('button', { name: '录入这一年' }).click();
  await page.getByText('放假 11 天，调休上班 2 天').waitFor();
  await page.getByRole('button', { name: '启用' }).click();
  await page.getByText('请写明依据').waitFor();
  await page.getByLabel('依据（通知的名称和文号）').fill('国务院办公厅关于2027年部分节假日安排的通知');
  await page.getByRole('button', { name: '启用' }).click();
  await page.getByText('2027年的日历已启用').waitFor();

  await leader.reload();
  await leader.getByText('2027年1月4日 周一').first().waitFor();
  await leader.getByText('录入，第 1 版').waitFor();
  expect(await leader.getByText('暂定', { exact: true }).count()).toBe(0);
  expect(await leader.getByRole('table').filter({ hasText: '1月' }).first().getByText('元旦放假').count()).toBe(3);
  await leader.setViewportSize({ width: 390, height: 844 });
  expect(await leader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await seriousFindings(leader)).toEqual([]);
});
