import type { ColumnKey, GroundedEvent } from '../profiles/index.js';

/** A set of rules that a new catalogue may choose. */
export class ProfileSummary {
  id: string;
  version: number;
  /** In the reader's language. */
  name: string;
  issuer: string;
  notice: string;
  documentNumber?: string;
}

export class ProfileList {
  items: ProfileSummary[];
}

/** A column of the official form, from the left. */
export class ColumnView {
  key: ColumnKey;
  /** As the form writes it. */
  header: string;
  /** The header above it, where the form has two rows of headers. */
  group?: string;
  order: number;
  /** P: public. I: 内部掌握, held internally. */
  visibility: 'P' | 'I';
  optional?: boolean;
}

export class LabelledCode {
  code: string;
  label: string;
}

/** A pilot field. What an item says of it is text: `label`, or another spelling of it. */
export class FieldView {
  code: string;
  /** Its name today, as a catalogue writes it. */
  label: string;
  /** The same in the reader's language. */
  name: string;
  /** Its earlier names. */
  earlier: string[];
  /** Every other spelling of any time that is understood as this field; compared without spaces and the word 领域. */
  aliases: string[];
}

export class GroundView {
  code: string;
  /** The citation and what it says. */
  title: string;
  citation: string;
  /** The events that may name it. */
  events: GroundedEvent[];
}

export class QuestionView {
  code: string;
  source: string;
  question: string;
}

/** What the desk needs of the rules that a version is bound to. */
export class ProfileView extends ProfileSummary {
  columns: ColumnView[];
  requiredElements: string[];
  /** Keys of the content that are held internally; a basis' parts are dotted. */
  internalFields: string[];
  /** The method that every item has because the form has no column for it. */
  constantMethod: string | null;
  hazardQuestions: QuestionView[];
  grounds: GroundView[];
  channels: LabelledCode[];
  audiences: LabelledCode[];
  effectLevels: LabelledCode[];
  /** The pilot fields to choose from; none where the profile has no use for a field. */
  fields: FieldView[];
  /** Wording in a file → code; compared without spaces. */
  channelAliases: Record<string, string>;
  audienceAliases: Record<string, string>;
  effectLevelAliases: Record<string, string>;
  categoryAliases: Record<string, string>;
  methodAliases: Record<string, string>;
  smallBody: boolean;
}
