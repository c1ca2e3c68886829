import type { Page } from 'playwright-core';
import { partsOf } from '../support/office.js';
import { seriousFindings, useDesk } from './harness/index.js';

/** A report goes up: opened, composed, written, submitted, returned, submitted again, received. */
const desk = useDesk();
let address = '';

const at390 = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
};
/** Takes a step; in its dialog whoever it is confirms, with words where it needs some. */
async function step(page: Page, name: string, words?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  if (words) await dialog.getByRole('textbox').first().fill(words);
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.getByText(`已办理：${name}`).first().waitFor();
}

it('is opened by hand, composed from the data, and written in place', async () => {
  const page = await desk.open('office.hohhot', '/reports');
  await page.getByText('还没有报告。').waitFor();
  await page.getByRole('button', { name: '建立报告' }).click();
  await page.getByLabel('报告单位').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '建立', exact: true }).click();
  await page.getByText('这份报告还没有内容').waitFor();
  address = new URL(page.url()).pathname;
  await page.getByText('报送：报告尚无内容，请先生成或填写。').waitFor();
  await page.getByRole('button', { name: '按现有数据生成' }).click();
  await page.getByRole('heading', { name: '一、目录编制公开进展' }).waitFor();

  await page.getByRole('button', { name: '修改“五、存在的问题”' }).click();
  const text = page.getByLabel('五、存在的问题的文字');
  await text.fill('基层专职人员不足。');
  await page.getByText('还有未保存的修改，保存后才能报送。').waitFor();
  expect(await page.getByRole('button', { name: '报送', exact: true }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.reload(); // as after a crash: what was typed is still there
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '基层专职人员不足。');
  await text.press('Control+Enter');
  await page.getByText('已保存。').waitFor();
  await page.getByText('基层专职人员不足。', { exact: true }).waitFor();

  await page.getByRole('button', { name: '修改“三、督办和整改”' }).click();
  await page.getByLabel('三、督办和整改的文字').fill('本季度没有督办事项。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('本季度没有督办事项。', { exact: true }).waitFor();
  await at390(page);
});

it('is composed anew after a preview, and keeps what people wrote', async () => {
  const office = await desk.house.as('office');
  const groups = [{ levels: ['leagueCity', 'bannerCounty'], kinds: ['department'], dueOn: '2099-03-31' }];
  await office.post('/api/tasks', {
    regionCode: '150100',
    purpose: 'publishCatalogue',
    number: '',
    title: '编制目录',
    text: '编制',
    groups,
  });
  const page = await desk.open('office.hohhot', address);
  await page.getByRole('button', { name: '重新生成' }).click();
  await page.getByText('应完成单位：0 → 2个').waitFor();
  await page.getByLabel('“三、督办和整改”改用新的初稿').waitFor();
  expect(await page.getByLabel('“五、存在的问题”改用新的初稿').count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '更新', exact: true }).click();
  const row = page.getByRole('row', { name: /^应完成单位/ });
  await row.getByText('增加 2 个').waitFor();
  await page.getByRole('region', { name: '三、督办和整改' }).getByText('本季度没有督办事项。').waitFor();
  await row.getByRole('link').click();
  await page.getByText('共 2 个单位').waitFor();
});

it('shows both texts when two write the same part, and lets the person choose', async () => {
  const page = await desk.open('office.hohhot', address);
  await page.getByRole('button', { name: '修改“四、典型经验做法”' }).click();
  await page.getByLabel('四、典型经验做法的文字').fill('我的做法');
  const other = await desk.open('office.hohhot', address);
  await other.getByRole('button', { name: '修改“四、典型经验做法”' }).click();
  await other.getByLabel('四、典型经验做法的文字').fill('别人的做法');
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await other.getByText('已保存。').waitFor();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('您修改期间，这一部分已有别的改动').waitFor();
  await page.getByText('别人的做法').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '用我的文字保存' }).click();
  await page.getByText('我的做法', { exact: true }).waitFor();
});

it('goes up, comes back with a reason, goes up again and is received', async () => {
  const author = await desk.open('office.hohhot', address);
  await step(author, '报送');
  await author.getByText('等待内蒙古自治区政务服务与数据管理局接收。').waitFor();
  expect(await author.getByRole('button', { name: '修改标题' }).count()).toBe(0);

  const above = await desk.open('office', '/reports');
  await above.getByRole('heading', { name: '待我接收 1' }).waitFor();
  expect(await seriousFindings(above)).toEqual([]);
  await above.getByRole('link', { name: /呼和浩特市.*报告/ }).click();
  await step(above, '退回', '请补充各旗县区数据');

  await author.reload();
  await author.getByText('上级退回：请补充各旗县区数据').waitFor();
  await step(author, '报送');
  await above.reload();
  await step(above, '接收', '已阅');
  await above.getByText('已接收').first().waitFor();
  const file = await above.request.get(`${desk.url}/api${address}/export`);
  expect(partsOf(await file.body()).has('word/document.xml')).toBe(true);
  await at390(above);
  await above.goto(`${desk.url}/reports?state=received`);
  await above.getByRole('heading', { name: '已接收 1' }).waitFor();
  await at390(above);
});
