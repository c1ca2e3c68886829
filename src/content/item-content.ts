import type { AudienceKind, Category, ChannelCode, EffectLevelCode, Method, Phase, PublicityLevel } from './codes.js';
import type { TimeLimitRule } from './time-limit-rule.js';

/**
 * What one catalogue item (公开事项) says: the text that is reviewed, signed by its hash and published.
 * A draft may still lack everything but the first level of its path: what is not there yet is an empty list or null,
 * an optional field that says nothing is left out, so that one meaning has one canonical form.
 */
export interface ItemContent {
  /** 一级 to 四级事项, without gaps. */
  readonly path: readonly string[];
  /** 公开内容（要素）, one entry per ●. */
  readonly elements: readonly string[];
  readonly bases: readonly Basis[];
  readonly timeLimit: TimeLimit | null;
  readonly disclosingBodies: readonly DisclosingBody[];
  readonly category: Category | null;
  readonly channels: readonly Channel[];
  readonly audience: Audience | null;
  readonly method: Method | null;
  readonly publicityLevels?: readonly PublicityLevel[];
  readonly phases?: readonly Phase[];
  /** One of the 26 pilot fields by any of its names, as the body writes it (src/pilots knows which). */
  readonly field?: string;
  readonly responsibleOffice?: string;
  /** 对应职责. */
  readonly duty?: string;
}

/** One legal or policy basis (公开依据) with the clauses quoted from it; `title` as written, with its 《》. */
export interface Basis {
  readonly title: string;
  readonly documentNumber?: string;
  readonly effectLevel?: EffectLevel;
  readonly clauses: readonly Clause[];
}

/** `raw` keeps what the file said: live files hold words such as 法律法规 that are no level. */
export interface EffectLevel {
  readonly code: EffectLevelCode;
  readonly raw: string;
}

export interface Clause {
  /** 第七条; absent where only words are quoted. */
  readonly article?: string;
  readonly text: string;
}

/** `rule` is what the grammar, or a person, read in `text`; null where nobody read it yet. */
export interface TimeLimit {
  readonly text: string;
  readonly rule: TimeLimitRule | null;
}

export interface DisclosingBody {
  readonly text: string;
  readonly organizationId?: string;
  /** 牵头: the lead among several bodies. */
  readonly lead?: boolean;
}

/** `note` says which, where the code is OTHER. */
export interface Channel {
  readonly code: ChannelCode;
  readonly note?: string;
}

export interface Audience {
  readonly kind: AudienceKind;
  readonly groups?: readonly string[];
}

/** Why an item that was public leaves the catalogue, and who answers for it from now on (长治市教育局 2020-08-12: 已转至市行政审批局). */
export interface Removal {
  readonly reason: string;
  readonly receivingBody?: string;
  readonly legalCitation?: string;
}

/** What a `PATCH` says about an item: the fields that change. An optional field set to null goes. */
export type ContentPatch = {
  readonly [K in Exclude<keyof ItemContent, 'timeLimit'>]?: ItemContent[K] | null;
} & {
  readonly timeLimit?: TimeLimitPatch | null;
};

/** `text` alone is read by the grammar; `rule` alone is what a person says the standing text means. */
export interface TimeLimitPatch {
  readonly text?: string;
  readonly rule?: TimeLimitRule;
}

/** An item that says nothing yet. */
export function emptyContent(): ItemContent {
  return {
    path: [],
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
