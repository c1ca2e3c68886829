import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsReadable, Normalised, RegionCode } from '../access/index.js';
import { PageQuery } from '../platform/paging.dto.js';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization.entity.js';

export class RegionsQuery {
  /** The region whose children are wanted; the roots without it. */
  @IsOptional()
  @RegionCode()
  parent?: string;
}

export class OrganizationsQuery extends PageQuery {
  /** Bodies of this region and of everything below it. */
  @IsOptional()
  @RegionCode()
  region?: string;

  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class NewOrganizationBody {
  @Normalised()
  @IsString()
  @Length(1, 200)
  @Matches(/^\S(.*\S)?$/u)
  @IsReadable()
  name: string;

  @IsIn(ORGANIZATION_KINDS)
  kind: OrganizationKind;

  @RegionCode()
  regionCode: string;
}
