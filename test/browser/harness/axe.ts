import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../../src/platform/project.js';

const SOURCE = readFileSync(createRequire(join(PROJECT_ROOT, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What fades in is judged by how it looks in the end. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document.getAnimations().map((animation) => animation.finished.catch(() => undefined));
    await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 1000))]);
  });
}

/** Serious and critical findings of axe on the page as it stands (WCAG 2.2 A and AA), each with where and why. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }).axe
        .run({ runOnly: { type: 'tag', values: rules } })
        .then((result) => result.violations),
    RULES,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
