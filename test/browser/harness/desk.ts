import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../../src/platform/project.js';
import { useHouse, type TestHouse } from '../../factories/house.js';
import { launch } from './chromium.js';

export interface Sight {
  readonly width?: number;
  readonly height?: number;
  /** `false`: JavaScript is switched off. */
  readonly scripts?: boolean;
}

/** The whole house with a real browser in front of it. */
export interface TestDesk {
  readonly house: TestHouse;
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  /** A page of somebody who is signed in already (`null`: of nobody), in a browser profile of its own. */
  open(username: string | null, path?: string, sight?: Sight): Promise<Page>;
}

const EXPECTED = /Failed to load resource/; // the browser's own line about an answer of 4xx; the page says the rest

/**
 * Call at the top of a browser spec; read the fields inside tests. After each test every page is closed, and a script error, a refused
 * style or script, or a request to another host on any of them fails it.
 */
export function useDesk(): TestDesk {
  beforeAll(buildDesk, 120_000); // before the house opens: it looks for the desk once
  const house = useHouse();
  const desk = { house } as { -readonly [K in keyof TestDesk]: TestDesk[K] };
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    await house.app.listen(0, '127.0.0.1');
    desk.url = (await house.app.getUrl()).replace('[::1]', '127.0.0.1');
  }, 120_000);

  desk.open = async (username, path = '/', { width = 1440, height = 900, scripts = true } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      javaScriptEnabled: scripts,
    });
    contexts.push(context);
    if (username) {
      const [name = '', value = ''] = (await house.as(username)).credentials.split('=');
      await context.addCookies([{ name, value, url: desk.url, httpOnly: true, sameSite: 'Strict' }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(desk.url)) faults.push(`another host: ${request.url()}`);
    });
    await page.goto(desk.url + path);
    return page;
  };

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  });
  afterAll(() => browser?.close());
  return desk;
}

/** What the server serves is what lies in web/dist: built from the sources as they are now. */
function buildDesk(): void {
  const program = `import('./scripts/build.mjs').then(({ buildIfStale }) => buildIfStale(['web/dist']))`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: join(PROJECT_ROOT), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
