import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';

/** What of the tasks, notices and reports is one's own turn stands beside the catalogues, with why and until when. */
const desk = useDesk();
const BODY = '新城区教育局';

const sound = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
};
const section = (page: Page) => page.getByRole('region', { name: /任务、督办和报告/ });

it('says once that nothing waits', async () => {
  const office = await desk.open('office.hohhot');
  await office.getByText('现在没有轮到您办理的事。').waitFor();
  expect(await section(office).count()).toBe(0);
  await sound(office);
});

it('says why a task, a notice and an answer are one’s turn, until when, and leads there', async () => {
  const groups = [{ levels: ['bannerCounty'], kinds: ['department'], dueOn: '2099-03-31' }];
  const task = {
    regionCode: '150000',
    purpose: 'publishCatalogue',
    number: '内政数字〔2024〕128号',
    title: '编制目录',
    text: '编制',
    groups,
  };
  await must((await desk.house.as('office')).post('/api/tasks', task), 201);
  const hohhot = await desk.house.as('office.hohhot');
  const { json } = await must(hohhot.get(`/api/obligations?region=150100&q=${encodeURIComponent(BODY)}`));
  const notice = {
    organizationId: json.items[0].organization.id,
    purpose: 'rectification',
    title: '限期办结',
    text: '请答复',
    dueOn: '2099-01-08',
  };
  const { id } = (await must(hohhot.post('/api/rectifications', notice), 201)).json;

  const page = await desk.open('compiler.xincheng');
  await page.getByLabel('2 件新移交的事').waitFor();
  expect(await page.getByText('现在没有轮到您办理的事。').count()).toBe(0);
  const cards = section(page).getByRole('listitem');
  expect(await cards.count()).toBe(2);
  // The nearer deadline comes first.
  await cards.nth(0).getByText(`轮到您，因为${BODY}收到督办通知，应在期限前书面答复。`).waitFor();
  await cards
    .nth(0)
    .getByRole('button', { name: /2099年1月8日.*还有 \d+ 个工作日/ })
    .click();
  await page.getByRole('dialog', { name: '期限如何算出' }).waitFor();
  await page.keyboard.press('Escape');
  await cards.nth(1).getByText(`轮到您，因为${BODY}应按通知编制并公开主动公开事项目录。`).waitFor();
  await sound(page);
  await cards.nth(1).getByRole('link', { name: '去编制' }).click();
  await page.waitForURL(`**/catalogues?q=${encodeURIComponent(BODY)}`);
  await page.goBack();
  await cards.nth(0).getByRole('link', { name: '去办理' }).click();
  await page.getByLabel('答复内容').fill('年底前完成。');
  await page.getByRole('button', { name: '提交答复' }).click();
  await page.getByText('等待呼和浩特市领导小组办公室核定').waitFor();
  await page.goto(`${desk.url}/`);
  await section(page).getByRole('heading', { name: '任务、督办和报告 1' }).waitFor();

  const office = await desk.open('office.hohhot');
  await section(office).getByText(`轮到您，因为${BODY}已答复，请认可办结或退回。`).waitFor();
  await section(office).getByText('对方期限 2099年1月8日').waitFor();
  await section(office).getByRole('link', { name: '限期办结' }).click();
  await office.waitForURL(`**/urging/${id}`);
});

it('tells the office of bodies that are long overdue, and shows which', async () => {
  const admin = await desk.house.people.another('admin');
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `update matter set state = 'overdue', due_on = '2026-01-05', escalated_for = '2026-01-05' where machine_id = 'obligation'`,
  );
  const page = await desk.open('office');
  const known = page.getByRole('region', { name: /请您知悉/ });
  await known.getByText(/^\d+ 个单位逾期已久，系统已上报：编制目录$/).waitFor();
  await sound(page);
  await known.getByRole('link', { name: '查看逾期单位' }).click();
  await page.getByRole('row', { name: BODY }).waitFor();
});
