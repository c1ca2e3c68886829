import type { VersionState } from '../../../machines/item-review.facts.js';

export class CatalogueView {
  id: string;
  organizationId: string;
  organizationName: string;
  regionCode: string;
  profile: string;
  kind: string;
  title: string;
}

export class CatalogueSummary extends CatalogueView {
  /** The latest version; null where none was opened. */
  versionId: string | null;
  versionNumber: number | null;
  versionState: VersionState | null;
  versionOpenedAt: string | null;
  versionPublishedAt: string | null;
}

export class CataloguePage {
  items: CatalogueSummary[];
  nextCursor: string | null;
}

export class VersionSummary {
  id: string;
  number: number;
  state: VersionState;
  profileVersion: number;
  openedAt: string;
  publishedAt: string | null;
}

export class CatalogueDetail extends CatalogueView {
  mayCompile: boolean;
  /** The latest first. */
  versions: VersionSummary[];
}
