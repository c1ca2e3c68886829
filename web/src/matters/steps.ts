import type { MatterStep } from './matter';

export type StepField = 'reason' | 'opinion' | 'text' | 'address' | 'evidence' | 'dueOn' | 'doneOn';

interface Field {
  readonly name: StepField;
  readonly kind: 'words' | 'day' | 'address';
  readonly needed: boolean;
}

const words = (name: StepField, needed: boolean): Field => ({ name, kind: 'words', needed });
const reason = words('reason', true);

/** What people write down with a step; whether it is enough is for the server to say. */
export const FIELDS_OF: Partial<Record<MatterStep['type'], readonly Field[]>> = {
  withdraw: [reason],
  exempt: [reason],
  reinstate: [reason],
  return: [reason],
  recall: [reason],
  extend: [{ name: 'dueOn', kind: 'day', needed: true }, reason],
  recordOutside: [
    { name: 'doneOn', kind: 'day', needed: true },
    { name: 'address', kind: 'address', needed: true },
    words('evidence', true),
  ],
  answer: [words('text', true)],
  accept: [words('opinion', false)],
  receive: [words('opinion', false)],
  close: [words('opinion', false)],
};
