import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Code, IsPlainData, ListOrText, Text, Texts, Words } from './words.js';

export const ContentHash = () =>
  applyDecorators(IsOptional(), Matches(/^[0-9a-f]{64}$/, { message: 'contentHash must be 64 hexadecimal digits' }));

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

const TEXT_OR_TEXTS = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };

/** product.md, "Event bodies": one item event. Which parameters an event needs is the machine's to say. */
export class ItemEventDto {
  @IsIn(ITEM_EVENT_TYPES) type: (typeof ITEM_EVENT_TYPES)[number];
  @ContentHash() contentHash?: string;
  @Words() reason?: string;
  @Words() opinion?: string;
  @Words() reply?: string;
  @IsOptional() @Texts(50, 100) fields?: string[];
  /** Of `requireRedaction`: the wording that the officer proposes, in the shape of a PATCH's content. */
  @IsOptional() @IsObject() proposal?: Record<string, unknown>;
  /** A hazard question's code → the answer. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: ['yes', 'no'] } })
  @IsOptional()
  @IsPlainData(10_000, isChecklist)
  checklist?: Record<string, 'yes' | 'no'>;
  @IsOptional() @IsBoolean() assess?: boolean;
  @Code() ground?: string;
  @Code() documentNumber?: string;
  @IsOptional() @IsIn(['open', 'withhold']) outcome?: 'open' | 'withhold';
  @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) @IsISO8601({ strict: true }) reviewOn?: string;
  @IsOptional() @IsIn(['keep', 'drop']) predecessor?: 'keep' | 'drop';
  @IsOptional() @IsIn(['LOW', 'MEDIUM', 'HIGH']) level?: 'LOW' | 'MEDIUM' | 'HIGH';
  /** Dimension → likelihood × impact, 1 to 5 each; or a list of them. */
  @IsOptional() @IsPlainData(10_000) dimensions?: unknown;
  @ApiPropertyOptional(TEXT_OR_TEXTS) @IsOptional() @ListOrText() measures?: string | string[];
}

function isChecklist(answers: unknown): boolean {
  return !Array.isArray(answers) && Object.values(answers as object).every((answer) => answer === 'yes' || answer === 'no');
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
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, { message: 'publishAt must be a time with its offset' })
  publishAt?: string;
  @IsOptional() @IsBoolean() nothingPublic?: boolean;
  @IsOptional() @IsUUID() itemId?: string;
  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: ['all', 'none'] },
      { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 5000 },
    ],
  })
  @IsOptional()
  @ValidateIf((event: VersionEventDto) => !['all', 'none'].includes(event.texts as string))
  @IsArray()
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  texts?: 'all' | 'none' | string[];
}
