import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const ORGANIZATION_KINDS = ['government', 'department', 'leadingGroupOffice', 'institution'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** A body that discloses, supervises or coordinates; it hangs at a region. */
@Entity({ name: 'organization' })
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: OrganizationKind;

  @Column({ name: 'region_code', type: 'text' })
  regionCode: string;
}
