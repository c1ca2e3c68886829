import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Code } from '../words.js';
import { Instant, InstantDto } from './instant.js';

export class ReplayDto extends InstantDto {
  /** `next` of the page before. */
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
}

export class TicksDto {
  /** Events after this number, the oldest first. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(2_147_483_647) after?: number;
  /** Events before this number instead, the latest first. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(2_147_483_647) before?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit?: number;
  /** Only events of this type, such as `return`. */
  @Code() type?: string;
  /** Only events of this lifecycle: `catalogueVersion` for what happened to the version itself. */
  @Code() machine?: string;
  @IsOptional() @IsUUID() actor?: string;
  @IsOptional() @IsUUID() itemId?: string;
}

export class ReplayDiffDto {
  @Instant() from?: string;
  /** Nothing for the end of the log. */
  @Instant() to?: string;
  /** `next` of the page before. */
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
}

export class RequirementsThenDto extends InstantDto {
  /** Of this item's events instead of the version's. */
  @IsOptional() @IsUUID() itemId?: string;
}
