import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';
import { MATTER_EVENT_TYPES, type MatterEventType } from '../../machines/matter.events.js';
import { isDay } from '../calendar/index.js';
import { Text, Words } from '../catalogues/index.js';
import { applyDecorators } from '@nestjs/common';
import { registerDecorator } from 'class-validator';

/** A day that there is, `2026-11-20`. */
export function IsDay(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day such as 2026-11-20',
      },
    });
}

const PublicAddress = () =>
  applyDecorators(IsOptional(), Text(500), IsUrl({ protocols: ['http', 'https'], require_protocol: true }), Matches(/^https?:\/\//));

/** A matter begins, and a report gets its text, in its own room. */
const STEPS = MATTER_EVENT_TYPES.filter((type) => !['issue', 'open', 'compose', 'edit'].includes(type));

/** One step of a matter. Which parameters a step needs is the machine's to say. */
export class MatterEventDto {
  @IsIn(STEPS) type: MatterEventType;
  @Words() reason?: string;
  @Words() opinion?: string;
  /** Of `extend`: the new deadline. */
  @IsOptional() @IsDay() dueOn?: string;
  /** Of `recordOutside`: the day, the public address, and what proves it. */
  @IsOptional() @IsDay() doneOn?: string;
  @PublicAddress() address?: string;
  @Words() evidence?: string;
  /** Of `answer`. */
  @IsOptional() @Text(20_000) text?: string;
}

export class MatterHistoryQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) after?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
}
