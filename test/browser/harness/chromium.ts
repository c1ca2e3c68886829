import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine: `CHROMIUM`, or where distributions put it. */
export const CHROMIUM = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** @throws when there is none: Debian has it as `chromium`, with `fonts-noto-cjk` for the characters */
export function launch(): Promise<Browser> {
  if (!CHROMIUM)
    throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium fonts-noto-cjk) or name it by CHROMIUM.');
  // Inside containers root has no user namespaces to build a sandbox from.
  return chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
