import type { Channel, ChannelCode } from '../../../content/index.js';
import { oneLine, visible } from './wording.js';

export interface ReadChannels {
  readonly channels: readonly Channel[];
  /** Names with a filled box that the profile does not know; kept as OTHER with the name as its note. */
  readonly unknown: readonly string[];
  /** The cell has text but no box and no known name. */
  readonly unreadable: boolean;
}

const ON = '■☑√✓✔þ☒◼●';
const OFF = '□☐○◻';
/** 口 and þ are letters too (窗口): a box only where a name begins. */
const BOX = new RegExp(`[${ON}${OFF}]|(?<=^|\\s)口(?=\\s*[\\u4e00-\\u9fff])`, 'gu');

/** True where a box stands before a name, as only 公开渠道和载体 has it. */
export function hasBox(text: string): boolean {
  return /[■☑◼□☐◻]\s*[\u4e00-\u9fff]/u.test(text);
}

/**
 * Channels by their boxes, not by lines: two may share one. Filled boxes count, empty ones do not; a list of names
 * without any box names what it lists, if every name is known.
 */
export function readChannels(cell: string, aliases: Readonly<Record<string, ChannelCode>>): ReadChannels {
  const text = visible(cell);
  const known = new Map(Object.entries(aliases).map(([name, code]) => [plain(name), code]));
  const boxes = [...text.matchAll(BOX)];
  if (boxes.length === 0) return readBare(text, known);
  const channels: Channel[] = [];
  const unknown: string[] = [];
  boxes.forEach((box, i) => {
    if (!ON.includes(box[0])) return;
    const name = oneLine(text.slice(box.index + box[0].length, boxes[i + 1]?.index));
    const read = readName(name, known);
    if (!read) {
      if (name) unknown.push(name);
      return;
    }
    add(channels, read);
  });
  for (const name of unknown) add(channels, { code: 'OTHER', note: name });
  return { channels, unknown, unreadable: channels.length === 0 && !boxes.some((box) => !ON.includes(box[0])) };
}

function readBare(text: string, known: ReadonlyMap<string, ChannelCode>): ReadChannels {
  const names = text.split(/[、，,；;\s]+/).filter((name) => name !== '');
  const channels: Channel[] = [];
  for (const name of names) {
    const read = readName(name, known);
    if (!read) return { channels: [], unknown: [], unreadable: true };
    add(channels, read);
  }
  return { channels, unknown: [], unreadable: channels.length === 0 };
}

/** 其他：微信群 is OTHER with a note. */
function readName(name: string, known: ReadonlyMap<string, ChannelCode>): Channel | null {
  const code = known.get(plain(name));
  if (code) return { code };
  if (!name.startsWith('其他')) return null;
  const note = name
    .replace(/[_ \t\n\u00a0\u3000]+/gu, ' ')
    .slice(2)
    .replace(/^[ ：:（(]+/u, '')
    .replace(/ ?[）)]? ?$/u, '');
  return note ? { code: 'OTHER', note } : { code: 'OTHER' };
}

/** Each code stands once; what several others are called stands in one note. */
function add(channels: Channel[], channel: Channel): void {
  const at = channels.findIndex(({ code }) => code === channel.code);
  if (at < 0) {
    channels.push(channel);
    return;
  }
  const notes = [channels[at]!.note, channel.note].filter((note) => note !== undefined);
  if (notes.length > 0) channels[at] = { code: channel.code, note: [...new Set(notes)].join('；') };
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s。；;，,、.]/g, '');
}
