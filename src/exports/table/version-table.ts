import type { PublicContent } from '../../content/index.js';
import { publicContent } from '../../content/index.js';
import type { ReadableItem, ReadableVersion } from '../reads/version-texts.reads.js';
import { say } from '../forms/words.js';
import { VERSION_STATE_NAMES } from '../messages.js';
import { publicColumns, workColumns } from './columns.js';
import { officialTable } from './official-table.js';
import type { Heading, Table } from './table.js';

/** The table of a version with what stands above it and what the file is called. */
export interface VersionTable {
  readonly heading: Heading;
  readonly table: Table;
  readonly fileName: string;
}

/** Items that are not on their way to the public: their preview is no part of the public's table. */
const NOT_FOR_THE_PUBLIC: ReadonlySet<string> = new Set(['withheld', 'onApplication', 'referred', 'deferred', 'setAside']);

/**
 * The working table with every column of the form, internal ones too. Items that leave the catalogue are no rows of it.
 * @param whole also what the form has no column for: in a workbook that is read again, not on paper
 */
export function workingTable(
  { loaded, profile, organization }: ReadableVersion,
  items: readonly ReadableItem[],
  whole: boolean,
): VersionTable {
  const { title, number: version, state } = loaded.version;
  const omitted = items.filter(({ text }) => text === null).length;
  const rows = items.flatMap(({ number, text }) => (text && !text.removal ? [{ number, content: text.content }] : []));
  const contents = rows.map(({ content }) => content);
  const numbered = rows.some(({ number }) => number !== '') || profile.columns.some(({ key, optional }) => key === 'ordinal' && optional);
  return {
    heading: {
      title,
      lines: [
        say('table.by', { organization, version, state: VERSION_STATE_NAMES[state] }),
        ...(profile.columns.some(({ visibility }) => visibility === 'I') ? [say('table.internal')] : []),
        ...(omitted > 0 ? [say('table.omitted', { n: omitted })] : []),
      ],
    },
    // A form that always prints 序号 gets running numbers where nobody gave any.
    table: officialTable(numbered ? rows : running(contents), whole ? workColumns(profile, contents) : profile.columns, profile),
    fileName: say('table.file', { title, version }),
  };
}

/** The public's table. Its numbers run on: 序号 of the working table may tell what is left out. */
export function publicTable({ loaded, profile, organization }: ReadableVersion, contents: readonly PublicContent[]): VersionTable {
  const { title, number: version } = loaded.version;
  return {
    heading: { title, lines: [say('table.publicBy', { organization, version })] },
    table: officialTable(running(contents), publicColumns(profile), profile),
    fileName: say('table.publicFile', { title, version }),
  };
}

const running = (contents: readonly PublicContent[]) => contents.map((content, i) => ({ number: String(i + 1), content }));

/** What the public would read of a version that is not in force: the allowed fields of the items that are meant for it. */
export function publicPreview({ profile }: ReadableVersion, items: readonly ReadableItem[]): { id: string; content: PublicContent }[] {
  return items
    .filter(({ state, text }) => text && !text.removal && !NOT_FOR_THE_PUBLIC.has(state))
    .map(({ id, text }) => ({ id, content: publicContent(text!.content, profile) }));
}
