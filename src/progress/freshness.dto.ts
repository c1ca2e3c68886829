import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { RegionCode } from '../access/index.js';
import { PageQuery } from '../platform/paging.dto.js';

/**
 * Every catalogue is in one of: `within6Months`, `within12Months` (more than six), `older`, `never` published, `takenDown`. The first three are `inForce`; `unrevised` are
 * those of them that nobody confirmed or revised since they first appeared.
 */
export const AGES = ['inForce', 'within6Months', 'within12Months', 'older', 'unrevised', 'never', 'takenDown'] as const;
export type Age = (typeof AGES)[number];

export class FreshnessQuery {
  /** My own territory without it. */
  @IsOptional() @RegionCode() region?: string;
}

export class FreshCataloguesQuery extends PageQuery {
  @IsOptional() @RegionCode() region?: string;
  /** The bodies of the region itself, not those below it. */
  @IsOptional() @Transform(({ value }) => (value === 'true' ? true : value)) @IsBoolean() own?: boolean;
  @IsOptional() @IsIn(AGES) age?: Age;
  /** Part of the body's name or of the title. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
