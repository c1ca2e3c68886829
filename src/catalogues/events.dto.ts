import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { Code, Text, Words } from './words.js';

export const ContentHash = () => applyDecorators(IsOptional(), Matches(/^[0-9a-f]{64}$/, { message: 'contentHash must be 64 hexadecimal digits' }));

/** Events of an item that people send; those of the system are refused by the machine, an unknown one is malformed. */
export const ITEM_EVENT_TYPES = [
  'clear',
  'requireRedaction',
  'return',
  'withhold',
  'discloseOnApplication',
  'refer',
  'determine',
  'defer',
  'resume',
  'setAside',
  'amend',
  'acceptRisk',
  'requireMitigation',
  'rejectRisk',
  'endorse',
  'reopen',
  'enterReview',
  'carryOver',
  'textBarred',
] as const;

export const VERSION_EVENT_TYPES = [
  'submit',
  'recall',
  'return',
  'discard',
  'concludeConfidentialityReview',
  'concludeRiskAssessment',
  'approve',
  'suspendItem',
  'takeDown',
  'revise',
  'release',
  'refuseRelease',
  'supersede',
  'itemReopened',
  'textBarred',
] as const;

/** product.md, "Event bodies": one item event. Which parameters an event needs is the machine's to say. */
export class ItemEventDto {
  @IsIn(ITEM_EVENT_TYPES) type: (typeof ITEM_EVENT_TYPES)[number];
  @ContentHash() contentHash?: string;
  @Words() reason?: string;
  @Words() opinion?: string;
  @Words() reply?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(100, { each: true }) fields?: string[];
  @IsOptional() @IsObject() checklist?: Record<string, 'yes' | 'no'>;
  @IsOptional() @IsBoolean() assess?: boolean;
  @Code() ground?: string;
  @Code() documentNumber?: string;
  @IsOptional() @IsIn(['open', 'withhold']) outcome?: 'open' | 'withhold';
  @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) @IsISO8601({ strict: true }) reviewOn?: string;
  @IsOptional() @IsIn(['keep', 'drop']) predecessor?: 'keep' | 'drop';
  @IsOptional() @IsIn(['LOW', 'MEDIUM', 'HIGH']) level?: 'LOW' | 'MEDIUM' | 'HIGH';
  /** Dimension → likelihood × impact, 1 to 5 each; or a list of them. */
  @IsOptional() @ValidateIf((event: ItemEventDto) => !Array.isArray(event.dimensions)) @IsObject() dimensions?: unknown;
  @IsOptional() @ValidateIf((event: ItemEventDto) => !isTexts(event.measures)) @IsString() @MaxLength(4000) measures?: string | string[];
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 50 && value.every((text) => typeof text === 'string' && text.length <= 1000);
}

export class ReturnPointDto {
  @IsUUID() itemId: string;
  @Text(100) field: string;
}

/** product.md, "Event bodies": one version event. */
export class VersionEventDto {
  @IsIn(VERSION_EVENT_TYPES) type: (typeof VERSION_EVENT_TYPES)[number];
  @Words() reason?: string;
  @Words() opinion?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(2000) @ValidateNested({ each: true }) @Type(() => ReturnPointDto) points?: ReturnPointDto[];
  @IsOptional() @IsISO8601({ strict: true }) @Matches(/T.*(Z|[+-]\d{2}:\d{2})$/, { message: 'publishAt must be a time with its offset' }) publishAt?: string;
  @IsOptional() @IsBoolean() nothingPublic?: boolean;
  @IsOptional() @IsUUID() itemId?: string;
  @IsOptional()
  @ValidateIf((event: VersionEventDto) => !['all', 'none'].includes(event.texts as string))
  @IsArray()
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  texts?: 'all' | 'none' | string[];
}
