/** Whether the public keys that somebody typed are keys, and those that signed the newest checkpoint. `heads`: how these begin; none where they are not known. */
export type KeyFit = 'none' | 'broken' | 'other' | 'fits';

/** Of Ed25519, or of SM2. */
const KEY = /^[^\s+]+\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44}|[A-Za-z0-9+/]{96})$/;

export function fitOf(keys: readonly string[], heads: readonly string[]): KeyFit {
  if (keys.length === 0) return 'none';
  if (!keys.every((key) => KEY.test(key))) return 'broken';
  return heads.length === 0 || keys.every((key) => heads.some((head) => key.startsWith(head))) ? 'fits' : 'other';
}

/** In quotes for a shell of Linux, whatever the text. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What verifies a package on another machine. */
export function commandOf(file: string, keys: readonly string[], notes: string | null): string {
  const trusted = keys.flatMap((key) => ['--key', quoted(key)]);
  return ['npm run verify --', quoted(file), ...trusted, ...(notes ? ['--checkpoint', quoted(notes)] : [])].join(' ');
}
