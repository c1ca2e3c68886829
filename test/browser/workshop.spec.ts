import type { Page } from 'playwright-core';
import { keep, seriousFindings, useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** The compiler's table: cells like a spreadsheet's, and nothing that is typed is ever lost. */
const desk = useDesk();
const BODY = 8;

const imported = async () => (await Stage.empty(desk.house)).imported();
const cell = (page: Page, row: number, column: number) => page.locator(`[data-r="${row}"][data-c="${column}"]`);
const saved = (page: Page) => page.locator('.status .good').waitFor();

async function at(stage: Stage, username = 'compiler', query = ''): Promise<Page> {
  const page = await desk.open(username, `${stage.path}/workshop${query}`);
  await cell(page, 0, BODY).waitFor();
  return page;
}

async function bodies(stage: Stage): Promise<string[]> {
  const compiler = await desk.house.as('compiler');
  const list = await compiler.get(`/api/versions/${stage.version}/items?limit=100`);
  return list.json.items.map((item: { content: { disclosingBodies: { text: string }[] } }) => item.content.disclosingBodies[0]?.text ?? '');
}

function paste(page: Page, text: string): Promise<unknown> {
  return page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

it('types, pastes exactly what the clipboard holds, refuses cell by cell, and takes it back', async () => {
  const stage = await imported();
  const page = await at(stage);
  await cell(page, 0, BODY).click();
  await page.keyboard.type('长治市教育局');
  await page.keyboard.press('Enter');
  await paste(page, '甲局\t■政府网站\n乙局\t■飞鸽传书');
  await page.getByRole('alert').filter({ hasText: '飞鸽传书' }).waitFor();
  await saved(page);
  expect((await bodies(stage)).slice(0, 4)).toEqual(['长治市教育局', '甲局', '乙局', '市教育局']);
  expect(await seriousFindings(page)).toEqual([]);
  await keep(page, 'workshop-table');
  await page.getByRole('button', { name: /撤销.*粘贴/ }).click();
  await page.getByText('已撤销：粘贴 2 行 × 2 列').waitFor();
  await saved(page);
  expect((await bodies(stage)).slice(0, 4)).toEqual(['长治市教育局', '市教育局', '市教育局', '市教育局']);
});

it('moves rows by keyboard, inserts and removes them, each undone', async () => {
  const stage = await imported();
  const names = async () => (await stage.rows()).map((row) => row.content.path.join('/'));
  const before = await names();
  const page = await at(stage);
  await cell(page, 0, 5).click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: /撤销.*移动 1 行/ }).waitFor();
  expect((await names()).slice(0, 2)).toEqual([before[1], before[0]]);
  await page.keyboard.press('Control+z');
  await page.getByText('已撤销：移动 1 行').waitFor();
  expect(await names()).toEqual(before);
  await page.getByRole('button', { name: '下方插入' }).click();
  await page.getByText('共 29 项').waitFor();
  await page.getByRole('button', { name: /撤销.*新增行/ }).click();
  await page.getByText('共 28 项').waitFor();
  expect(await names()).toEqual(before);
});

it('puts both texts before whoever comes second, with the name of the first', async () => {
  const stage = await imported();
  const page = await at(stage);
  const [first] = await stage.rows();
  await page.route('**/api/versions/*/items?*', (route) => route.abort());
  const other = await desk.house.as('compiler2');
  await other.patch(`/api/versions/${stage.version}/items/${first!.id}`, {
    content: { disclosingBodies: [{ text: '乙写的' }] },
    contentHash: first!.contentHash,
  });
  await cell(page, 0, BODY).click();
  await page.keyboard.type('甲写的');
  await page.keyboard.press('Enter');
  const conflict = page.getByRole('alert').filter({ hasText: '两人同时修改了此行' });
  await conflict.getByText('乙写的').waitFor();
  await conflict.getByText('甲写的').waitFor();
  await page.unroute('**/api/versions/*/items?*');
  await conflict.getByRole('button', { name: '保留我的' }).click();
  await saved(page);
  expect((await bodies(stage))[0]).toBe('甲写的');
});

it('brings back after a crash what stood in an open cell', async () => {
  const stage = await imported();
  const page = await at(stage);
  await cell(page, 2, BODY).click();
  await page.keyboard.type('写到一半');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('mulu.workshop.')));
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(`${desk.url}${stage.path}/workshop`);
  await again.getByText('上次离开时有 1 行修改没有保存到服务器。').waitFor();
  await again.getByRole('button', { name: '恢复' }).click();
  await saved(again);
  await again.getByText('上次离开时').waitFor({ state: 'hidden' });
  await expectSoon(async () => (await bodies(stage))[2], '写到一半');
});

it('says in the form what is missing and what a time limit means while one types', async () => {
  const stage = await imported();
  const [, second] = await stage.rows();
  const page = await at(stage, 'compiler', `?item=${second!.id}`);
  await page.getByRole('button', { name: '公开依据', exact: true }).waitFor();
  await page.getByRole('textbox', { name: '时限文字' }).fill('尽快公开');
  await page.getByText('没有识别出含义，请选择：').waitFor();
  await page.getByRole('textbox', { name: '时限文字' }).fill('信息形成之日起10个工作日内');
  await page.getByText('含义：信息形成之日起10个工作日内').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await keep(page, 'workshop-form');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: '事项表单' }).waitFor({ state: 'hidden' });
});

async function expectSoon<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  for (let left = 20; left > 0 && (await look()) !== wanted; left -= 1) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await look()).toEqual(wanted);
}
