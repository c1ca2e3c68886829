import { zipSync, type Zippable } from 'fflate';
import { filesOf } from '../../../verifier/package-files.js';
import { pageOf } from './page.js';
import type { Evidence } from './evidence.reads.js';

/** The archive: what verifies, and a page for people. The same evidence gives the same bytes. */
export function archiveOf(evidence: Evidence): Buffer {
  const files = new Map([...filesOf(evidence.pack), ['index.html', Buffer.from(pageOf(evidence), 'utf8')] as const]);
  const entries: Zippable = Object.fromEntries([...files].map(([name, bytes]) => [name, bytes]));
  return Buffer.from(zipSync(entries, { level: 6, mtime: new Date('1980-01-01T00:00:00Z') }));
}
