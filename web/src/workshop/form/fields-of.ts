import { fieldName } from '../../i18n/terms';
import type { ContentField, ItemContent } from '../content';
import { COLUMN_KEYS, fieldOf, type ColumnKey } from '../table/columns';
import type { FormRules } from '../table/rules';
import { t } from './messages';

/** A field of the form. `optional`: the official form has no column that is always printed for it. */
export interface FormField {
  readonly field: ContentField;
  readonly internal: boolean;
  readonly required: boolean;
}

/**
 * The fields that the profile's form has, and those that its rules require, in the form's order. Last the pilot field, where the rules have a use for
 * it or the item says one: forms seldom have a column for it.
 */
export function formFields(rules: FormRules, content: Pick<ItemContent, 'field'> | null): FormField[] {
  const keys = rules.columns
    .map((column) => column.key)
    .filter((key): key is ColumnKey => (COLUMN_KEYS as readonly string[]).includes(key));
  const fields = [
    ...new Set([
      ...keys.map(fieldOf),
      ...rules.requiredElements.map((element) => ELEMENT_FIELDS[element] ?? (element as ContentField)),
      ...(rules.fields?.length || content?.field ? (['field'] as const) : []),
    ]),
  ];
  return fields
    .filter((field): field is ContentField => field !== null)
    .map((field) => ({ field, internal: isInternal(rules, field), required: rules.requiredElements.includes(field) }));
}

/** Where a required or missing element is filled in, if not in the field of its name. */
const ELEMENT_FIELDS: Readonly<Record<string, ContentField>> = {
  clauses: 'bases',
  effectLevel: 'bases',
  basisTitle: 'bases',
  audienceGroups: 'audience',
  channelNote: 'channels',
  timeLimitUnread: 'timeLimit',
};

/** The field in which a missing element is filled in. */
export function fieldOfElement(element: string): ContentField {
  return ELEMENT_FIELDS[element] ?? (element as ContentField);
}

/** What a missing element is called. */
export function elementName(element: string): string {
  if (element === 'timeLimitUnread') return t('unread');
  const name = fieldName(element);
  return name === element ? fieldName(fieldOfElement(element)) : name;
}

/** `bases` of `bases[0].clauses[1].text`. */
export function fieldOfPath(path: string): ContentField {
  return fieldOfElement((/^[a-zA-Z]+/.exec(path)?.[0] ?? 'path') as ContentField);
}

function isInternal(rules: FormRules, field: ContentField): boolean {
  const columns = rules.columns.filter((column) => fieldOf(column.key as ColumnKey) === field);
  return rules.internalFields.includes(field) || (columns.length > 0 && columns.every((column) => column.visibility === 'I'));
}
