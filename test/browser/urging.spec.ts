import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { wordsOf } from '../support/office.js';
import { seriousFindings, useDesk } from './harness/index.js';

/** Urging: from the row of a body that is not done to a notice, its answer, a return, another answer, and the end. */
const desk = useDesk();
const BODY = '新城区教育局';

const TASK = {
  regionCode: '150000',
  purpose: 'publishCatalogue',
  number: '内政数字〔2024〕128号',
  title: '关于编制主动公开事项目录的通知',
  text: '编制并公开目录',
  groups: [{ levels: ['bannerCounty', 'leagueCity'], kinds: ['department'], dueOn: '2099-03-31' }],
};
const sound = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
};

it('urges a body from its row until the answer is accepted', async () => {
  await must((await desk.house.as('office')).post('/api/tasks', TASK), 201);

  const office = await desk.open('office.hohhot', '/obligations');
  await office.getByRole('row', { name: BODY }).getByRole('link', { name: '督办' }).click();
  await office.getByRole('heading', { name: '发出督办通知' }).waitFor();
  expect(await office.getByLabel('标题').inputValue()).toContain(TASK.title);
  await office.getByLabel('文号（可不填）').fill('呼政数督〔2026〕3号');
  await office.getByLabel('具体要求（每行一条，可不填）').fill('说明滞后的原因\n列出时间安排');
  await office.getByText('还有 10 个工作日').waitFor();
  await sound(office);
  await office.reload(); // what was typed is still there
  expect(await office.getByLabel('文号（可不填）').inputValue()).toBe('呼政数督〔2026〕3号');
  await office.getByRole('button', { name: '发出通知' }).click();
  await office.getByText('等待新城区教育局答复').waitFor();
  const way = new URL(office.url()).pathname;

  const compiler = await desk.open('compiler.xincheng', '/');
  await compiler.getByRole('navigation').getByRole('link', { name: '督办' }).click();
  await compiler.getByRole('heading', { name: '轮到您办理' }).waitFor();
  await compiler.getByRole('link', { name: TASK.title }).click();
  await compiler.getByRole('button', { name: '按要求列出提纲' }).click();
  const answer = compiler.getByLabel('答复内容');
  expect(await answer.inputValue()).toContain('2．列出时间安排');
  await answer.fill('1．人员调整所致。');
  await compiler.reload();
  expect(await answer.inputValue()).toBe('1．人员调整所致。');
  await sound(compiler);
  await compiler.getByRole('button', { name: '提交答复' }).click();
  await compiler.getByText('等待呼和浩特市领导小组办公室核定').waitFor();
  expect(await answer.count()).toBe(0);

  await office.reload();
  await office.getByText('1．人员调整所致。').first().waitFor();
  await office.getByLabel('退回，重新答复').check();
  expect(await office.getByRole('button', { name: '退回', exact: true }).isDisabled()).toBe(true);
  await office.getByLabel(/退回理由/).fill('没有列出时间安排');
  await office.getByLabel(/新的答复期限/).fill('2099-06-30');
  await sound(office);
  await office.getByRole('button', { name: '退回', exact: true }).click();
  await office.getByText('答复期限现为2099年6月30日。').waitFor();

  await compiler.reload();
  await compiler.getByText('上次答复被退回：没有列出时间安排').waitFor();
  await compiler.getByRole('button', { name: '从上次答复改起' }).click();
  await answer.fill(`${await answer.inputValue()}\n2．12月底前完成。`);
  await compiler.getByRole('button', { name: '提交答复' }).click();
  await compiler.getByText('等待呼和浩特市领导小组办公室核定').waitFor();

  await office.goto(`${desk.url}/urging`);
  await office.getByRole('heading', { name: '轮到您办理' }).waitFor();
  await sound(office);
  await office.getByRole('link', { name: TASK.title }).click();
  await office.getByLabel('意见（可不填）').fill('同意');
  await office.getByRole('button', { name: '办结' }).click();
  await office.getByText('✓ 已办结。').waitFor();
  const [file] = await Promise.all([office.waitForEvent('download'), office.getByRole('link', { name: '下载办理单（docx）' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^督办事项办理单（新城区教育局：.*）\.docx$/);

  await compiler.goto(desk.url + way.replace('/urging/', '/rectifications/')); // as letters call it
  await compiler.getByText('意见：同意').waitFor();
  expect(await compiler.getByRole('button', { name: '提交答复' }).count()).toBe(0);
  const paper = await (await desk.house.as('compiler.xincheng')).get(`/api/rectifications/${way.split('/').pop()!}/notice`);
  expect(wordsOf(paper.bytes)).toContain('呼政数督〔2026〕3号');
}, 120_000);

it('finds a body of the own territory only, and tells others that the page is not theirs', async () => {
  const office = await desk.open('office.hohhot', '/urging/new');
  await office.getByRole('button', { name: BODY }).waitFor();
  expect(await office.getByRole('button', { name: '通辽市教育局' }).count()).toBe(0);
  await office.getByLabel('输入单位名称查找').fill('呼和浩特');
  await office.getByRole('button', { name: '呼和浩特市教育局' }).click();
  await office.getByText('该单位还没有编制人或部门负责人').waitFor();
  expect(await office.getByRole('button', { name: '发出通知' }).isDisabled()).toBe(true);
  await sound(office);

  const officer = await desk.open('officer', '/');
  expect(await officer.getByRole('navigation').getByRole('link', { name: '督办' }).count()).toBe(0);
  await officer.goto(`${desk.url}/urging/00000000-0000-4000-8000-000000000000`);
  await officer.getByText('没有这个页面').waitFor();
}, 60_000);
