/** An item of an exported version. What is missing is not for its reader. */
export class ExportedItemView {
  id: string;
  /** 序号; in the public's file they run on. */
  number: string;
  /** Not in the public's file. */
  state?: string;
  /** Not in the public's file. */
  contentHash?: string;
  /** Its bytes were purged; the hash stays. */
  purged?: boolean;
  /** Null where the text is sealed or not the reader's; in the public's file the allowed fields only. */
  content: Record<string, unknown> | null;
  /** Why the item leaves the catalogue, where it does. */
  removal?: Record<string, unknown>;
}

/** A version as one JSON file. */
export class ExportedVersionView {
  id: string;
  title: string;
  organization: string;
  version: number;
  state: string;
  items: ExportedItemView[];
}
