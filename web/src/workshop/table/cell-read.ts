import { audiences, categories, channels, effectLevels, methods, phases, publicityLevels, type Codes } from '../codes';
import type { Audience, Body, Channel, ItemContent } from '../content';
import { levelOf, type ColumnKey } from './columns';
import { readBases, readClauses } from './read-bases';
import { hasColumn, type FormRules } from './rules';

/** Why a cell cannot take a text. */
export type Refusal =
  | 'pathGap'
  | 'pathEmpty'
  | 'pathBelow'
  | 'channelUnknown'
  | 'levelUnknown'
  | 'levelCount'
  | 'basisUnread'
  | 'clauseUnaligned'
  | 'wordUnknown'
  | 'tickUnknown'
  | 'tooLong'
  | 'numberLong';

export type Read = { readonly content: ItemContent } | { readonly refused: Refusal; readonly word?: string };

const MOST: Readonly<Partial<Record<ColumnKey, number>>> = { timeLimit: 500, duty: 10_000, field: 300, responsibleOffice: 300 };
const LEVEL_MOST = 200;

/** The content with one cell's text taken in, or why it cannot be. An empty text empties the cell. */
export function withCell(content: ItemContent, key: ColumnKey, raw: string, rules: FormRules): Read {
  const text = raw.replace(/\r\n?/g, '\n').trim();
  const level = levelOf(key);
  if (level >= 0) return withLevel(content, level, oneLine(text));
  if (text.length > (MOST[key] ?? Infinity)) return { refused: 'tooLong' };
  switch (key) {
    case 'elements':
      return { content: { ...content, elements: readElements(text) } };
    case 'bases':
      return readBases(content, text, !hasColumn(rules, 'clauses'));
    case 'clauses':
      return readClauses(content, text);
    case 'effectLevel':
      return readEffectLevels(content, text, rules);
    case 'timeLimit':
      return {
        content: { ...content, timeLimit: text ? { text, rule: text === content.timeLimit?.text ? content.timeLimit.rule : null } : null },
      };
    case 'disclosingBodies':
      return { content: { ...content, disclosingBodies: readBodies(text, content.disclosingBodies) } };
    case 'category':
      return readWord(content, 'category', text, categories, rules.categoryAliases);
    case 'method':
      return readWord(content, 'method', text, methods, rules.methodAliases);
    case 'channels':
      return readChannels(content, text, rules);
    case 'audiencePublic':
      return readEverybody(content, text);
    case 'audienceSpecific':
      return readGroups(content, text);
    case 'publicityLevels':
      return readCodes(content, 'publicityLevels', text, publicityLevels);
    case 'phases':
      return readCodes(content, 'phases', text, phases);
    case 'field':
    case 'responsibleOffice':
      return { content: { ...content, [key]: oneLine(text) } };
    case 'duty':
      return { content: { ...content, duty: text } };
    default:
      return { content };
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '').replace(/\t/g, ' ');
}

/** A path has no gaps: a level needs the one above, and cannot go while there is one below. */
function withLevel(content: ItemContent, level: number, text: string): Read {
  const { path } = content;
  if (text.length > LEVEL_MOST) return { refused: 'tooLong' };
  if (text === '') {
    if (level >= path.length) return { content };
    if (level === 0) return { refused: 'pathEmpty' };
    return level < path.length - 1 ? { refused: 'pathBelow' } : { content: { ...content, path: path.slice(0, level) } };
  }
  if (level > path.length) return { refused: 'pathGap' };
  return { content: { ...content, path: [...path.slice(0, level), text, ...path.slice(level + 1)] } };
}

/** With ●: one for each; without: one for each line. */
export function readElements(text: string): string[] {
  const pieces = /[●•▪◆]/.test(text) ? text.split(/[●•▪◆]/) : text.split('\n');
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Bodies that stand keep what else is known of them. */
export function readBodies(text: string, standing: readonly Body[] = []): Body[] {
  return text
    .split(/[\n、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const bare = name.replace(/[（(]\s*牵头(?:单位|部门)?\s*[)）]/, '').trim();
      const known = standing.find((body) => body.text === bare);
      const body: Body = { text: bare, ...(known?.organizationId && { organizationId: known.organizationId }) };
      return bare !== name ? { ...body, lead: true } : body;
    });
}

const ON = '■☑√✓✔þ☒◼●';
const BOXES = /[■☑√✓✔þ☒◼●□☐○◻]|(?<=^|\s)口(?=\s*[\u4e00-\u9fff])/gu;

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s。；;，,、.]/g, '');
}

