import type { PublicContent } from '../content/index.js';

/** One item as everybody may read it. Which fields there are is the profile's choice, made when the version was published. */
export type PublicItem = { readonly id: string } & PublicContent;

export interface PublicBody {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
}

/** The public JSON of a catalogue, as its bytes were stored at publication. */
export interface PublicDocument {
  readonly id: string;
  readonly title: string;
  readonly organization: PublicBody;
  readonly version: number;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly items: readonly PublicItem[];
}

/** A catalogue in a list: its latest version that is published or was taken down. */
export interface ListedCatalogue {
  readonly id: string;
  readonly title: string;
  readonly organization: PublicBody;
  readonly region: { readonly code: string; readonly name: string };
  readonly version: number;
  readonly state: 'published' | 'takenDown';
  readonly publishedAt: string;
}

/** An item that a search found, and where. */
export interface FoundItem {
  readonly item: PublicItem;
  readonly catalogue: ListedCatalogue;
}
