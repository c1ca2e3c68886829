import type {
  AudienceKind,
  Category,
  ChannelCode,
  EffectLevelCode,
  Method,
  Phase,
  PublicityLevel,
  TimeLimitEvent,
} from '../../content/index.js';

/** What one item says, as answers carry it: `ItemContent` of src/content. */
export class EffectLevelView {
  code: EffectLevelCode;
  raw: string;
}

export class ClauseView {
  article?: string;
  text: string;
}

export class BasisView {
  title: string;
  documentNumber?: string;
  effectLevel?: EffectLevelView;
  clauses: ClauseView[];
}

/** What a time limit means; which members there are depends on its kind (`TimeLimitRule` of src/content). */
export class TimeLimitRuleView {
  kind: 'WORKDAYS_AFTER' | 'REALTIME' | 'PROMPT' | 'ANNUAL' | 'WITH_POLICY' | 'COMPOUND' | 'DITTO' | 'FREE_TEXT' | 'UNPARSED';
  days?: number;
  event?: TimeLimitEvent;
  month?: number;
  day?: number;
  /** Null where the text names no span. */
  withinDays?: number | null;
  main?: TimeLimitRuleView;
  exceptions?: TimeLimitExceptionView[];
}

export class TimeLimitExceptionView {
  subject: string;
  rule: TimeLimitRuleView;
}

export class TimeLimitView {
  text: string;
  /** What the grammar, or a person, read in the text; null where nobody read it yet. */
  rule: TimeLimitRuleView | null;
}

export class DisclosingBodyView {
  text: string;
  organizationId?: string;
  lead?: boolean;
}

export class ChannelView {
  code: ChannelCode;
  note?: string;
}

export class AudienceView {
  kind: AudienceKind;
  groups?: string[];
}

export class ItemContentView {
  path: string[];
  elements: string[];
  bases: BasisView[];
  timeLimit: TimeLimitView | null;
  disclosingBodies: DisclosingBodyView[];
  category: Category | null;
  channels: ChannelView[];
  audience: AudienceView | null;
  method: Method | null;
  publicityLevels?: PublicityLevel[];
  phases?: Phase[];
  field?: string;
  responsibleOffice?: string;
  duty?: string;
}

export class TextSpanView {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One place where two contents differ; `field` is written like `bases[0].title`. */
export class FieldDifferenceView {
  field: string;
  before: unknown;
  after: unknown;
  spans?: TextSpanView[];
}
