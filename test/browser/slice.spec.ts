import { TEST_PASSWORD } from '../factories/people.js';
import { CHROMIUM, keep, seriousFindings, useDesk } from './harness/index.js';

/** A machine without a browser skips this, and says so; the checks of a submission count a skipped test as a failed one. */
const withBrowser = CHROMIUM ? describe : describe.skip;

/** What `npm test` tries in a real browser each time: the door of the application. */
withBrowser('the door', () => {
  const desk = useDesk();

  it('asks who one is, says what does not fit, and leads to where one was going', async () => {
    const page = await desk.open(null, '/catalogues');
    await page.getByLabel('用户名').fill('compiler');
    await page.getByLabel('密码', { exact: true }).fill('wrong-Passw0rd');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '用户名或密码不正确' }).waitFor();
    await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/catalogues');
  });

  it('has no serious accessibility finding at the door, on a phone neither', async () => {
    const page = await desk.open(null, '/sign-in');
    expect(await seriousFindings(page)).toEqual([]);
    await keep(page, 'sign-in');
  });
});
