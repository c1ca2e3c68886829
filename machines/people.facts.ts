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
 * In what capacity a leading-group office acts on a matter: as the one that gave it or to which it goes (下达办公室), as one in whose territory
 * it lies (属地办公室), as the one that it is about (本级办公室). Each rests on an appointment as `leadingGroupOffice`.
 */
export const CAPACITIES = ['givingOffice', 'coveringOffice', 'ownOffice'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/**
 * One way in which somebody may act at a body: a role held in person or as a deputy (代理).
 * `persons` is everyone whose exclusions the hand carries: the one who acts first, then the principal.
 */
export interface Hand<Role extends RoleCode | Capacity = RoleCode> {
  readonly role: Role;
  readonly persons: readonly [actor: string, ...principals: string[]];
}

/** Who asks: a person with the hands they have over this body now, or the system itself. */
export type Actor<Role extends RoleCode | Capacity = RoleCode> =
  | { readonly kind: 'person'; readonly id: string; readonly hands: readonly Hand<Role>[] }
  | { readonly kind: 'system' };

/** A hand over a matter: a role at its body, or an office's capacity. */
export type MatterHand = Hand<RoleCode | Capacity>;
