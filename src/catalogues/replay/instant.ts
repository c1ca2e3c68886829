import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { isISO8601, IsOptional, registerDecorator } from 'class-validator';

/** The number of an event, or a time with its offset such as 2026-11-21T09:00:00+08:00. */
export const Instant = () =>
  holds((value) => /^\d{1,9}$/.test(value) || isTime(value), '$property must be the number of an event or a time with its offset');

const Time = () => holds(isTime, '$property must be a time with its offset');

function holds(check: (value: string) => boolean, message: string): PropertyDecorator {
  return applyDecorators(IsOptional(), ApiPropertyOptional({ type: String }), (target: object, propertyName: string | symbol) =>
    registerDecorator({
      name: 'isISO8601',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: { validate: (value: unknown) => typeof value === 'string' && check(value), defaultMessage: () => message },
    }),
  );
}

function isTime(value: string): boolean {
  return isISO8601(value, { strict: true }) && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** At which moment; without it, now. */
export class InstantDto {
  @Instant() at?: string;
}

/** A time of several logs together, where an event's number says nothing. */
export class TimeDto {
  /** A time with its offset, such as 2026-11-21T09:00:00+08:00. */
  @Time() at?: string;
}
