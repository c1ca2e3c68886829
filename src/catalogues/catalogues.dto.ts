import { IsIn, IsInt, IsObject, IsOptional, IsUUID, Matches, Max, Min, MinLength } from 'class-validator';
import { Type } from 'class-transformer';
import { ITEM_STATES } from '../../machines/item-review.facts.js';
import { ContentHash } from './events.dto.js';
import { Instant } from './replay/instant.js';
import { Code, Text, Words } from './words.js';

export class CreateCatalogueDto {
  @IsUUID() organizationId: string;
  @Text(50) @Matches(/^[A-Z0-9-]+$/) profile: string;
  @Text(200) @MinLength(1) title: string;
  @IsOptional() @Text(50) @Matches(/^[A-Za-z_-]+$/) kind?: string;
}

export class PageDto {
  @IsOptional() @Text(1500) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
}

export class CatalogueListDto extends PageDto {
  @IsOptional() @IsUUID() organization?: string;
  @IsOptional() @Text(100) q?: string;
}

export class ItemListDto extends PageDto {
  @IsOptional() @IsIn(ITEM_STATES) state?: string;
  /** Not together with `at`. */
  @IsOptional() @Text(100) q?: string;
  /** The items as they stood then; nothing for now. */
  @Instant() at?: string;
}

export class CreateItemDto {
  @IsObject() content: Record<string, unknown>;
  /** 序号 as the form shows it. */
  @Code() number?: string;
  /** The item behind which the new row comes to stand; null for the first place, nothing for the last. */
  @IsOptional() @IsUUID() after?: string | null;
}

export class ArrangeItemDto {
  /** The item behind which the row comes to stand; null for the first place, nothing to leave it where it is. */
  @IsOptional() @IsUUID() after?: string | null;
  /** 序号 as the form shows it. */
  @Code() number?: string;
}

export class EditItemDto {
  @IsObject() content: Record<string, unknown>;
  @ContentHash() contentHash?: string;
}

export class RemoveItemDto {
  @Words() reason?: string;
  /** The body that answers for the item from now on, or the provision by which it goes. */
  @Code() receivingBody?: string;
  @Code() legalCitation?: string;
  @ContentHash() contentHash?: string;
}

export class DismissHintDto {
  @Words() reason?: string;
}

export class HistoryDto {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) after?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
  /** Only what happened to this item. */
  @IsOptional() @IsUUID() itemId?: string;
  /** Only events of this type, such as `return`. */
  @Code() type?: string;
}

export class CheckDto {
  @IsObject() content: Record<string, unknown>;
}
