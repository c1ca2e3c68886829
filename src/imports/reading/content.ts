import {
  type Basis,
  type ContentField,
  emptyContent,
  type ItemContent,
  parseTimeLimit,
  STATUTORY_WORKDAYS,
  type TimeLimit,
  workdayRules,
} from '../../content/index.js';
import type { ColumnKey, Profile } from '../../profiles/index.js';
import type { ResolvedRow } from './blocks.js';
import { readBases, type ReadBasis } from './cells/bases.js';
import { readChannels } from './cells/channels.js';
import { alignClauses, readClauses } from './cells/clauses.js';
import { readEffectLevels } from './cells/effect-levels.js';
import {
  paragraphs,
  readAudience,
  readBodies,
  readCategory,
  readElements,
  readMethod,
  readPhases,
  readPublicityLevels,
} from './cells/simple.js';
import { excerpt, oneLine } from './cells/wording.js';
import { fitting } from './fitting.js';
import { LEVEL_KEYS } from './values.js';

/** A remark of the reading about one column of an item, before it has a place in the file. */
export interface Remark {
  readonly key: ColumnKey;
  readonly say:
    | { readonly as: 'unreadable'; readonly element: ContentField }
    | { readonly as: 'warning' | 'info'; readonly code: RemarkCode; readonly parameters?: Readonly<Record<string, string>> };
  /** Said at the cell where it was written, not again at each row that inherits it. */
  readonly once?: boolean;
}
type RemarkCode =
  | 'path.gap'
  | 'clauses.unaligned'
  | 'effectLevel.unknown'
  | 'effectLevel.unaligned'
  | 'timeLimit.unread'
  | 'timeLimit.beyondStatute'
  | 'channels.unknown'
  | 'channels.otherWithoutNote'
  | 'audience.groupMissing'
  | 'audience.both';

export interface BuiltContent {
  readonly content: ItemContent;
  readonly bases: readonly ReadBasis[];
  readonly remarks: readonly Remark[];
}

/** Where a field's words stand, if not in a column of its name. */
const COLUMN_OF: Readonly<Partial<Record<ContentField, ColumnKey>>> = { path: 'level1', audience: 'audiencePublic' };

/** What a resolved row says as the content of an item. What is not there stays empty: never a default, save the profile's constants. */
export function buildContent(row: ResolvedRow, profile: Profile): BuiltContent {
  const remarks: Remark[] = [];
  const text = (key: ColumnKey): string => row.values.get(key)?.text ?? '';
  const remark = (key: ColumnKey, code: RemarkCode, parameters?: Readonly<Record<string, string>>, once = true): void => {
    remarks.push({ key, say: { as: 'warning', code, parameters }, once });
  };
  const read = <T>(key: 'category' | 'method', reader: (text: string) => T | null): T | null => {
    if (!text(key)) return null;
    const value = reader(text(key));
    if (value === null) remarks.push({ key, say: { as: 'unreadable', element: key } });
    return value;
  };

  const levels = LEVEL_KEYS.map((key) => oneLine(text(key)));
  const path = levels.filter((level) => level !== '');
  if (levels.slice(0, path.length).includes('')) remark('level1', 'path.gap', undefined, false);

  const { bases, written } = buildBases(text, profile, remark);

  const timeLimit = text('timeLimit') ? readTimeLimit(oneLine(text('timeLimit'))) : null;
  if (timeLimit?.rule?.kind === 'UNPARSED') remark('timeLimit', 'timeLimit.unread', undefined, false);
  const longest = Math.max(0, ...workdayRules(timeLimit?.rule ?? null).map(({ days }) => days));
  if (longest > STATUTORY_WORKDAYS) remark('timeLimit', 'timeLimit.beyondStatute', { days: String(longest) });

  const channels = readChannels(text('channels'), profile.channelAliases);
  if (text('channels') && channels.unreadable) remarks.push({ key: 'channels', say: { as: 'unreadable', element: 'channels' } });
  for (const name of channels.unknown) remark('channels', 'channels.unknown', { name: excerpt(name) });
  if (channels.channels.some(({ code, note }) => code === 'OTHER' && !note)) remark('channels', 'channels.otherWithoutNote');

  const { audience, both } = readAudience(text('audiencePublic'), text('audienceSpecific'));
  if (both) remark('audienceSpecific', 'audience.both');
  if (audience?.kind === 'SPECIFIC' && !audience.groups) remark('audienceSpecific', 'audience.groupMissing');

  const publicityLevels = readPublicityLevels(text('publicityLevels'));
  const phases = readPhases(text('phases'));
  const said: ItemContent = {
    ...emptyContent(),
    path,
    elements: readElements(text('elements')),
    bases,
    timeLimit,
    disclosingBodies: readBodies(text('disclosingBodies')),
    category: read('category', (cell) => readCategory(cell, profile.categoryAliases)),
    channels: channels.channels,
    audience,
    method: read('method', (cell) => readMethod(cell, profile.methodAliases)) ?? profile.constants.method ?? null,
    ...(publicityLevels.length > 0 ? { publicityLevels } : {}),
    ...(phases.length > 0 ? { phases } : {}),
    ...(text('field') ? { field: oneLine(text('field')) } : {}),
    ...(text('responsibleOffice') ? { responsibleOffice: oneLine(text('responsibleOffice')) } : {}),
    ...(text('duty') ? { duty: paragraphs(text('duty')) } : {}),
  };
  const { content, dropped } = fitting(said);
  for (const field of dropped) remarks.push({ key: COLUMN_OF[field] ?? (field as ColumnKey), say: { as: 'unreadable', element: field } });
  return { content, bases: written, remarks };
}

/** Bases with the clauses and the effect levels of the columns beside them. */
function buildBases(
  text: (key: ColumnKey) => string,
  profile: Profile,
  remark: (key: ColumnKey, code: RemarkCode, parameters?: Readonly<Record<string, string>>) => void,
): { bases: Basis[]; written: ReadBasis[] } {
  const written = readBases(text('bases'));
  const aligned = alignClauses(readClauses(text('clauses')), written);
  if (aligned.unaligned) remark('clauses', 'clauses.unaligned');
  const ranks = readEffectLevels(text('effectLevel'), written, profile.effectLevelAliases);
  for (const wording of ranks.unknown) remark('effectLevel', 'effectLevel.unknown', { wording: excerpt(wording) });
  if (ranks.unaligned) remark('effectLevel', 'effectLevel.unaligned');
  const bases = written.map(({ title, documentNumber, clauses }, i): Basis => ({
    title,
    ...(documentNumber ? { documentNumber } : {}),
    ...(ranks.levels[i] ? { effectLevel: ranks.levels[i] } : {}),
    clauses: [...clauses, ...(aligned.clauses[i] ?? [])],
  }));
  return { bases, written };
}

function readTimeLimit(text: string): TimeLimit {
  return { text, rule: parseTimeLimit(text) };
}
