import { EFFECT_LEVEL_NAMES } from '../../codes.js';
import type { Basis } from '../../item-content.js';
import type { Advice, Advisor } from '../hint.js';
import { likelyLevels } from '../basis-title.js';

/** The level cannot be that of such a title: 条例 is no law, 通知 is no regulation. */
export const levelUnlikely: Advisor = {
  code: 'effectLevel.unlikely',
  message: { zh: '效力位阶与依据名称不符', en: 'The effect level does not fit the title of the basis' },
  advise: ({ bases }) => (isMisaligned(bases) ? [] : bases.flatMap((basis, i) => (isUnlikely(basis) ? [at(basis, i)] : []))),
};

/** Each level fits another basis: the two lists were written in different orders. */
export const levelsMisaligned: Advisor = {
  code: 'effectLevel.misaligned',
  message: { zh: '效力位阶的顺序与公开依据的顺序不一致', en: 'The effect levels stand in another order than the bases' },
  advise: ({ bases }) => (isMisaligned(bases) ? bases.flatMap((basis, i) => (isUnlikely(basis) ? [at(basis, i)] : [])) : []),
};

/** 法律法规 and the like name no level. */
export const levelUnclear: Advisor = {
  code: 'effectLevel.unclear',
  message: { zh: '效力位阶表述不明确，请选择具体位阶', en: 'The wording names no one level: choose which' },
  advise: ({ bases }) =>
    bases.flatMap(({ effectLevel }, i) =>
      effectLevel?.code === 'OTHER' && !/其他/.test(effectLevel.raw)
        ? [{ field: `bases[${i}].effectLevel.raw`, start: 0, end: effectLevel.raw.length }]
        : [],
    ),
};

function isUnlikely(basis: Basis): boolean {
  const likely = likelyLevels(basis);
  return likely !== undefined && basis.effectLevel !== undefined && !likely.includes(basis.effectLevel.code);
}

/** At least two levels are wrong, and each of them is right for another of the wrong ones. */
function isMisaligned(bases: readonly Basis[]): boolean {
  const wrong = bases.filter(isUnlikely);
  return (
    wrong.length >= 2 &&
    wrong.every((basis) => wrong.some((other) => other !== basis && likelyLevels(other)?.includes(basis.effectLevel!.code)))
  );
}

function at(basis: Basis, i: number): Advice {
  const likely = likelyLevels(basis) ?? [];
  const only = likely.length === 1 ? likely[0] : undefined;
  return {
    field: `bases[${i}].effectLevel.raw`,
    start: 0,
    end: basis.effectLevel?.raw.length ?? 0,
    ...(only && { suggestion: EFFECT_LEVEL_NAMES[only].zh }),
  };
}
