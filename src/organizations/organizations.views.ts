import { Organization } from './organization.entity.js';
import { Region } from './region.entity.js';

export class OrganizationPage {
  items: readonly Organization[];
  nextCursor: string | null;
}

export class RegionPage {
  items: readonly Region[];
  nextCursor: string | null;
}
