import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RegionLevel = 'autonomousRegion' | 'province' | 'leagueCity' | 'prefectureCity' | 'bannerCounty' | 'township' | 'village';

/** A place of the administrative tree (domain.md §6). */
@Entity({ name: 'region' })
export class Region {
  /** Six digits; nine for a township, twelve for a village. */
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  level: RegionLevel;

  /** Null for a root. */
  @Column({ name: 'parent_code', type: 'text', nullable: true })
  parentCode: string | null;

  /** Functional zones have statistical codes, not GB/T 2260's. */
  @Column({ name: 'code_system', type: 'text' })
  codeSystem: string;
}
