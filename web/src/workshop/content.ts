/** What an item says, as the API sends and takes it (docs: the content of an item). */
export interface ItemContent {
  readonly path: readonly string[];
  readonly elements: readonly string[];
  readonly bases: readonly Basis[];
  readonly timeLimit: TimeLimit | null;
  readonly disclosingBodies: readonly Body[];
  readonly category: string | null;
  readonly channels: readonly Channel[];
  readonly audience: Audience | null;
  readonly method: string | null;
  readonly publicityLevels?: readonly string[];
  readonly phases?: readonly string[];
  readonly field?: string;
  readonly responsibleOffice?: string;
  readonly duty?: string;
}

export interface Basis {
  readonly title: string;
  readonly documentNumber?: string;
  readonly effectLevel?: { readonly code: string; readonly raw: string };
  readonly clauses: readonly Clause[];
}

export interface Clause {
  readonly article?: string;
  readonly text: string;
}

export interface TimeLimit {
  readonly text: string;
  readonly rule: TimeLimitRule | null;
}

/** `days` and `event`, `month` and `day`: only some kinds have them. */
export interface TimeLimitRule {
  readonly kind: string;
  readonly [detail: string]: unknown;
}

export interface Body {
  readonly text: string;
  readonly organizationId?: string;
  readonly lead?: boolean;
}

export interface Channel {
  readonly code: string;
  readonly note?: string;
}

export interface Audience {
  readonly kind: 'PUBLIC' | 'SPECIFIC';
  readonly groups?: readonly string[];
}

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

/** The fields that change; null empties one. */
export type ContentPatch = { readonly [field in ContentField]?: ItemContent[field] | null };

/** The same value with its keys in one order, so that equal values are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function says(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Whether two values of a field say the same; nothing, an empty text and an empty list are one. */
export function sameValue(a: unknown, b: unknown): boolean {
  return says(a) || says(b) ? canonical(a ?? null) === canonical(b ?? null) : true;
}

/**
 * What has to be sent to turn one content into the other. A time limit whose words changed goes without its old meaning, unless a
 * person gave the new one: the server reads the words.
 */
export function patchBetween(before: ItemContent, after: ItemContent): ContentPatch {
  const changed = CONTENT_FIELDS.filter((field) => !sameValue(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field] ?? null])) as ContentPatch;
}

/** The content after a patch, as the page shows it until the server's own comes. */
export function patched(content: ItemContent, patch: ContentPatch): ItemContent {
  const next = { ...content, ...patch } as { -readonly [K in keyof ItemContent]: ItemContent[K] };
  for (const field of ['elements', 'bases', 'disclosingBodies', 'channels'] as const) if (!next[field]) next[field] = [];
  return next;
}

export function fieldsOf(patch: ContentPatch): ContentField[] {
  return CONTENT_FIELDS.filter((field) => patch[field] !== undefined);
}

/** What a row is written from: null where one may not read it, and nothing yet where its text was purged. */
export function writtenIn({ content, purged }: { readonly content: object | null; readonly purged: boolean }): ItemContent | null {
  return purged ? NOTHING : (content as ItemContent | null);
}

/** An item that says nothing but its name. */
export function newContent(path: readonly string[]): ItemContent {
  return {
    path,
    elements: [],
    bases: [],
    timeLimit: null,
    disclosingBodies: [],
    category: null,
    channels: [],
    audience: null,
    method: null,
  };
}

const NOTHING = newContent([]);
