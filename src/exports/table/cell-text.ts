import {
  CATEGORY_NAMES,
  CHANNEL_CODES,
  CHANNEL_NAMES,
  METHOD_NAMES,
  PHASE_NAMES,
  PUBLICITY_LEVEL_NAMES,
  type Channel,
  type DisclosingBody,
  type PublicContent,
} from '../../content/index.js';
import type { ColumnKey } from '../../profiles/index.js';
import { basesText, clausesText, effectLevelText } from './bases-text.js';

const TICK = '√';

/** How a form writes what another one writes otherwise. */
export interface Style {
  /** 条款内容 has its own column. */
  readonly clausesApart: boolean;
  /** All thirteen channels stand in the cell, the ones not meant with an empty box. */
  readonly everyBox: boolean;
}

/** What stands in the form's cells for one item, in the words that the reading of files understands. Blank where the item says nothing. */
export function cellText(key: ColumnKey, number: string, content: PublicContent, style: Style): string {
  switch (key) {
    case 'ordinal':
      return number;
    case 'level1':
    case 'level2':
    case 'level3':
    case 'level4':
      return content.path?.[Number(key.slice(-1)) - 1] ?? '';
    case 'elements':
      return elementsText(content.elements ?? []);
    case 'bases':
      return basesText(content.bases ?? [], !style.clausesApart);
    case 'clauses':
      return clausesText(content.bases ?? []);
    case 'effectLevel':
      return effectLevelText(content.bases ?? []);
    case 'timeLimit':
      return content.timeLimit?.text ?? '';
    case 'disclosingBodies':
      return (content.disclosingBodies ?? []).map(bodyText).join('、');
    case 'category':
      return content.category ? CATEGORY_NAMES[content.category].zh : '';
    case 'channels':
      return channelsText(content.channels ?? [], style.everyBox);
    case 'audiencePublic':
      return content.audience?.kind === 'PUBLIC' ? TICK : '';
    case 'audienceSpecific':
      return content.audience?.kind === 'SPECIFIC' ? [TICK, content.audience.groups?.join('、')].filter(Boolean).join(' ') : '';
    case 'method':
      return content.method ? METHOD_NAMES[content.method].zh : '';
    case 'publicityLevels':
      return (content.publicityLevels ?? []).map((code) => PUBLICITY_LEVEL_NAMES[code].zh).join('、');
    case 'phases':
      return (content.phases ?? []).map((code) => PHASE_NAMES[code].zh).join('、');
    case 'field':
      return content.field ?? '';
    case 'responsibleOffice':
      return content.responsibleOffice ?? '';
    case 'duty':
      return content.duty ?? '';
  }
}

/** 公开内容: each element with its ●, when there are several. */
export function elementsText(elements: readonly string[]): string {
  return elements.length > 1 ? elements.map((element) => `●${element}`).join('\n') : (elements[0] ?? '');
}

export function bodyText({ text, lead }: DisclosingBody): string {
  return lead ? `${text}（牵头）` : text;
}

export function channelText({ code, note }: Channel): string {
  return `${CHANNEL_NAMES[code].zh}${note ? `（${note}）` : ''}`;
}

/** One box a line. Empty ones are mixed in where that keeps the order in which the item names its channels. */
function channelsText(channels: readonly Channel[], everyBox: boolean): string {
  const filled = (channel: Channel): string => `■${channelText(channel)}`;
  if (!everyBox || channels.length === 0) return channels.map(filled).join('\n');
  const codes = channels.map(({ code }) => code);
  const inOrder = CHANNEL_CODES.filter((code) => codes.includes(code)).every((code, i) => code === codes[i]);
  const order = inOrder ? CHANNEL_CODES : [...codes, ...CHANNEL_CODES.filter((code) => !codes.includes(code))];
  return order
    .map((code) => {
      const channel = channels.find((named) => named.code === code);
      return channel ? filled(channel) : `□${CHANNEL_NAMES[code].zh}`;
    })
    .join('\n');
}
