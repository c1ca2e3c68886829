import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';
import { publishedInFields } from './stages.js';

/** The leading group's work: a task is handed down, watched from the territory to the body, urged, answered, and reported upward. */
const desk = useDesk();
const TASK = '关于编制主动公开事项目录的通知';
const BODY = '新城区教育局';

const sound = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
};

/** Every number on the page is as long as the list that it leads to. How many there were. */
async function everyNumberLeads(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const links = await page
    .locator('main a[href^="/obligations?"], main a[href^="/progress/"]')
    .evaluateAll((all) =>
      all.map((link) => ({ href: link.getAttribute('href')!, said: link.textContent!.trim() })).filter(({ said }) => /^\d+$/.test(said)),
    );
  for (const { href, said } of links) {
    const list = await (await page.request.get(`${desk.url}/api${href}&limit=200`)).json();
    const { length } = list.items;
    expect({ href, said, total: list.total ?? length }).toEqual({ href, said: String(length), total: length });
  }
  return links.length;
}

/** What the row of a region says: by heading. */
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
const numberOf = (page: Page, region: string, what: string, count: number) =>
  page.getByRole('link', { name: `${region}，${what}：${count} 个单位，查看名单` }).first();

async function step(page: Page, name: string, typed: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  for (const [label, value] of Object.entries(typed)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.getByText(`已办理：${name}`).first().waitFor();
}

it('hands a task down in the form and follows it to the body that holds it', async () => {
  const office = await desk.open('office', '/board');
  await office.getByRole('heading', { name: '还没有下达任务' }).waitFor();
  await office.getByRole('link', { name: '下达任务' }).click();
  await office.getByLabel('下达范围').selectOption('内蒙古自治区');
  await office.getByLabel('文号').fill('内政数字〔2024〕128号');
  await office.getByLabel('任务名称').fill(TASK);
  await office.getByLabel('通知内容').fill('各部门、各盟市、旗县（市、区）按期编制并公开目录。');
  await office.getByLabel('具体要求（每行一条）').fill('先审后发\n一事一审');
  await office.getByRole('button', { name: '增加一组' }).click();
  const [first, second] = [office.getByRole('group', { name: '第 1 组' }), office.getByRole('group', { name: '第 2 组' })];
  await first.getByLabel('自治区').check();
  await first.getByLabel('完成期限').fill('2098-10-31');
  await second.getByLabel('盟市').check();
  await second.getByLabel('旗县（市、区）').check();
  await second.getByLabel('完成期限').fill('2099-03-31');
  await office.getByText('2099年3月31日前：4 个单位').waitFor();
  await office.getByText('尚无人任职').waitFor();
  await sound(office);
  await office.getByRole('button', { name: '下达给 5 个单位' }).click();
  await office.getByRole('heading', { name: TASK }).waitFor();
  await office.getByRole('link', { name: '在看板中查看进度' }).click();

  await office.getByRole('heading', { name: '内蒙古自治区 进度看板' }).waitFor();
  await numberOf(office, '内蒙古自治区', '应完成单位', 5).waitFor();
  await office.getByText('完成 0%').waitFor();
  expect(await everyNumberLeads(office)).toBe(9);
  await sound(office);
  await row(office, '呼和浩特市').getByRole('link', { name: '呼和浩特市', exact: true }).click();
  await office.getByRole('heading', { name: '呼和浩特市 进度看板' }).waitFor();
  await numberOf(office, '呼和浩特市', '应完成单位', 2).click();
  await office.getByText('共 2 个单位').waitFor();
  expect(await office.getByRole('row', { name: /教育局/ }).count()).toBe(2);

  const outside = row(office, '呼和浩特市教育局'); // nobody is appointed there
  await outside.getByText('编制人（未任命）').waitFor();
  await outside.getByRole('button', { name: '呼和浩特市教育局：办理' }).click();
  await step(office, '登记系统外完成', { 完成日期: '2026-11-02', 公开网址: 'https://www.example.gov.cn/ml', 依据: '网页存档' });
  await outside.getByText('系统外完成').first().waitFor();
  await row(office, BODY)
    .getByRole('button', { name: `${BODY}：办理` })
    .click();
  await step(office, '延长期限', { 新的期限: '2099-04-30', 理由: '机构改革，职责划转' });
  await row(office, BODY).getByText('2099年4月30日').first().waitFor();
  await sound(office);
  await office.getByRole('link', { name: '返回看板' }).click();
  await numberOf(office, '呼和浩特市', '按期', 1).waitFor();
  await office.getByText('完成 50%').waitFor();
  await row(office, '合计').getByText('2099年4月30日').waitFor();
  expect(await everyNumberLeads(office)).toBeGreaterThan(9);
  await office.getByRole('navigation', { name: '所在地区' }).getByRole('link', { name: '内蒙古自治区' }).click();
  await office.getByText('完成 20%').waitFor();
  expect(await everyNumberLeads(office)).toBeGreaterThan(9);
});

it('follows by itself what a body does, and shows the days before as they were', async () => {
  const compiler = await desk.house.as('compiler.xincheng');
  const [body] = (await compiler.get(`/api/organizations?q=${encodeURIComponent(BODY)}`)).json.items;
  const wanted = { organizationId: body.id, profile: 'NM-2024', title: '主动公开事项目录', kind: 'PROACTIVE_DISCLOSURE' };
  const office = await desk.open('office.hohhot');
  const refused: string[] = [];
  office.on('response', (response) => void (response.status() >= 400 && refused.push(response.url())));
  await office.getByRole('link', { name: '进度', exact: true }).click();
  await numberOf(office, '新城区', '未启动', 1).waitFor();
  expect(refused).toEqual([]); // though its task is the region's
  const catalogue = await must(compiler.post('/api/catalogues', wanted), 201);
  await must(compiler.post(`/api/catalogues/${catalogue.json.id}/versions`, {}), 201);
  await office.reload();
  await numberOf(office, '新城区', '编制', 1).click();
  await row(office, BODY).getByText('编制人：新城区编制人').waitFor();
  await office.getByRole('link', { name: '返回看板' }).click();
  await numberOf(office, '新城区本级', '编制', 1).waitFor();
  expect(await everyNumberLeads(office)).toBe(3);
  await office.getByLabel('回看日期').fill('2020-01-01');
  await office.getByText('这是2020年1月1日的进度').waitFor();
  await office.getByRole('heading', { name: '没有符合条件的单位' }).waitFor();
  await office.getByRole('button', { name: '回到现在' }).click();
  await numberOf(office, '新城区本级', '编制', 1).waitFor();
});

it('urges the body from where it stands on the board, until its answer is accepted', async () => {
  const office = await desk.open('office.hohhot', '/board');
  await row(office, '新城区').getByRole('link', { name: '新城区', exact: true }).click();
  await office.getByRole('heading', { name: '新城区本级单位' }).waitFor();
  await office.getByRole('row', { name: BODY }).getByRole('link', { name: BODY }).click();
  await office.getByRole('heading', { name: BODY }).waitFor();
  await office.getByText('编制人：新城区编制人').waitFor();
  await sound(office);
  await office.getByRole('link', { name: '发出督办通知' }).click();
  await office.getByLabel('具体要求（每行一条，可不填）').fill('说明滞后的原因');
  await office.getByRole('button', { name: '发出通知' }).click();
  await office.getByText(`等待${BODY}答复`).waitFor();
  const notice = new URL(office.url()).pathname;

  const answer = async (who: string, words: string): Promise<void> => {
    const page = await desk.open(who, notice);
    await page.getByLabel('答复内容').fill(words);
    await page.getByRole('button', { name: '提交答复' }).click();
    await page.getByText('等待呼和浩特市领导小组办公室核定').waitFor();
  };
  await answer('compiler.xincheng', '正在编制。');
  await office.reload();
  await office.getByLabel('退回，重新答复').check();
  await office.getByLabel(/退回理由/).fill('请由负责人说明原因');
  await office.getByRole('button', { name: '退回', exact: true }).click();
  await office.getByText(`等待${BODY}答复`).waitFor();
  await answer('leader.xincheng', '人员调整所致，12月底前完成。');
  await office.reload();
  await office.getByRole('button', { name: '办结' }).click();
  await office.getByText('✓ 已办结。').waitFor();
});

it('composes what the board says into a report that goes up', async () => {
  const author = await desk.open('office.hohhot', '/reports');
  await author.getByRole('button', { name: '建立报告' }).click();
  await author.getByRole('button', { name: '建立', exact: true }).click();
  await author.getByRole('button', { name: '按现有数据生成' }).click();
  const figure = (name: string) => author.getByRole('row', { name: new RegExp(`^${name}`) });
  await figure('应完成单位').getByRole('link', { name: /2/ }).first().waitFor();
  expect(await everyNumberLeads(author)).toBeGreaterThan(0);
  await step(author, '报送', {});
  const above = await desk.open('office', new URL(author.url()).pathname);
  await step(above, '接收', {});
  await above.getByText('已接收').first().waitFor();
});

it('shows how fresh catalogues are and which fields they cover, each number with its list', async () => {
  await publishedInFields(desk.house, ['义务教育', '义务教育领域', '养老服务', undefined]);
  const office = await desk.open('office', '/board?region=150000&at=2020-01-01');
  const tabs = office.getByRole('navigation', { name: '看板内容' });
  await tabs.getByRole('link', { name: '鲜活度' }).click();
  await office.getByText('12 个月内更新 100%').waitFor();
  expect(await tabs.locator('[aria-current=page]').allTextContents()).toEqual(['鲜活度']);
  expect(await everyNumberLeads(office)).toBeGreaterThan(9);
  await sound(office);
  await office.getByRole('link', { name: '内蒙古自治区本级，6 个月内：1 个目录，查看名单' }).click();
  await office.getByText('共 1 个目录').waitFor();
  await office
    .getByRole('row', { name: /内蒙古自治区教育厅/ })
    .getByText('4 / 4')
    .waitFor();
  await sound(office);
  await office.getByLabel('单位或目录名称').fill('没有这个单位');
  await office.getByText('没有符合条件的目录。').waitFor();
  await office.getByRole('button', { name: '清除条件' }).click();
  await office.getByText('共 2 个目录').waitFor();
  await office.getByRole('link', { name: '返回看板' }).click();

  await tabs.getByRole('link', { name: '领域覆盖' }).click();
  await office.getByText('已覆盖 2 / 26 个领域').waitFor();
  const matrix = office.getByRole('region', { name: '各单位领域覆盖' }).first();
  await matrix.getByRole('button', { name: '表', exact: true }).click();
  expect(await everyNumberLeads(office)).toBe(2 + 3 + 3); // above; of all together; of the one body
  await sound(office);
  await matrix.getByRole('link', { name: '内蒙古自治区教育厅，义务教育：2，查看名单' }).click();
  await office.getByText('共 2 项').waitFor();
  await office.getByRole('heading', { name: '内蒙古自治区教育厅公开事项' }).waitFor();
  expect(await office.getByRole('row', { name: /事项/ }).count()).toBe(3); // the headings, too
  await sound(office);
  await office.getByRole('combobox', { name: /^领域/ }).selectOption('就业');
  await office.getByText('没有符合条件的事项。').waitFor();
  await office.getByRole('link', { name: '返回看板' }).click();
  await office.getByLabel('只看国家试点地区和单位').check();
  await office.getByRole('heading', { name: '还没有公开的事项' }).waitFor();
  expect(await office.locator('main').innerText()).not.toContain('已覆盖 0');
  await sound(office);
  await office.getByRole('button', { name: '看全部单位' }).click();
  await office.getByText('已覆盖 2 / 26 个领域').waitFor();
});
