export { Organization, ORGANIZATION_KINDS, type OrganizationKind } from './organization.entity.js';
export { OrganizationsModule } from './organizations.module.js';
export { Region, type RegionLevel } from './region.entity.js';
