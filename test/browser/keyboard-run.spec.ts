import type { Page } from 'playwright-core';
import { must } from '../factories/version.http.js';
import { useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** A hundred signatures by keyboard alone with 500 items loaded: none lost, none doubled, and the next item there at once. */
const desk = useDesk();
const ITEMS = 500;
const SIGNED = 100;
const NEXT_ITEM_P95_MS = 100;

const TOPICS = ['教育督导', '义务教育', '高等教育', '民办教育', '教师队伍', '学生资助', '招生考试', '校园安全'];

function content(index: number): object {
  const topic = TOPICS[Math.floor((index * TOPICS.length) / ITEMS)]!;
  return {
    path: [topic, `${topic}监测评估`, `第${index + 1}号公开事项`],
    elements: [`${topic}年度工作方案及实施情况（第${index + 1}批）`, '监测评估指标、程序和结果', '问题整改情况'],
    bases: [
      {
        title: '《中华人民共和国义务教育法》',
        clauses: [{ article: '第七条', text: '义务教育实行国务院领导，省、自治区、直辖市人民政府统筹规划实施。' }],
      },
    ],
    timeLimit: { text: '自该信息形成或者变更之日起20个工作日内' },
    disclosingBodies: [{ text: '市教育局' }],
    category: 'STATUTORY',
    channels: [{ code: 'WEBSITE' }, { code: 'NEW_MEDIA' }],
    audience: { kind: 'PUBLIC' },
    method: 'PROACTIVE',
  };
}

async function manyItems(): Promise<Stage> {
  const stage = await Stage.empty(desk.house, '五百项目录');
  const compiler = await desk.house.as('compiler');
  for (let index = 0; index < ITEMS; index += 1) {
    await must(compiler.post(`/api/versions/${stage.version}/items`, { number: String(index + 1), content: content(index) }), 201);
  }
  return stage.submitted();
}

/** Notes, inside the page, how long each key takes until another item's heading has been painted. */
async function timeKeys(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const heading = () => document.querySelector('main h2 .leaf')?.textContent ?? '';
    window.keyTimes = [];
    let pressed = null, before = '';
    addEventListener('keydown', () => { pressed = performance.now(); before = heading(); }, true);
    new MutationObserver(() => {
      if (pressed === null || heading() === before) return;
      const from = pressed;
      pressed = null;
      requestAnimationFrame(() => setTimeout(() => window.keyTimes.push(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  })()`);
}

it('signs a hundred items with one key each, exactly once, and shows the next within a tenth of a second', async () => {
  const stage = await manyItems();
  const page = await desk.open('officer', `${stage.path}/review`);
  const leaf = page.locator('main h2 .leaf');
  await leaf.filter({ hasText: '第1号公开事项' }).waitFor();
  await page.waitForLoadState('networkidle');
  await timeKeys(page);
  for (let index = 0; index < SIGNED; index += 1) {
    await page.keyboard.press('a');
    await leaf.filter({ hasText: `第${index + 2}号公开事项` }).waitFor();
  }
  await page.getByText(`${SIGNED}/${ITEMS}`).first().waitFor();
  await page.waitForLoadState('networkidle');

  const times = (await page.evaluate<number[]>('window.keyTimes')).sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  console.log(`key to next item: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, worst ${at(1).toFixed(0)} ms`);
  expect(times).toHaveLength(SIGNED);

  const auditor = await desk.house.as('auditor');
  const signed = (await stage.rows()).filter((row) => row.state === 'releasable').map((row) => row.content.path[2]);
  expect(signed).toEqual(Array.from({ length: SIGNED }, (_, index) => `第${index + 1}号公开事项`));
  const { json } = await auditor.get(`/api/versions/${stage.version}/history?after=${2 * ITEMS}&limit=500`);
  const clears = json.items.filter((event: { type: string }) => event.type === 'clear').map((event: { itemId: string }) => event.itemId);
  expect(new Set(clears).size).toBe(SIGNED);
  expect(clears).toHaveLength(SIGNED);
  expect((await auditor.get(`/api/versions/${stage.version}/audit`)).json).toMatchObject({ valid: true });
  expect(at(0.95)).toBeLessThan(NEXT_ITEM_P95_MS);

  await page.reload();
  await leaf.filter({ hasText: `第${SIGNED + 1}号公开事项` }).waitFor();
});
