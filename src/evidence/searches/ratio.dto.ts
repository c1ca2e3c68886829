import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../../platform/paging.dto.js';

/** How items of a published version were concluded. `nonPublic` are `withheld` and `onApplication`; with `public` they are all that was concluded. */
export const CONCLUSIONS = ['concluded', 'public', 'nonPublic', 'withheld', 'onApplication'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

class OfYear extends PageQuery {
  /** The catalogues in force when it ended, or now. */
  @Type(() => Number) @IsInt() @Min(2000) @Max(2999) year: number;
}

export class RatioBodiesQuery extends OfYear {
  /** Part of the name. */
  @IsOptional() @IsString() @MaxLength(100) body?: string;
}

class OfBody {
  @IsOptional() @IsUUID() organization?: string;
  @IsOptional() @IsIn(CONCLUSIONS) conclusion?: Conclusion;
}

export class RatioItemsQuery extends IntersectionType(OfYear, OfBody) {}
