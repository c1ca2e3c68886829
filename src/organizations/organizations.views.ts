import { Organization } from './organization.entity.js';
import { Region } from './region.entity.js';

export class OrganizationPage {
  items: Organization[];
  nextCursor: string | null;
}

export class RegionPage {
  items: Region[];
  nextCursor: string | null;
}
