import type { Message } from '../problems/message.js';

/** How the text of an environment variable becomes a value. */
export type Kind = 'text' | 'integer' | 'switch' | 'list';

/** One row of the table of variables: what docs/operations.md prints and the loader reads. */
export interface VariableRow {
  /** The environment variable. */
  name: string;
  /** The field of {@link Config} that it fills. */
  field: string;
  kind: Kind;
  /** As text, the way one would set it; absent when the variable is optional. */
  default?: string;
  meaning: Message;
}

const ROWS: VariableRow[] = [];

/** Declares a field of the configuration and the environment variable behind it. */
export function Variable(row: Omit<VariableRow, 'field'>): PropertyDecorator {
  return (_target, field) => void ROWS.push({ ...row, field: String(field) });
}

/** Every variable, in the order of the class. */
export function variables(): readonly VariableRow[] {
  return ROWS;
}
