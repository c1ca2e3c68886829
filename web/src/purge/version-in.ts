const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
/** The version that an address or an id names; null where there is none in it. */
export const versionIn = (pasted: string): string | null => ID.exec(pasted)?.[0].toLowerCase() ?? null;
