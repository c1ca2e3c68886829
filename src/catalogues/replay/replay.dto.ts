import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min, registerDecorator } from 'class-validator';
import { isISO8601 } from 'class-validator';
import { Code } from '../words.js';

/** The number of an event, or a time with its offset such as 2026-11-21T09:00:00+08:00. */
export const Instant = () =>
  applyDecorators(IsOptional(), (target: object, propertyName: string | symbol) =>
    registerDecorator({
      name: 'isISO8601',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: isInstant,
        defaultMessage: () => '$property must be the number of an event or a time with its offset',
      },
    }),
  );

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (/^\d{1,9}$/.test(value)) return true;
  return isISO8601(value, { strict: true }) && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** At which moment; without it, now. */
export class InstantDto {
  @Instant() at?: string;
}

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
  @IsOptional() @IsUUID() actor?: string;
  @IsOptional() @IsUUID() itemId?: string;
}
