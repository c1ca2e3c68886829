import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** An auditor goes back through a version that was reviewed and published. */
const desk = useDesk();

let stage: Stage;
let last: number;

beforeAll(async () => {
  stage = await (await (await Stage.empty(desk.house)).imported()).completed();
  await stage.submitted();
  const [first] = await stage.rows();
  await stage.decided('officer', first!, { type: 'return', reason: '请写明联系方式。' });
  const compiler = await desk.house.as('compiler');
  const change = { content: { elements: ['政府信息公开指南（修订后）'] }, contentHash: first!.contentHash };
  const edited = await must(compiler.patch(`/api/versions/${stage.version}/items/${first!.id}`, change));
  await stage.decided('compiler', { id: first!.id, contentHash: edited.json.contentHash }, { type: 'amend' });
  await stage.reviewed();
  await stage.assessed();
  await stage.published();
  last = (await stage.log()).length;
}, 300_000);

const replay = (query = ''): string => `${stage.path}/replay${query}`;
const slider = (page: Page) => page.getByRole('slider', { name: '回放位置' });
const position = (page: Page, seq: number) => page.getByText(`第 ${seq} 件 / ${last}`, { exact: true }).waitFor();
/** The event that is shown, in large letters. */
const deed = (page: Page) => page.locator('#replay-event');
const shows = (page: Page, text: string) => deed(page).filter({ hasText: text }).waitFor();

async function seqOf(type: string): Promise<number> {
  return (await stage.log()).find((event) => event.type === type)!.seq;
}

it('begins at the end and goes back and on, by keys, buttons and the slider', async () => {
  const page = await desk.open('auditor', replay());
  await position(page, last);
  await shows(page, '批准发布');
  await page.keyboard.press('ArrowLeft');
  await position(page, last - 1);
  await page.keyboard.press('ArrowRight');
  await position(page, last);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await position(page, 1);
  await shows(page, '新建');
  expect(await page.getByRole('button', { name: '上一件' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '下一件' }).click();
  await position(page, 2);
  await slider(page).fill(String(await seqOf('submit')));
  await shows(page, '送审');
  expect(await slider(page).getAttribute('aria-valuetext')).toMatch(
    new RegExp(`^第 ${await seqOf('submit')} 件 / ${last}，\\d{4}年\\d+月\\d+日 \\d\\d:\\d\\d，编制人甲 送审$`),
  );
});

it('shows table, lifecycle, person and reason of the same moment', async () => {
  const at = await seqOf('return');
  const page = await desk.open('auditor', replay(`?at=${at}`));
  await shows(page, '退回');
  await page.getByText('请写明联系方式。').waitFor();
  await page.getByText('保密审查员甲（保密审查员）').waitFor();
  await page.locator('.lifecycle .here', { hasText: '保密审查' }).waitFor();
  const touched = page.locator('tr.touched');
  expect(await touched.innerText()).toContain('待修改');
  expect(await touched.innerText()).not.toContain('修订后');
  await slider(page).fill(String(await seqOf('amend')));
  await shows(page, '改毕再审');
  await touched.filter({ hasText: '政府信息公开指南（修订后）' }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(28);
});

it('opens the same moment by its link, and jumps to kinds of events and to people', async () => {
  const page = await desk.open('auditor', replay());
  await position(page, last);
  await page.getByRole('button', { name: '跳到' }).click();
  await page.getByLabel('事件种类').selectOption('return');
  await page.getByRole('button', { name: '向前找' }).click();
  await position(page, await seqOf('return'));
  await page.getByRole('button', { name: '向前找' }).click();
  await page.getByText('此前没有符合条件的事件。').waitFor();
  await page.getByRole('button', { name: '复制本时刻的链接' }).click();
  const link = await page.getByLabel('本时刻的链接').inputValue();
  expect(new URL(link).searchParams.get('at')).toBe(String(await seqOf('return')));
  const other = await desk.open('auditor', link.slice(desk.url.length));
  await position(other, await seqOf('return'));
  await shows(other, '退回');
});

it('plays on by itself to the end, and verifies', async () => {
  const page = await desk.open('auditor', replay(`?at=${last - 3}`));
  await position(page, last - 3);
  await page.getByLabel('速度').selectOption('10');
  await page.getByRole('button', { name: '播放' }).click();
  await position(page, last);
  await page.getByRole('button', { name: '播放', pressed: false }).waitFor();
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByText(`核验通过：${last} 件事件首尾相连`).waitFor();
});

it('shows one item then: its text, its state, what had been decided', async () => {
  const returned = await seqOf('return');
  const page = await desk.open('auditor', replay(`?at=${returned}`));
  await shows(page, '退回');
  await page
    .locator('.event')
    .getByRole('button', { name: /政府信息公开指南/ })
    .click();
  const panel = page.getByRole('complementary', { name: '事项当时的情况' });
  await panel.getByText('请写明联系方式。').waitFor();
  expect(await panel.innerText()).not.toContain('修订后');
  await page.keyboard.press('End'); // of the page: the slider has not the focus
  await slider(page).fill(String(last));
  await panel.getByText('政府信息公开指南（修订后）').waitFor();
  await panel.getByText('已失效').waitFor();
  await panel.getByRole('button', { name: '收起' }).click();
  await panel.waitFor({ state: 'detached' });
});

it('tells what the next steps still wanted then, once that is opened, and hands out what was signed for an item', async () => {
  const returned = await seqOf('return');
  const page = await desk.open('auditor', replay(`?at=${returned - 1}`));
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('/replay/requirements') && asked.push(new URL(request.url()).search)));
  await position(page, returned - 1);
  await page.keyboard.press('ArrowRight');
  await shows(page, '退回');
  expect(asked).toEqual([]);
  const wanted = page.getByRole('region', { name: '各阶段' });
  await wanted.getByText('下一步当时还差什么').click();
  const conclusion = wanted.getByRole('listitem').filter({ hasText: '完成保密审查' }).filter({ hasText: '有事项尚未完成保密审查' });
  await conclusion.getByText('尚不具备条件').first().waitFor();
  await conclusion.getByText('等 28 项').first().waitFor();
  await conclusion
    .getByRole('button', { name: /政府信息公开指南/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: '事项当时的情况' });
  await panel.getByText('这一项的下一步当时还差什么').click();
  await panel.locator('.wanted strong', { hasText: '改毕再审' }).waitFor();
  await slider(page).fill(String(last));
  await wanted.getByRole('listitem').filter({ hasText: '撤下' }).first().waitFor();
  expect(await wanted.locator('.wanted').innerText()).not.toContain('完成保密审查');
  const [item] = await stage.rows();
  expect(asked).toEqual([`?at=${returned}`, `?at=${returned}&itemId=${item!.id}`, expect.anything(), expect.anything()]);
  const download = page.waitForEvent('download');
  await panel.getByRole('link', { name: '签署档案' }).click();
  expect((await download).suggestedFilename()).toContain('签署档案');
  expect(await seriousFindings(page)).toEqual([]);
});

