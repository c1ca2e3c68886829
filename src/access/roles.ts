import type { Message } from '../platform/problems/index.js';

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

/** What each role is called (product.md, "who"). */
export const ROLE_LABELS: Readonly<Record<RoleName, Message>> = {
  compiler: { zh: '编制人', en: 'Compiler' },
  confidentialityOfficer: { zh: '保密审查员', en: 'Confidentiality officer' },
  riskAssessor: { zh: '风险评估员', en: 'Risk assessor' },
  departmentLeader: { zh: '部门负责人', en: 'Department leader' },
  leadingGroupOffice: { zh: '领导小组办公室', en: 'Leading-group office' },
  auditor: { zh: '审计员', en: 'Auditor' },
  systemAdministrator: { zh: '系统管理员', en: 'System administrator' },
  securityAdministrator: { zh: '安全管理员', en: 'Security administrator' },
  auditAdministrator: { zh: '审计管理员', en: 'Audit administrator' },
};

export const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
export type AdministratorRole = (typeof ADMINISTRATORS)[number];

/** What an appointment of this role covers: the installation, a body, or either a body or a territory. */
export function scopeOf(role: RoleName): 'installation' | 'body' | 'bodyOrTerritory' {
  if ((ADMINISTRATORS as readonly string[]).includes(role)) return 'installation';
  return role === 'leadingGroupOffice' || role === 'auditor' ? 'bodyOrTerritory' : 'body';
}
