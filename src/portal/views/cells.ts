import {
  AUDIENCE_NAMES,
  CATEGORY_NAMES,
  CHANNEL_NAMES,
  EFFECT_LEVEL_NAMES,
  METHOD_NAMES,
  PHASE_NAMES,
  PUBLICITY_LEVEL_NAMES,
  type Message,
} from '../../content/index.js';
import { labelNow, PILOT_FIELDS } from '../../pilots/index.js';
import { fill, type Language } from '../../platform/problems/index.js';
import { MESSAGES, type MessageKey } from '../messages.js';
import type { PublicItem } from '../public-document.js';

/** One paragraph or list entry of a cell, and what stands under it. */
export interface Entry {
  readonly text: string;
  readonly details: readonly string[];
}

type Names = Readonly<Record<string, Message>>;

/** A code that this program does not know yet is shown as it is. */
const named = (names: Names, code: string, language: Language): string => names[code]?.[language] ?? code;

const say = (key: MessageKey, language: Language, parameters: Record<string, string>): string => fill(MESSAGES[key][language], parameters);

function joined(parts: readonly string[] | undefined, language: Language): Entry[] {
  return parts && parts.length > 0 ? [plain(parts.join(MESSAGES['list.comma'][language]))] : [];
}

const plain = (text: string): Entry => ({ text, details: [] });

/** A field as it was signed, and what it is called today where that has changed. */
function calledNow(text: string): string {
  const field = PILOT_FIELDS.find(text);
  if (!field || !field.labels.some(({ zh }) => zh === text)) return text;
  const { zh } = labelNow(field);
  return zh === text ? text : `${text}（现称：${zh}）`;
}

function basisEntry(basis: NonNullable<PublicItem['bases']>[number], language: Language): Entry {
  const notes = [basis.documentNumber, basis.effectLevel && named(EFFECT_LEVEL_NAMES, basis.effectLevel.code, language)].filter(Boolean);
  const text = [basis.title ?? '', ...notes.map((note) => `（${note}）`)].join('');
  return { text, details: (basis.clauses ?? []).map(({ article, text: words }) => [article, words].filter(Boolean).join(' ')) };
}

/** What each column after the path says of an item. A field that the profile keeps inside is absent and says nothing. */
export const CELLS = {
  elements: (item) => (item.elements ?? []).map(plain),
  bases: (item, language) => (item.bases ?? []).map((basis) => basisEntry(basis, language)),
  timeLimit: (item) => (item.timeLimit?.text ? [plain(item.timeLimit.text)] : []),
  disclosingBodies: (item) =>
    joined(
      item.disclosingBodies?.map(({ text, lead }) => (lead ? `${text}（牵头）` : text)),
      'zh',
    ),
  category: (item, language) => (item.category ? [plain(named(CATEGORY_NAMES, item.category, language))] : []),
  channels: (item, language) =>
    joined(
      item.channels?.map(({ code, note }) => {
        const name = named(CHANNEL_NAMES, code, language);
        return note ? say('with.note', language, { name, note }) : name;
      }),
      language,
    ),
  audience: (item, language) => {
    if (!item.audience) return [];
    const name = named(AUDIENCE_NAMES, item.audience.kind, language);
    const groups = item.audience.groups?.join(MESSAGES['list.comma'][language]);
    return [plain(groups ? say('with.groups', language, { name, groups }) : name)];
  },
  method: (item, language) => (item.method ? [plain(named(METHOD_NAMES, item.method, language))] : []),
  publicityLevels: (item, language) =>
    joined(
      item.publicityLevels?.map((code) => named(PUBLICITY_LEVEL_NAMES, code, language)),
      language,
    ),
  phases: (item, language) =>
    joined(
      item.phases?.map((code) => named(PHASE_NAMES, code, language)),
      language,
    ),
  field: (item) => (item.field ? [plain(calledNow(item.field))] : []),
  responsibleOffice: (item) => (item.responsibleOffice ? [plain(item.responsibleOffice)] : []),
  duty: (item) => (item.duty ? [plain(item.duty)] : []),
} as const satisfies Partial<Record<keyof PublicItem, (item: PublicItem, language: Language) => Entry[]>>;

export type CellKey = keyof typeof CELLS;

/** The order of the official table. */
export const CELL_KEYS = Object.keys(CELLS) as CellKey[];

/** Columns that speak the reader's language; the others say what the catalogue says. */
export const TRANSLATED: ReadonlySet<CellKey> = new Set<CellKey>([
  'category',
  'channels',
  'audience',
  'method',
  'publicityLevels',
  'phases',
]);

/** Columns of every catalogue; the others are there when an item has something to say in them. */
export const USUAL: ReadonlySet<CellKey> = new Set<CellKey>(['elements', 'timeLimit', 'disclosingBodies', 'channels', 'audience']);
