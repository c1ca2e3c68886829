import type { Method } from './codes.js';

/** Elements an item can lack: the codes of `missingElements` that a profile may require. */
export const ELEMENT_CODES = [
  'path',
  'elements',
  'bases',
  'clauses',
  'effectLevel',
  'timeLimit',
  'disclosingBodies',
  'category',
  'channels',
  'audience',
  'method',
  'publicityLevels',
  'phases',
  'field',
  'responsibleOffice',
  'duty',
] as const;
export type ElementCode = (typeof ELEMENT_CODES)[number];

/** Top-level keys of an item's content. */
export const CONTENT_FIELDS = [
  'path',
  'elements',
  'bases',
  'timeLimit',
  'disclosingBodies',
  'category',
  'channels',
  'audience',
  'method',
  'publicityLevels',
  'phases',
  'field',
  'responsibleOffice',
  'duty',
] as const;
export type ContentField = (typeof CONTENT_FIELDS)[number];

export const BASIS_FIELDS = ['title', 'documentNumber', 'effectLevel', 'clauses'] as const;
export type BasisField = (typeof BASIS_FIELDS)[number];

/** What a jurisdiction profile says about the content of its items; a profile satisfies it by its shape. */
export interface ContentRules {
  readonly requiredElements: readonly ElementCode[];
  readonly publicFields: readonly ContentField[];
  readonly publicBasisFields: readonly BasisField[];
  /** What every item of the profile says because its form has no column for it. */
  readonly constants: { readonly method?: Method };
  readonly columns: readonly { readonly key: string }[];
}
