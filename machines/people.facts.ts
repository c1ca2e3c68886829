/** Role codes of product.md, "Who may do what". The system is an actor without a role. */
export const ROLE_CODES = [
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
export type RoleCode = (typeof ROLE_CODES)[number];

/**
 * One way in which somebody may act at a body: a role held in person or as a deputy (代理).
 * `persons` is everyone whose exclusions the hand carries: the one who acts first, then the principal.
 */
export interface Hand {
  readonly role: RoleCode;
  readonly persons: readonly [actor: string, ...principals: string[]];
}

/** Who asks: a person with the hands they have over this body now, or the system itself. */
export type Actor = { readonly kind: 'person'; readonly id: string; readonly hands: readonly Hand[] } | { readonly kind: 'system' };
