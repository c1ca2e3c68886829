import { useDesk } from './harness/index.js';
import { Stage } from './stages.js';

/** What an officer waits for on a slow line before the desk is there. */
const desk = useDesk();
const MOST_BYTES = 400_000;

it("loads at most 400 KB, compressed, for the officer's route", async () => {
  const stage = await (await (await (await Stage.empty(desk.house)).imported()).completed()).submitted();
  const page = await desk.open('officer', '/sign-in');
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.clearBrowserCache');
  const files = new Map<string, { url: string; bytes: number }>();
  network.on('Network.responseReceived', ({ requestId, response }) => files.set(requestId, { url: response.url, bytes: 0 }));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await page.goto(`${desk.url}${stage.path}/review`);
  await page.getByText('政府信息公开指南').first().waitFor();
  await page.waitForLoadState('networkidle');
  const ours = [...files.values()].filter(({ url }) => !new URL(url).pathname.startsWith('/api/'));
  const bytes = ours.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`first load of the review desk: ${Math.round(bytes / 1000)} KB in ${ours.length} files`);
  expect(ours.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
