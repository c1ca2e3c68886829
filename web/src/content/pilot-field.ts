/** A pilot field as a profile offers it: its name today, in the reader's language too, and what it was called before. */
export interface PilotField {
  readonly code: string;
  readonly label: string;
  readonly name: string;
  readonly earlier: readonly string[];
}

/** What a field is called today when the text has an earlier name of it; nothing otherwise. */
export function nowCalled(fields: readonly PilotField[], text: string): string {
  return fields.find(({ earlier }) => earlier.includes(text))?.label ?? '';
}