function readChannels(content: ItemContent, text: string, rules: FormRules): Read {
  if (text === '') return { content: { ...content, channels: [] } };
  const known = new Map(Object.entries(rules.channelAliases).map(([name, code]) => [plain(name), code]));
  for (const code of channels.codes) known.set(plain(channels.official(code)), code);
  const found: Channel[] = [];
  for (const name of channelNames(text)) {
    const code = known.get(plain(name));
    const note = !code && name.startsWith('其他') ? name.slice(2).replace(/^[\s：:（(]+|[\s）)]+$/g, '') : undefined;
    if (!code && note === undefined) return { refused: 'channelUnknown', word: name };
    const channel: Channel = note ? { code: 'OTHER', note } : { code: code ?? 'OTHER' };
    if (!found.some((one) => one.code === channel.code)) found.push(channel);
  }
  return { content: { ...content, channels: found } };
}

/** By the boxes where there are any (two may share a line), else by the marks between names. */
function channelNames(text: string): string[] {
  const boxes = [...text.matchAll(BOXES)];
  const names =
    boxes.length > 0
      ? boxes.filter((box) => ON.includes(box[0])).map((box) => text.slice(box.index + box[0].length, boxes[boxes.indexOf(box) + 1]?.index))
      : text.split(/[、，,；;\s]+/);
  return names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
}

const TICK = /^(?:[√✓✔☑■●þ☒Vv]|是)\s*/;
const NO_TICK = /^(?:[□☐○×✗✕—\-/]|否|无)*$/;

function readEverybody(content: ItemContent, text: string): Read {
  if (NO_TICK.test(text)) return { content: content.audience?.kind === 'PUBLIC' ? { ...content, audience: null } : content };
  if (TICK.test(text) || text === audiences.official('PUBLIC')) return { content: { ...content, audience: { kind: 'PUBLIC' } } };
  return { refused: 'tickUnknown', word: text };
}

/** A tick, and beside it who; names without a tick say both. */
function readGroups(content: ItemContent, text: string): Read {
  if (NO_TICK.test(text)) return { content: content.audience?.kind === 'SPECIFIC' ? { ...content, audience: null } : content };
  const groups = text
    .replace(TICK, '')
    .split(/[\n、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const audience: Audience = { kind: 'SPECIFIC', ...(groups.length > 0 && { groups }) };
  return { content: { ...content, audience } };
}

function readWord(
  content: ItemContent,
  field: 'category' | 'method',
  text: string,
  codes: Codes,
  aliases: Readonly<Record<string, string>>,
): Read {
  if (text === '') return { content: { ...content, [field]: null } };
  const bare = plain(field === 'method' ? text.replace(TICK, '') || '主动' : text.replace(TICK, ''));
  const named =
    Object.entries(aliases).find(([name]) => plain(name) === bare)?.[1] ?? codes.codes.find((code) => plain(codes.official(code)) === bare);
  return named ? { content: { ...content, [field]: named } } : { refused: 'wordUnknown', word: text };
}

function readCodes(content: ItemContent, field: 'publicityLevels' | 'phases', text: string, codes: Codes): Read {
  const words = text.split(/[\s、，,；;]+/).filter((word) => word !== '');
  const found = words.map((word) => codes.codes.find((code) => codes.official(code) === word || codes.official(code)[0] === word));
  const unknown = words.find((_, i) => !found[i]);
  if (unknown) return { refused: 'wordUnknown', word: unknown };
  return { content: { ...content, [field]: codes.codes.filter((code) => found.includes(code)) } };
}

const ORDINAL = /^\s*(\d{1,2})\s*[.．、]\s*/;

/** By ordinal, or in order where there are as many as bases. */
function readEffectLevels(content: ItemContent, text: string, rules: FormRules): Read {
  const entries = text
    .split('\n')
    .flatMap((line) => line.split(/\s+(?=\d{1,2}\s*[.．、])/))
    .map((line) => ({ ordinal: ORDINAL.exec(line)?.[1], word: line.replace(ORDINAL, '').trim() }))
    .filter(({ word }) => word !== '');
  const known = new Map(Object.entries(rules.effectLevelAliases).map(([name, code]) => [plain(name), code]));
  for (const code of effectLevels.codes) known.set(plain(effectLevels.official(code)), code);
  const unknown = entries.find(({ word }) => !known.has(plain(word)));
  if (unknown) return { refused: 'levelUnknown', word: unknown.word };
  const byOrdinal = entries.some(({ ordinal }) => ordinal !== undefined);
  if (!byOrdinal && entries.length > 0 && entries.length !== content.bases.length) return { refused: 'levelCount' };
  if (byOrdinal && entries.some(({ ordinal }) => !ordinal || Number(ordinal) < 1 || Number(ordinal) > content.bases.length))
    return { refused: 'levelCount' };
  const bases = content.bases.map((basis, i) => {
    const entry = byOrdinal ? entries.find(({ ordinal }) => Number(ordinal) === i + 1) : entries[i];
    const { effectLevel: _, ...rest } = basis;
    return entry ? { ...rest, effectLevel: { code: known.get(plain(entry.word))!, raw: entry.word } } : rest;
  });
  return { content: { ...content, bases } };
}
