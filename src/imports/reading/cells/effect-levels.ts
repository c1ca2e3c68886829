import type { EffectLevel, EffectLevelCode } from '../../../content/index.js';
import { splitSegments } from './segments.js';
import { comparable, lines } from './wording.js';

export interface ReadEffectLevels {
  /** One for each basis; null where none is written for it or the wording is no level. */
  readonly levels: readonly (EffectLevel | null)[];
  /** Wordings that are no level (法律法规): kept in the raw cell, somebody must say. */
  readonly unknown: readonly string[];
  /** More or fewer levels than bases, and no ordinals to tell which is whose. */
  readonly unaligned: boolean;
}

/** Reads 依据效力位阶 and aligns it with the bases by ordinal, or in order where both lists are equally long. */
export function readEffectLevels(
  text: string,
  bases: readonly { readonly ordinal?: number }[],
  aliases: Readonly<Record<string, EffectLevelCode>>,
): ReadEffectLevels {
  const known = new Map(Object.entries(aliases).map(([name, code]) => [comparable(name), code]));
  const segments = lines(text)
    .join('\n')
    .split('\n')
    .flatMap((line) => splitSegments(line));
  const levels: (EffectLevel | null)[] = bases.map(() => null);
  const unknown: string[] = [];
  let unaligned = segments.length > 0 && segments.some(({ ordinal }) => ordinal === undefined) && segments.length !== bases.length;
  segments.forEach((segment, i) => {
    const code = known.get(comparable(segment.text)) ?? ministry(segment.text);
    if (!code) {
      unknown.push(segment.text);
      return;
    }
    const byOrdinal = segment.ordinal === undefined ? i : bases.findIndex(({ ordinal }) => ordinal === segment.ordinal);
    const index = byOrdinal >= 0 && levels[byOrdinal] === null ? byOrdinal : i;
    if (index < levels.length && levels[index] === null) levels[index] = { code, raw: segment.text };
    else unaligned = true;
  });
  return { levels, unknown, unaligned };
}

/** 教育部文件, 国家税务总局文件. */
function ministry(text: string): EffectLevelCode | undefined {
  return /^[\u4e00-\u9fff]{2,20}(?:部|委员会|委|总局|局|署|办公室)文件$/u.test(comparable(text)) ? 'MINISTRY_DOC' : undefined;
}
