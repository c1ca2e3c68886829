import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../../src/platform/project.js';

const GALLERY = join(PROJECT_ROOT, 'docs', 'gallery');
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/**
 * With `GALLERY=1` (npm run gallery) keeps the page as docs/gallery/<name>-1440.png and -390.png; otherwise only looks whether it fits
 * both widths: nothing may be cut off at the right.
 */
export async function keep(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!;
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await page.waitForTimeout(150); // a reflow, and what moves with it
    if (process.env.GALLERY) {
      mkdirSync(GALLERY, { recursive: true });
      await page.screenshot({ path: join(GALLERY, `${name}-${size.width}.png`) });
    }
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect({ name, width: size.width, overflow }).toEqual({ name, width: size.width, overflow: 0 });
  }
  await page.setViewportSize(before);
}
