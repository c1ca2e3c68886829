import type { Page } from 'playwright-core';
import { TEST_PASSWORD } from '../factories/people.js';
import { useDesk } from './harness/index.js';
import * as compiling from './main-job/compiling.js';
import * as deciding from './main-job/deciding.js';
import { signIn, signOut, takeUp, TITLE } from './main-job/people.js';
import * as reviewing from './main-job/reviewing.js';

/**
 * The main job on the real file, by clicking and typing alone: what a person does goes through no other way than theirs. The steps share one
 * catalogue and follow each other.
 */
const desk = useDesk();

/** What never leaves the house: names and codes of internal columns, roles, and the words that people wrote to each other. */
const INTERNAL = ['事项类别', '法定公开事项', '其他公开事项', 'STATUTORY', '属内部管理信息', '备好答复口径', '编制人', '审查员'];

/** A browser in which somebody has just signed in by the form. */
async function as(username: string): Promise<Page> {
  const page = await desk.open(null, '/sign-in');
  await signIn(page, username, TEST_PASSWORD);
  return page;
}

async function publicPage(): Promise<Page> {
  const page = await desk.open(null, '/open', { scripts: false });
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  return page;
}

it('makes a catalogue, mends the file and fills in what it lacks, until it may be submitted', async () => {
  const page = await as('compiler');
  await compiling.makeCatalogue(page);
  await compiling.importFile(page);
  await page.getByRole('button', { name: '需确认的修复 4' }).click();
  await page.getByText('本行自“公开内容”起整体右移了一列').first().waitFor();
  await compiling.confirmRepairs(page);
  await compiling.fillCategories(page);
  const blocking = await compiling.lookAtWhatBlocks(page);
  expect(blocking).toContain('计划规划');
  expect(blocking).toContain('市级制度');
  expect(blocking).not.toContain('机构职能');
  await compiling.fillTheRest(page);
  await compiling.submit(page);
  await signOut(page);
});

it('is reviewed item by item: signed, sent back with a wording, withheld', async () => {
  const page = await as('officer');
  await takeUp(page, '28 项');
  await reviewing.reviewFirstItems(page);
  await page.getByText('已办 5/28').waitFor();
});

it('comes back to the compiler, who takes the wording over', async () => {
  const page = await as('compiler');
  await takeUp(page, '1 项');
  await compiling.takeProposalOver(page);
});

it('is signed to the end and concluded', async () => {
  const page = await as('officer');
  await takeUp(page, '23 项');
  await reviewing.signTheRest(page);
  await page.getByText('已办 28/28').waitFor();
  await reviewing.concludeReview(page);
});

it('is assessed where it is prudential', async () => {
  const page = await as('assessor');
  await takeUp(page, '2 项');
  await deciding.assess(page);
  await deciding.concludeAssessment(page);
});

it('is approved by a leader who sees what is new, what is not public, and who vouched for each', async () => {
  const page = await as('leader');
  await takeUp(page, '审批');
  const withheld = page.getByRole('region', { name: /^不予公开/ });
  await withheld.getByText(reviewing.WITHHELD).waitFor();
  await withheld.getByText('属内部管理信息').waitFor();
  const vouchers = page.getByRole('region', { name: '每一项由谁负责' }).getByRole('row');
  expect(await vouchers.filter({ hasText: '保密审查员甲' }).count()).toBe(28);
  await vouchers.filter({ hasText: '教育领域' }).getByText('中', { exact: true }).waitFor();
  await deciding.approve(page);
});

it('is read by a citizen without JavaScript, and nothing internal with it', async () => {
  const page = await publicPage();
  for (const column of ['公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体'])
    await page.getByRole('columnheader', { name: column }).waitFor();
  await page.getByText(reviewing.PROPOSED).waitFor();
  const html = await page.content();
  expect(INTERNAL.filter((words) => html.includes(words))).toEqual([]);
  expect(await page.getByText(reviewing.WITHHELD, { exact: true }).count()).toBe(0);
  expect(await page.getByRole('row').count()).toBe(1 + 27);
});

it('is revised in one item, while the signatures on the others stand, and the public still reads the first version', async () => {
  const page = await as('compiler');
  await compiling.revise(page);
  await compiling.changeOne(page, '政府信息公开指南', '，以及申请方式');
  await compiling.submit(page);
  await page.getByRole('link', { name: '概况' }).click();
  await page.getByText('已办 27 项，共 28 项').waitFor();
  expect(await (await publicPage()).content()).not.toContain('以及申请方式');
});

it('tells afterwards who did what, in the first version and in the second', async () => {
  const page = await as('auditor');
  await page.getByRole('link', { name: '目录', exact: true }).click();
  await page.getByRole('link', { name: TITLE }).click();
  const versions = page.getByRole('table', { name: '各版本' });
  await versions.getByRole('row').filter({ hasText: '第 1 版' }).getByRole('link', { name: '经过' }).click();
  const told = await wholeHistory(page);
  for (const event of [
    '确认导入',
    '送审',
    '可公开',
    '脱敏后公开',
    '不予公开',
    '改毕再审',
    '完成保密审查',
    '接受风险',
    '完成风险评估',
    '批准发布',
  ])
    expect(told).toContain(event);
  await page.getByRole('link', { name: TITLE }).click();
  await versions.getByRole('row').filter({ hasText: '第 2 版' }).getByRole('link', { name: '经过' }).click();
  expect((await wholeHistory(page)).match(/沿用/g)).toHaveLength(28);
});

async function wholeHistory(page: Page): Promise<string> {
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  const more = page.locator('button:enabled').filter({ hasText: '继续载入' });
  const end = page.getByText(/^全部经过已显示/);
  for (await more.or(end).waitFor(); !(await end.isVisible()); await more.or(end).waitFor()) await more.click();
  return page.locator('main ol').innerText();
}
