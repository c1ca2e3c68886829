import type { components } from '../api/schema';
import type { Content } from './differences';

export type Profile = components['schemas']['ProfileView'];

/** What stands together on the screen: a basis with its clauses and rank, the two columns of the audience. */
export type BlockKey =
  | 'elements'
  | 'bases'
  | 'timeLimit'
  | 'disclosingBodies'
  | 'category'
  | 'channels'
  | 'audience'
  | 'method'
  | 'publicityLevels'
  | 'phases'
  | 'field'
  | 'responsibleOffice'
  | 'duty';

/** A column of the official table as its header names it. */
export interface BlockPart {
  readonly key: string;
  readonly header: string;
  readonly internal: boolean;
}

export interface Block {
  readonly key: BlockKey;
  readonly parts: readonly BlockPart[];
}

const BLOCK_OF: Readonly<Record<string, BlockKey>> = {
  elements: 'elements',
  bases: 'bases',
  clauses: 'bases',
  effectLevel: 'bases',
  timeLimit: 'timeLimit',
  disclosingBodies: 'disclosingBodies',
  category: 'category',
  channels: 'channels',
  audiencePublic: 'audience',
  audienceSpecific: 'audience',
  method: 'method',
  publicityLevels: 'publicityLevels',
  phases: 'phases',
  field: 'field',
  responsibleOffice: 'responsibleOffice',
  duty: 'duty',
};
const ALWAYS: readonly BlockKey[] = ['elements', 'bases', 'timeLimit', 'disclosingBodies', 'category', 'channels', 'audience'];
const SELDOM: readonly BlockKey[] = ['method', 'publicityLevels', 'phases', 'field', 'responsibleOffice', 'duty'];

interface Column {
  readonly key: string;
  readonly header: string;
  readonly group?: string;
  readonly order: number;
  readonly visibility: string;
}

/**
 * The official table's fields in the profile's order (the item's path is its heading). What is signed although the form has no column
 * for it follows at the end, named by `nameOf`.
 */
export function blocksOf(
  profile: { readonly columns: readonly Column[]; readonly internalFields: readonly string[] },
  content: Content,
  nameOf: (key: BlockKey) => string,
): readonly Block[] {
  const blocks = new Map<BlockKey, BlockPart[]>();
  for (const column of [...profile.columns].sort((one, other) => one.order - other.order)) {
    const key = BLOCK_OF[column.key];
    if (!key) continue;
    const part = { key: column.key, header: column.group ?? column.header, internal: column.visibility === 'I' };
    const parts = blocks.get(key) ?? [];
    if (!parts.some((known) => known.header === part.header)) blocks.set(key, [...parts, part]);
  }
  for (const key of [...ALWAYS, ...SELDOM.filter((seldom) => says(content[seldom]))])
    if (!blocks.has(key)) blocks.set(key, [{ key, header: nameOf(key), internal: profile.internalFields.includes(key) }]);
  const shown = [...blocks].filter(([key]) => ALWAYS.includes(key) || says(content[key]) || key === 'responsibleOffice');
  return shown.map(([key, parts]) => ({ key, parts }));
}

function says(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}

/** One text of an item, under the name that hints and differences call it by. */
export interface TextField {
  readonly field: string;
  readonly text: string;
}

/** Every text that words can be changed in, in the form's order. */
export function textFieldsOf(content: Content): readonly TextField[] {
  const fields: TextField[] = [];
  const add = (field: string, text: string | undefined): void => {
    if (text) fields.push({ field, text });
  };
  content.path.forEach((level, index) => add(`path[${index}]`, level));
  content.elements.forEach((element, index) => add(`elements[${index}]`, element));
  content.bases.forEach((basis, index) => {
    add(`bases[${index}].title`, basis.title);
    add(`bases[${index}].documentNumber`, basis.documentNumber);
    basis.clauses.forEach((clause, clauseIndex) => {
      add(`bases[${index}].clauses[${clauseIndex}].article`, clause.article);
      add(`bases[${index}].clauses[${clauseIndex}].text`, clause.text);
    });
  });
  add('timeLimit.text', content.timeLimit?.text);
  content.disclosingBodies.forEach((body, index) => add(`disclosingBodies[${index}].text`, body.text));
  add('field', content.field);
  add('responsibleOffice', content.responsibleOffice);
  add('duty', content.duty);
  return fields;
}

/** `bases[0].clauses[1].text` as its steps: bases, 0, clauses, 1, text. */
export function stepsOf(field: string): readonly (string | number)[] {
  return field
    .split(/[.[\]]/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/**
 * Other wordings, by field, as a patch of the item: lists go whole, as a `PATCH` wants them; of a time limit only the words are said.
 * Empty when every wording is the one that stands.
 */
export function patchOf(content: Content, wordings: Readonly<Record<string, string>>): Record<string, unknown> {
  const changed = JSON.parse(JSON.stringify(content)) as Record<string, unknown>;
  const touched = new Set<string>();
  for (const { field, text } of textFieldsOf(content)) {
    const wording = wordings[field]?.trim();
    if (wording === undefined || wording === text) continue;
    const steps = stepsOf(field);
    let holder: Record<string | number, unknown> = changed;
    for (const step of steps.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
    holder[steps[steps.length - 1]!] = wording;
    touched.add(String(steps[0]));
  }
  const patch: Record<string, unknown> = {};
  for (const key of touched) patch[key] = key === 'timeLimit' ? { text: (changed[key] as { text: string }).text } : changed[key];
  return patch;
}
