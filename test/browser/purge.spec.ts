import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { seriousFindings, useDesk } from './harness/index.js';

/** A text goes by two hands in the browser: proposed by one, confirmed by another, and its item says so. */
const desk = useDesk();

it('purges a text that two administrators want gone', async () => {
  const version = await (await TestVersion.draft(desk.house, [anItemContent('甲'), anItemContent('乙')])).published();
  const { contentHash } = await version.seen();
  await must(version.move('officer', { type: 'suspendItem', itemId: version.items[0], reason: '含个人信息' }));

  const first = await desk.open('auditadmin', '/purges');
  await first.getByText('没有清除记录。').waitFor();
  await first.getByRole('link', { name: '提出清除' }).click();
  await first.getByLabel('版本的网址或编号').fill('不是网址');
  await first.getByText('这里面没有版本编号').waitFor();
  await first.getByLabel('版本的网址或编号').fill(`https://mulu.example.gov.cn/versions/${version.id}/review`);
  await first.getByText('长治市教育局').waitFor();
  expect(await first.getByText('甲的内容').count()).toBe(0);
  await first
    .getByRole('row')
    .filter({ hasText: contentHash.slice(0, 12) })
    .getByRole('button', { name: '选择' })
    .click();
  await first.getByRole('radio', { name: '个人信息' }).check({ force: true });
  await first.getByLabel('依据的规定').fill('《中华人民共和国个人信息保护法》第四十七条');
  await first.getByLabel('理由').fill('含有公民身份号码，见局保密办〔2026〕3号通知');
  expect(await seriousFindings(first)).toEqual([]);
  await first.getByRole('main').getByRole('button', { name: '提出清除' }).click();
  await first.getByText('将永久清除').waitFor();
  await first.getByText('须由提出人以外的人确认').waitFor();
  expect(await first.getByRole('button', { name: '确认清除…' }).isDisabled()).toBe(true);

  const second = await desk.open('secadmin', '/purges');
  await second.getByRole('link', { name: '个人信息 · 事项文本' }).click();
  await second.getByText('见局保密办〔2026〕3号通知').waitFor();
  expect(await seriousFindings(second)).toEqual([]);
  await second.getByRole('button', { name: '确认清除…' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByText('将保留').waitFor();
  const purge = dialog.getByRole('button', { name: '永久清除' });
  expect(await purge.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('00000000');
  await dialog.getByText('与摘要的前 8 位不一致').waitFor();
  await dialog.getByRole('textbox').fill(contentHash.slice(0, 8));
  await purge.click();
  await second.getByText('已清除', { exact: false }).first().waitFor();
  await second.setViewportSize({ width: 390, height: 844 });
  await dialog.waitFor({ state: 'hidden' });
  await second.waitForFunction(() => document.documentElement.scrollWidth === window.innerWidth);

  const officer = await desk.open('officer', `/versions/${version.id}/review?item=${version.items[0]}`);
  await officer.getByText('本事项的文本已依法清除').waitFor();
  await officer.getByText(contentHash).waitFor();
  const auditor = await desk.open('auditor', `/versions/${version.id}/history`);
  await auditor.getByText('依法清除内容').waitFor();

  // What was purged is written anew, from nothing.
  const next = await version.revised();
  const compiler = await desk.open('compiler', `/versions/${next.id}/workshop`);
  const column = await compiler.locator('[data-r="1"]').filter({ hasText: '乙的内容' }).getAttribute('data-c');
  await compiler.locator(`[data-r="0"][data-c="${column}"]`).click();
  const saved = compiler.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await compiler.keyboard.type('不含个人信息的内容');
  await compiler.keyboard.press('Enter');
  expect((await saved).status()).toBe(200);
  expect((await next.seen()) as object).toMatchObject({ purged: false, content: { elements: ['不含个人信息的内容'] } });
});
