import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { notesIn } from '../../verifier/checkpoint.js';
import { encodeKey } from '../../verifier/note.js';
import { packageOf } from '../../verifier/package-files.js';
import { verdictOf } from '../../verifier/verdict.js';
import { readZip } from '../../verifier/zip.js';
import { seriousFindings, useDesk } from './harness/index.js';
import { checkpointed, LOG_KEY as KEY, publishedInFields, Stage } from './stages.js';

/** An auditor takes a period along, draws a sample, and an audit administrator verifies the installation. */
const desk = useDesk();
let stage: Stage;
beforeAll(async () => {
  stage = await (await Stage.empty(desk.house)).imported();
  await checkpointed(desk.house);
  await publishedInFields(desk.house, ['义务教育', '就业', '养老服务', '医疗卫生', undefined, '救灾']);
  await checkpointed(desk.house);
}, 300_000);

const sound = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
};

/** The bytes of what a press puts among the downloads, and its name. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

it('takes the logs of a period along, as bytes that verify by the command on the page', async () => {
  const page = await desk.open('auditor', '/audit/packages');
  await page.getByText(/涉及 \d+ 份日志、\d+ 件事件/).waitFor();
  await sound(page);
  const press = () => page.getByRole('button', { name: '下载核验包', exact: true }).click();
  const whole = await downloaded(page, press);
  await page.getByText(`已下载：${whole.name}`).waitFor();
  const pack = packageOf(readZip(whole.bytes));
  expect([...pack.streams.keys()]).toContain(stage.version);
  expect(verdictOf(pack, [KEY])).toMatchObject({ verdict: 'intact', missingBlobs: 0 });

  await page.getByLabel('仅摘要').check();
  await page.waitForURL((url) => url.searchParams.get('content') === 'none');
  const bare = packageOf(readZip((await downloaded(page, press)).bytes));
  expect([bare.blobs.size, [...bare.streams]]).toEqual([0, [...pack.streams]]);

  const key = page.getByLabel('公钥');
  const command = page.getByRole('textbox', { name: '核验命令' });
  await key.fill('mulu.example/log+1a2b');
  await page.getByText('这不是完整的公钥').waitFor();
  await key.fill(encodeKey({ ...KEY, publicKey: Buffer.alloc(32, 1) }));
  await page.getByText('最新检查点不是由这把密钥签署的').waitFor();
  await key.fill(encodeKey(KEY));
  await page.getByText('名称和标识与签署最新检查点的密钥一致').waitFor();
  expect(await command.inputValue()).toBe(`npm run verify -- '${whole.name}' --key '${encodeKey(KEY)}'`);
  await page.getByLabel('我另行保存的检查点').fill('3');
  await page.getByLabel('我另行保存的检查点').press('Tab');
  await page.waitForURL((url) => url.searchParams.get('checkpoint') === '3');
  expect(await command.inputValue()).toContain("--checkpoint 'checkpoint-3.txt'");
  await page.reload(); // the key stays in this browser, the rest in the address
  expect(await key.inputValue()).toBe(encodeKey(KEY));
  expect(await page.getByLabel('仅摘要').isChecked()).toBe(true);
});

it('keeps checkpoints outside, each proved to be the beginning of the newest', async () => {
  const page = await desk.open('auditor', '/audit/packages');
  const list = page.getByRole('region', { name: '检查点' });
  await list.getByText('最新', { exact: true }).waitFor();
  const sizes: number[] = [];
  for (const button of await list.getByRole('button', { name: /^保存检查点/ }).all()) {
    const { name, bytes } = await downloaded(page, () => button.click());
    const notes = notesIn(bytes.toString('utf8'));
    sizes.push(Number(notes[0]!.split('\n')[1]));
    expect([notes.length, name]).toEqual([1, `checkpoint-${sizes[sizes.length - 1]}.txt`]);
  }
  expect(sizes).toHaveLength(2);
  const proof = await downloaded(page, () => list.getByRole('link', { name: `检查点 ${sizes[1]} 与 ${sizes[0]} 的证明` }).click());
  expect(JSON.parse(proof.bytes.toString('utf8'))).toMatchObject({ first: sizes[1], second: sizes[0], proof: expect.any(Array) });
});

it('draws a sample that opens the same for another auditor, whatever is logged meanwhile', async () => {
  const page = await desk.open('auditor', '/audit/samples');
  await page.getByLabel('种子').fill('上证指数 3912.45');
  await page.getByLabel('样本量').fill('4');
  await page.getByRole('button', { name: '抽取' }).click();
  await page.getByRole('heading', { name: '事项样本，共 4 项' }).waitFor();
  await page.waitForURL((url) => url.searchParams.has('checkpoint'));
  const rows = (of: Page) => of.locator('tbody tr').allInnerTexts();
  const drawn = await rows(page);
  expect(drawn).toHaveLength(4);
  await sound(page);

  await publishedInFields(desk.house, ['就业']);
  await checkpointed(desk.house);
  const link = await page.getByRole('textbox', { name: '本次抽样的链接' }).inputValue();
  const other = await desk.open('auditor', link.slice(desk.url.length));
  await other.getByRole('heading', { name: '事项样本，共 4 项' }).waitFor();
  expect(await rows(other)).toEqual(drawn);
  await other.emulateMedia({ media: 'print' });
  expect([await other.getByRole('button', { name: '抽取' }).isVisible(), await other.getByText('上证指数 3912.45').isVisible()]).toEqual([
    false,
    true,
  ]);
  await other.emulateMedia({ media: 'screen' });
  const dossier = await downloaded(other, () =>
    other
      .getByRole('link', { name: /^签署档案：/ })
      .first()
      .click(),
  );
  expect(dossier.name).toContain('签署档案');

  await page.getByLabel('抽取对象').selectOption('签署');
  await page.getByRole('button', { name: '抽取' }).click();
  await page.getByRole('heading', { name: '签署样本，共 4 项' }).waitFor();
  await sound(page);
  const [seq] = /\d+/.exec(
    await page
      .locator('tbody tr')
      .first()
      .getByText(/第 \d+ 件/)
      .innerText(),
  )!;
  await page
    .getByRole('link', { name: /^回放：/ })
    .first()
    .click();
  await page
    .getByText(new RegExp(`第 ${seq} 件 / \\d+`))
    .first()
    .waitFor();
  await page.getByRole('complementary', { name: '事项当时的情况' }).waitFor();
});

it('draws nothing before there is a seed, and says so when a period is empty', async () => {
  const page = await desk.open('auditor', '/audit/samples?from=2020-01-01&to=2020-01-31&seed=1');
  await page.getByText('所选期间和范围内没有可抽取的内容').waitFor();
  const other = await desk.open('auditor', '/audit/samples?size=4');
  await other.getByRole('button', { name: '抽取' }).click();
  expect(await other.locator('input:invalid').count()).toBe(1);
});

it('verifies the installation for the audit administrator, and shows what differs by its place', async () => {
  const page = await desk.open('auditadmin', '/audit/system');
  await page.getByRole('button', { name: '开始核验' }).click();
  await page.getByText(/核验通过：系统日志 \d+ 件事件首尾相连/).waitFor();
  await sound(page);
  const admin = await desk.house.people.another('admin');
  await admin.query(
    `insert into account (username, display_name, salt, verifier, kdf, must_change_password) select 'ghost', '幽灵', salt, verifier, kdf, false from account limit 1`,
  );
  await page.getByRole('button', { name: '重新核验' }).click();
  await page.getByText('核验发现 1 处问题').waitFor();
  await page.getByRole('region', { name: '账户：1 处' }).getByText('现存数据在日志中没有来历').waitFor();
  await sound(page);
  const auditor = await desk.open('auditor', '/audit/system');
  await auditor.getByRole('heading', { name: '没有这个页面' }).waitFor();
});

it('names the logs one by one where a period is more than a package holds', async () => {
  await desk.house.people.admin.query(
    `insert into log_event (stream, body) select $1, convert_to('{"type":"items.arranged"}', 'UTF8') from generate_series(1, 20001)`,
    [stage.version],
  );
  const page = await desk.open('auditor', '/audit/packages');
  await page.getByText('一个核验包最多收 20000 件事件').waitFor();
  expect(await page.getByRole('button', { name: '下载核验包', exact: true }).isDisabled()).toBe(true);
  const largest = page
    .getByRole('region', { name: /^逐份下载/ })
    .locator('tbody tr')
    .first();
  expect(await largest.innerText()).toContain('长治市教育局主动公开事项目录');
  expect(await largest.getByRole('link').getAttribute('href')).toBe(`/api/versions/${stage.version}/audit-package`);
  await sound(page);
});
