import type { EffectLevelCode } from '../codes.js';
import type { Basis } from '../item-content.js';

const DOCUMENTS: readonly EffectLevelCode[] = ['CENTRAL_DOC', 'STATE_COUNCIL_DOC', 'MINISTRY_DOC', 'LOCAL_NORMATIVE', 'OTHER'];
const REGULATIONS: readonly EffectLevelCode[] = ['ADMIN_REGULATION', 'LOCAL_REGULATION'];

/** The name alone: without ordinal, 《》 and what stands in brackets behind it. */
export function bareTitle(title: string): string {
  const inner = title.replace(/^\s*\d{1,2}\s*[.．、]\s*/, '');
  const open = inner.indexOf('《');
  const close = inner.lastIndexOf('》');
  const name = open >= 0 && close > open ? inner.slice(open + 1, close) : inner;
  // From a fixed end, so that a hostile title costs one pass.
  const bracket = name.search(/[（(][^（()）]*[)）]\s*$/);
  return (bracket > 0 ? name.slice(0, bracket) : name).trim();
}

/**
 * The ranks that a basis can have by its name and number; undefined where they do not tell (规定, 办法 may be several).
 * Only a hint: the rank is for a person to say.
 */
export function likelyLevels(basis: Basis): readonly EffectLevelCode[] | undefined {
  const number = basis.documentNumber ?? '';
  if (/^(?:国发|国办发|国函|国办函)/.test(number)) return ['STATE_COUNCIL_DOC'];
  if (/^(?:中发|中办发)/.test(number)) return ['CENTRAL_DOC'];
  const name = bareTitle(basis.title);
  if (/(?:通知|意见|要点|方案|计划|指引|公告|纲要|函)$/.test(name)) return documentsOf(name);
  if (/(?<![办方做看说])法(?:典)?$/.test(name)) return ['LAW'];
  if (name.endsWith('条例')) return /^(?:中华人民共和国|国务院)/.test(name) ? ['ADMIN_REGULATION'] : REGULATIONS;
  return undefined;
}

function documentsOf(name: string): readonly EffectLevelCode[] {
  if (name.startsWith('中共中央')) return ['CENTRAL_DOC'];
  if (name.startsWith('国务院')) return ['STATE_COUNCIL_DOC'];
  return DOCUMENTS;
}

/** The basis itself carries articles: a law or a regulation. */
export function hasArticles(basis: Basis): boolean {
  return (likelyLevels(basis) ?? []).some((level) => level === 'LAW' || level === 'ADMIN_REGULATION' || level === 'LOCAL_REGULATION');
}
