/** A pattern for LIKE that finds what somebody typed anywhere in a text; their %, _ and \ mean themselves. */
export function containing(typed: string): string {
  return `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
}
