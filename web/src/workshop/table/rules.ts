import type { PilotField } from '../../content/pilot-field';
import type { ColumnKey } from './columns';

/** What the table needs to know of a jurisdiction's profile. */
export interface FormRules {
  readonly columns: readonly {
    readonly key: string;
    readonly header: string;
    readonly group?: string;
    readonly visibility: 'P' | 'I';
    readonly optional?: boolean;
  }[];
  readonly requiredElements: readonly string[];
  readonly internalFields: readonly string[];
  readonly channelAliases: Readonly<Record<string, string>>;
  readonly effectLevelAliases: Readonly<Record<string, string>>;
  readonly categoryAliases: Readonly<Record<string, string>>;
  readonly methodAliases: Readonly<Record<string, string>>;
  /** The pilot fields to choose from; none where the rules have no use for a field. */
  readonly fields?: readonly PilotField[];
}

/** Whether the form has a column for it; without one for the clauses they stand with their basis. */
export function hasColumn(rules: FormRules, key: ColumnKey): boolean {
  return rules.columns.some((column) => column.key === key);
}
