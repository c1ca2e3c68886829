import {
  type Audience,
  type Category,
  type DisclosingBody,
  type Method,
  PHASE_NAMES,
  type Phase,
  PHASES,
  PUBLICITY_LEVEL_NAMES,
  PUBLICITY_LEVELS,
  type PublicityLevel,
} from '../../../content/index.js';
import { hasBox } from './channels.js';
import { besideTick, isTick, isUnticked } from './ticks.js';
import { comparable, lines, oneLine } from './wording.js';

/** 公开内容: one element per ●; without any, one, whose lines stay apart only where a sentence ends. */
export function readElements(text: string): string[] {
  const whole = lines(text).join('\n');
  const pieces = /^[●•▪◆]/mu.test(whole) ? whole.split(/[●•▪◆]/u) : [whole];
  return pieces.map(paragraphs).filter((piece) => piece !== '');
}

/** A cell's words: a line that ends a sentence ends a paragraph, other line ends are the column's width. */
export function paragraphs(text: string): string {
  return lines(text).reduce((sum, line) => {
    if (sum === '') return line;
    if ('。；;：:！？'.includes(sum.at(-1)!)) return `${sum}\n${line}`;
    return /[\w.,)]/.test(sum.at(-1)!) && /^[\w(]/.test(line) ? `${sum} ${line}` : sum + line;
  }, '');
}

const ORGAN = /(?:局|委|府|办|厅|部|会|院|处|中心|公司|学校|署|站|所|社)(?:[（(][^（）()]*[)）])?$/u;

/** 公开主体: one or several bodies; line ends part them only where each line is a body's name. */
export function readBodies(text: string): DisclosingBody[] {
  const parts = lines(text);
  const listed = parts.length > 1 && parts.every((line) => ORGAN.test(line)) ? parts : [oneLine(text)];
  return listed
    .flatMap((line) => line.split(/[、，,；;]/u))
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const lead = /[（(]\s*牵头(?:单位|部门)?\s*[)）]/u;
      const text = name.replace(lead, '').trim();
      return text !== '' && text !== name ? { text, lead: true } : { text: name };
    });
}

/** 公开对象 from its two tick columns; `both` when they contradict each other. */
export function readAudience(everybody: string, groups: string): { audience: Audience | null; both: boolean } {
  const ticked = (text: string): boolean => text !== '' && isTick(text) && !hasBox(text);
  const named = groups && !isUnticked(groups) ? besideTick(groups) : '';
  const specific = ticked(groups) || named !== '';
  if (ticked(everybody) && specific) return { audience: null, both: true };
  if (ticked(everybody)) return { audience: { kind: 'PUBLIC' }, both: false };
  if (!specific) return { audience: null, both: false };
  const list = oneLine(named)
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { audience: { kind: 'SPECIFIC', ...(list.length > 0 ? { groups: list } : {}) }, both: false };
}

/** 公开方式: a tick in a catalogue of proactive disclosure means proactive; else the wording. */
export function readMethod(text: string, aliases: Readonly<Record<string, Method>>): Method | null {
  return alias(besideTick(text) || '主动', aliases) ?? null;
}

export function readCategory(text: string, aliases: Readonly<Record<string, Category>>): Category | null {
  return alias(besideTick(text), aliases) ?? null;
}

export function readPublicityLevels(text: string): PublicityLevel[] {
  return PUBLICITY_LEVELS.filter((code) => text.includes(PUBLICITY_LEVEL_NAMES[code].zh[0]!));
}

export function readPhases(text: string): Phase[] {
  return PHASES.filter((code) => text.includes(PHASE_NAMES[code].zh));
}

function alias<T>(text: string, aliases: Readonly<Record<string, T>>): T | undefined {
  const wanted = comparable(text);
  return Object.entries(aliases).find(([name]) => comparable(name) === wanted)?.[1];
}
