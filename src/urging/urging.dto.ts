import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  type ValidationArguments,
} from 'class-validator';
import { RegionCode } from '../access/index.js';
import { isDay } from '../calendar/index.js';
import { Text, Texts } from '../catalogues/index.js';
import { PageQuery } from '../platform/paging.dto.js';

const STATES = ['issued', 'overdue', 'answered', 'accepted', 'withdrawn'] as const;
const PURPOSES = ['rectification', 'suggestUpdate'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A day, where no working days are said; nothing, where they are. */
function DayOrWorkingDays(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'dayOrWorkingDays',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: (day: unknown, { object }: ValidationArguments) =>
          (object as NewRectificationDto).workingDays === undefined ? typeof day === 'string' && isDay(day) : day === undefined,
        defaultMessage: () => '$property must be a day such as 2026-11-20, or absent beside workingDays: one of the two',
      },
    });
}

/** A notice to one body: what is demanded of it, by when. */
export class NewRectificationDto {
  @IsUUID() organizationId: string;
  /** What of the body's it is about. */
  @IsOptional() @IsUUID() obligationId?: string;
  /** Questions about a guideline are asked of many bodies at once, by a task. */
  @IsIn(['rectification']) purpose: 'rectification';
  /** 文号 */
  @IsOptional() @Text(100) number?: string;
  @Text(200) @Length(1, 200) @Matches(/^\S(.*\S)?$/u) title: string;
  @Text(20_000) @Length(1, 20_000) text: string;
  @IsOptional() @Texts(50, 1000) requirements?: string[];
  @DayOrWorkingDays() dueOn?: string;
  /** Counted from today. */
  @IsOptional() @IsInt() @Min(1) @Max(500) workingDays?: number;
}

export class RectificationsQuery extends PageQuery {
  /** Bodies of this region and below. */
  @IsOptional() @RegionCode() region?: string;
  @IsOptional() @IsUUID() organization?: string;
  /** The obligation or the task that they are about. */
  @IsOptional() @IsUUID() parent?: string;
  @IsOptional() @IsIn(STATES) state?: (typeof STATES)[number];
  @IsOptional() @IsIn(PURPOSES) purpose?: Purpose;
  /** Those only in which it is my turn. */
  @IsOptional() @Transform(({ value }) => (value === 'true' ? true : value)) @IsBoolean() mine?: boolean;
  /** Part of the title, the number or the body's name. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}

export class AddresseeQuery {
  @IsUUID() organization: string;
  @IsOptional() @IsUUID() obligation?: string;
}
