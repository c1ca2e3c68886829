import type { Page } from 'playwright-core';
import { seriousFindings, useDesk } from './harness/index.js';

/** The audit administrator sees what the nightly checks of the whole log came to. */
const desk = useDesk();
const at390 = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
};
const night = (due: string, result: object) =>
  desk.house.people.app.query(
    `with taken as materialized (select mulu.log_check_take('00000000-0000-4000-8000-000000000001', $1) as night)
     select mulu.log_check_end('00000000-0000-4000-8000-000000000001', $1, $2) from taken where night is not null`,
    [due, JSON.stringify(result)],
  );

it('says that there was none, and that this program does not check by itself', async () => {
  const page = await desk.open('auditadmin');
  await page.getByRole('link', { name: '日志核对' }).click();
  await page.getByText('本程序未设为每夜核对。').waitFor();
  await page.getByText('尚未核对过。').waitFor();
});

it('shows each night, and the places where something was found with what to do', async () => {
  const clean = {
    verdict: 'intact',
    keys: 1,
    logs: 12,
    events: 345,
    covered: 340,
    found: 0,
    problems: [],
    checked: { size: 340, frontier: [] },
  };
  await night('2026-11-19', clean);
  await night('2026-11-20', { ...clean, logs: 2, events: 21 });
  const stream = '9ee36861-7e34-4e32-8011-df97c38a2e48';
  const problems = [
    { stream, seq: 7, code: 'chain.hash' },
    { stream: null, seq: null, code: 'tree.short' },
  ];
  await night('2026-11-21', { ...clean, verdict: 'tampered', found: 130, problems, checked: null });
  await desk.house.people.admin.query(`update log_check set ended_at = ended_at - interval '3 days'`);
  const page = await desk.open('auditadmin', '/checks');
  await page.getByText('自', { exact: false }).filter({ hasText: '没有完成过核对' }).waitFor();
  const rows = page.getByRole('row');
  expect(await rows.nth(1).innerText()).toContain('2026年11月21日');
  expect(await rows.nth(1).innerText()).toContain('被改动');
  expect(await rows.nth(2).innerText()).toContain('有变动的日志');
  expect(await rows.nth(3).innerText()).toContain('从头核对');
  await page.getByText('发现 130 处').click();
  await page.getByText('请勿先行修复').waitFor();
  expect(await page.getByRole('list', { name: '发现之处' }).innerText()).toMatch(
    new RegExp(`日志 ${stream}\\s+第 7 条\\s+chain.hash\\s+全部日志的树\\s+tree.short`),
  );
  await page.getByText('只列出前 2 处。').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await at390(page);
});

it('is nobody else’s', async () => {
  const page = await desk.open('auditor', '/checks');
  await page.getByText('没有这个页面').waitFor();
  expect(await page.getByRole('link', { name: '日志核对' }).count()).toBe(0);
});
