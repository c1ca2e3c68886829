import type {
  AudienceKind,
  BasisField,
  Category,
  ChannelCode,
  ContentField,
  EffectLevelCode,
  ElementCode,
  Message,
  Method,
} from '../content/index.js';
import type { ProfileColumn } from './columns.js';
import type { NoticeSource } from './faults.js';
import type { GroundCode } from './grounds.js';

/** A question of the checklist that `clear` must answer with yes or no. */
export interface HazardQuestion {
  readonly code: string;
  /** Where the hazard comes from. */
  readonly source: string;
  readonly question: Message;
}

/** Keys of an item's content that the notice holds internally (内部掌握); a basis' parts are dotted. */
export type InternalField = ContentField | 'bases.clauses' | 'bases.effectLevel';

/**
 * The rules of one jurisdiction as data (domain.md §9). A catalogue version is bound to (id, version) when it is opened;
 * a changed profile is a new version, so that replay never depends on a later edit.
 */
export interface Profile {
  readonly id: string;
  readonly version: number;
  readonly name: Message;
  readonly source: NoticeSource;
  /** The form, from the left. Headers are compared without spaces and line breaks. */
  readonly columns: readonly ProfileColumn[];
  readonly requiredElements: readonly ElementCode[];
  readonly internalFields: readonly InternalField[];
  /** The only keys of an item's content that ever leave through the portal. */
  readonly publicFields: readonly ContentField[];
  /** The only keys of a basis that leave, where `bases` is public at all. */
  readonly publicBasisFields: readonly BasisField[];
  readonly constants: { readonly method?: Method };
  /** Wording in a file → code; compared without spaces. */
  readonly channelAliases: Readonly<Record<string, ChannelCode>>;
  readonly audienceAliases: Readonly<Record<string, AudienceKind>>;
  readonly effectLevelAliases: Readonly<Record<string, EffectLevelCode>>;
  readonly categoryAliases: Readonly<Record<string, Category>>;
  readonly methodAliases: Readonly<Record<string, Method>>;
  /** A small body's officer may also accept low and medium risks (product.md, rule 3). */
  readonly smallBody: boolean;
  /** How old a decision may be that is carried over by `revise`. */
  readonly carryOverMonths: number;
  /** Every carried item must be reaffirmed instead. */
  readonly reaffirm: boolean;
  readonly hazardQuestions: readonly HazardQuestion[];
  /** Working days that a step may take; null where the jurisdiction sets none. */
  readonly deadlines: { readonly itemReviewWorkdays: number | null; readonly riskAssessmentWorkdays: number | null };
  readonly withholdGrounds: readonly GroundCode[];
}

/** A profile as loaded: `hash` is the SHA-256 of `canonical`, its RFC 8785 form, in hex. */
export interface LoadedProfile {
  readonly profile: Profile;
  readonly canonical: string;
  readonly hash: string;
}
