import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { RegionCode } from '../access/index.js';
import { PILOT_FIELDS } from '../pilots/index.js';
import { PageQuery } from '../platform/paging.dto.js';

/** Items that name no field, and those that name one that is none of the 26. */
export const BESIDE_FIELDS = ['other', 'none'] as const;

const FIELD_CODES = [...PILOT_FIELDS.all.map(({ code }) => code), ...BESIDE_FIELDS];

export class CoverageQuery extends PageQuery {
  /** My own territory without it. */
  @IsOptional() @RegionCode() region?: string;
  /** The seven pilots only. */
  @IsOptional() @Transform(({ value }) => (value === 'true' ? true : value)) @IsBoolean() pilots?: boolean;
}

export class CoverageItemsQuery extends CoverageQuery {
  /** The code of a pilot field, `other` or `none`; all of them without it. */
  @IsOptional() @IsIn(FIELD_CODES) field?: string;
  /** One body. */
  @IsOptional() @IsUUID() organization?: string;
}