it('tells what differs between two moments, whichever comes first, by a link that opens the same', async () => {
  const returned = await seqOf('return');
  const amended = await seqOf('amend');
  const page = await desk.open('auditor', replay(`?at=${amended}`));
  await shows(page, '改毕再审');
  await page.getByRole('button', { name: '两个时刻的差别' }).click();
  await page.getByRole('button', { name: '以此刻为起点' }).click();
  await slider(page).fill(String(returned));
  await page.getByRole('heading', { name: `从第 ${returned} 件到第 ${amended} 件` }).waitFor();
  const change = page.locator('.compare li');
  await change.locator('ins', { hasText: '修订后' }).waitFor();
  expect(await change.count()).toBe(1);
  await page.waitForURL((url) => url.searchParams.get('against') === String(amended) && url.searchParams.get('at') === String(returned));
  const other = await desk.open('auditor', page.url().slice(desk.url.length));
  await other.locator('.compare ins', { hasText: '修订后' }).waitFor();
  expect(await seriousFindings(other)).toEqual([]);
});

it('shows what a citizen saw: nothing before publication, then the public columns of what was releasable', async () => {
  const page = await desk.open('auditor', replay(`?at=${last - 1}&view=public`));
  await page.getByText('当时本版尚未发布，公众看不到。').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText('当时公众能看到以下 27 项。').waitFor();
  expect(await page.locator('.public tbody tr').count()).toBe(27);
  expect(await page.locator('.public').innerText()).not.toContain('法定公开事项');
  expect(await seriousFindings(page)).toEqual([]);
});

it('shows a text that is sealed today to nobody who may not read it, at any moment', async () => {
  const sealed = await (await (await (await Stage.empty(desk.house)).imported()).completed()).submitted();
  const rows = await sealed.rows();
  const nameOf = ({ content }: (typeof rows)[number]): string => content.path[content.path.length - 1]!;
  const row = rows.find((one) => !JSON.stringify(rows.filter((other) => other !== one)).includes(nameOf(one)))!;
  await sealed.decided('officer', row, { type: 'refer', reason: '拿不准是否涉密' });
  const end = (await sealed.log()).length;
  const page = await desk.open('auditor', `${sealed.path}/replay?item=${row.id}`);
  for (const seq of [end, end - 1]) {
    await slider(page).fill(String(seq));
    await page.getByText(`第 ${seq} 件 / ${end}`, { exact: true }).waitFor();
    await page.getByText('内容已封存，不予显示').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('main').innerText()).not.toContain(nameOf(row));
    expect(await page.content()).not.toContain('拿不准是否涉密');
  }
});

it('is reached from the history, and is no obstacle for anybody', async () => {
  const page = await desk.open('auditor', `${stage.path}/history`);
  await page.locator('#event-2').getByRole('link', { name: '看当时情形' }).click();
  await position(page, 2);
  await page.getByRole('button', { name: '跳到' }).click();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousFindings(page)).toEqual([]);
});
