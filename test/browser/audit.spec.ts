import type { Page } from 'playwright-core';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';

/** What an auditor asks of all logs, and what an audit administrator sees of it. */
const desk = useDesk();

const sound = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
};

/** Every number on the page is as long as the list that it leads to. How many there were. */
async function everyNumberLeads(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const links = await page
    .locator('main a[href^="/audit/"]')
    .evaluateAll((all) =>
      all.map((link) => ({ href: link.getAttribute('href')!, said: link.textContent!.trim() })).filter(({ said }) => /^\d+$/.test(said)),
    );
  for (const { href, said } of links) {
    const list = await (await page.request.get(`${desk.url}/api${href}&limit=200`)).json();
    expect({ href, said, nextCursor: list.nextCursor }).toEqual({ href, said: String(list.items.length), nextCursor: null });
  }
  return links.length;
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '审计内容' }).getByRole('link', { name, exact: true }).click();

beforeAll(async () => {
  const names = ['招生入学', '内部会议纪要', '校园安防布点图'];
  const version = await (
    await TestVersion.draft(
      desk.house,
      names.map((name) => anItemContent(name)),
    )
  ).submitted();
  await must(version.decide('officer', { type: 'clear' }, 0));
  await must(version.decide('officer2', { type: 'reopen', reason: '漏看了一处依据' }, 0));
  await must(version.decide('officer2', { type: 'clear' }, 0));
  await must(version.decide('officer', { type: 'withhold', reason: '内部会议', ground: 'ART16_INTERNAL' }, 1));
  await must(version.decide('officer', { type: 'refer', reason: '拿不准' }, 2));
  await must(version.decide('officer', { type: 'determine', outcome: 'withhold', documentNumber: '保复〔2026〕1号' }, 2));
  await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(version.move('leader', { type: 'approve' }));
}, 120_000);

it('asks who decided what, narrows it, and goes back to the moment', async () => {
  const page = await desk.open('auditor', '/');
  await page.getByRole('link', { name: '审计', exact: true }).click();
  await page.getByRole('heading', { name: '谁作了什么决定' }).waitFor();
  await page.getByText('共 7 条').waitFor();
  expect(await everyNumberLeads(page)).toBeGreaterThan(6);
  await sound(page);

  await page.getByLabel('办理人或被代理人').fill('审查员乙');
  await page.getByText('共 1 条').waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByText('共 7 条').waitFor();
  await page.getByRole('link', { name: '合计，后来失效：1 条，查看名单' }).click();
  await page.getByText('共 1 条').waitFor();
  await page.getByText('已失效：重新审查').waitFor();
  expect(new URL(page.url()).searchParams.get('standing')).toBe('voided');
  await page.reload();
  await page.getByText('共 1 条').waitFor();
  await page.getByRole('link', { name: /^回放，/ }).click();
  await page.locator('#replay-event').filter({ hasText: '可公开' }).waitFor();
});

it('counts withheld items by ground and the share that is not public, each number with its list', async () => {
  const page = await desk.open('auditor', '/audit/withheld');
  await page.getByText('共 2 条').waitFor();
  expect(await everyNumberLeads(page)).toBe(3);
  await sound(page);
  await page.getByRole('link', { name: '条例第十六条：内部事务信息：1 项，查看名单' }).click();
  await page.getByText('共 1 条').waitFor();
  await page.getByText('内部会议纪要').waitFor();

  await tab(page, '非公开比例');
  await page.getByText('66.7%').first().waitFor();
  expect(await everyNumberLeads(page)).toBe(8);
  await sound(page);
  await page.getByRole('link', { name: '长治市教育局，非公开：2 项，查看名单' }).click();
  await page.getByText('共 2 项').waitFor();
  await page.getByText('校园安防布点图').waitFor();
  await sound(page);
});

it('tells how long decisions took in the order of names, and says that it judges nobody', async () => {
  const page = await desk.open('auditor', '/audit/pace');
  await page.getByText('系统不据此给任何人打分、排名或标记').waitFor();
  const names = () => page.locator('tbody th').allInnerTexts();
  await page.getByRole('link', { name: /^保密审查员甲，保密审查员：5 次签署/ }).waitFor();
  expect((await names()).map((name) => name.split(/\s/)[0])).toEqual(['保密审查员乙', '保密审查员甲', '部门负责人']);
  expect(await everyNumberLeads(page)).toBeGreaterThanOrEqual(3);
  // Not by a colour, a mark or an order either: every row looks like the others.
  const looks = await page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children]
          .map((cell) => `${getComputedStyle(cell).color} ${getComputedStyle(cell).backgroundColor} ${cell.className}`)
          .join(),
      ),
    );
  expect(new Set(looks).size).toBe(1);
  await sound(page);
  await page.getByLabel('用时很短指不超过').selectOption('60 秒');
  await page.getByRole('link', { name: /用时不超过 60 秒：5 次签署/ }).click();
  await page.getByText('共 5 条').waitFor();
  await page.getByText('最长用时').first().waitFor();
});

it('shows an audit administrator who looked, and nobody else', async () => {
  await (await desk.open('auditor', '/audit/pace')).getByText('系统不据此给任何人').waitFor();
  const page = await desk.open('auditadmin', '/');
  await page.getByRole('link', { name: '审计', exact: true }).click();
  await tab(page, '查阅记录');
  await page.getByRole('heading', { name: '谁查阅了日志' }).waitFor();
  await page
    .getByRole('row', { name: /审计员.*审计查询.*签署用时 · \d{4}年1月1日 至/ })
    .first()
    .waitFor();
  await sound(page);
  await page.getByLabel('查阅内容').selectOption('下载签署档案');
  await page.getByText('所选期间内没有符合条件的记录').waitFor();

  const officer = await desk.open('officer', '/');
  await officer.getByRole('link', { name: '目录', exact: true }).waitFor();
  expect(await officer.getByRole('link', { name: '审计', exact: true }).count()).toBe(0);
  await officer.goto(`${desk.url}/audit/decisions`);
  await officer.getByText('没有这个页面').waitFor();
  await officer.goto(`${desk.url}/audit/reads`);
  await officer.getByText('没有这个页面').waitFor();
});
