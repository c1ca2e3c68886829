/**
 * Role codes of product.md, "Who may do what". The same list stands in the database's constraint and in `machines/`
 * (which this room does not import); a test compares the first two.
 */
export const ROLE_NAMES = [
  'compiler',
  'confidentialityOfficer',
  'riskAssessor',
  'departmentLeader',
  'leadingGroupOffice',
  'auditor',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

export const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
export type AdministratorRole = (typeof ADMINISTRATORS)[number];

/** What an appointment of this role covers: the installation, a body, or either a body or a territory. */
export function scopeOf(role: RoleName): 'installation' | 'body' | 'bodyOrTerritory' {
  if ((ADMINISTRATORS as readonly string[]).includes(role)) return 'installation';
  return role === 'leadingGroupOffice' || role === 'auditor' ? 'bodyOrTerritory' : 'body';
}
