import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { Text, Words } from '../catalogues/index.js';
import { PageQuery } from '../platform/paging.dto.js';

const STATES = ['proposed', 'done', 'withdrawn'] as const;
const EVENTS = ['purge.withdrawn', 'purge.done'] as const;
const GROUNDS = ['STATE_SECRET', 'WORK_SECRET', 'BUSINESS_SECRET', 'PERSONAL_DATA'] as const;
const HASH = /^[0-9a-f]{64}$/;

export class PurgesQuery extends PageQuery {
  @IsOptional() @IsIn(STATES) state?: (typeof STATES)[number];
  @IsOptional() @IsUUID() version?: string;
}

export class PurgeTextsQuery {
  @IsUUID() version: string;
  @IsOptional() @IsUUID() item?: string;
  /** Log position after which to begin. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) after?: number;
}

/** A text, or somebody's words, that the law demands to be gone. The reason says what kind of thing it is, never what it says. */
export class NewPurgeDto {
  @IsUUID() versionId: string;
  @Matches(HASH, { message: 'contentHash must be 64 hexadecimal digits' }) contentHash: string;
  @IsOptional() @IsIn(GROUNDS) ground?: (typeof GROUNDS)[number];
  /** The provision that demands it, as a department cites it. */
  @IsOptional() @Text(300) legalBasis?: string;
  @Words() reason?: string;
}

export class PurgeEventDto {
  @IsIn(EVENTS) type: (typeof EVENTS)[number];
  /** Of `purge.done`: the hash that is confirmed. */
  @IsOptional() @Matches(HASH, { message: 'contentHash must be 64 hexadecimal digits' }) contentHash?: string;
  @Words() reason?: string;
}
