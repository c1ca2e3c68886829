import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { IsReadable, Normalised } from '../access/index.js';
import { isDay } from './days.js';

/** A day that exists, as `YYYY-MM-DD`. */
function IsDay(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: (day: unknown) => typeof day === 'string' && isDay(day),
        defaultMessage: () => '$property must be a day that exists, such as 2026-11-21',
      },
    });
}

export class YearParameter {
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

export class CalendarQuery extends YearParameter {
  /** An earlier edition of the year; the one in force without it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  edition?: number;
}

export class DeadlineQuery {
  /** The day after which counting begins; it does not count itself. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** How many working days. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;

  /** Instead: a fixed date. */
  @IsOptional()
  @IsDay()
  on?: string;
}

export class CalendarDayDto {
  @IsDay()
  day: string;

  /** `off`: a holiday, though it may be a weekday. `work`: worked, though it is a weekend. */
  @IsIn(['off', 'work'])
  kind: 'off' | 'work';

  /** The holiday that it is of, or was moved for. */
  @Normalised()
  @IsString()
  @Length(1, 30)
  @Matches(/^\S(.*\S)?$/u)
  @IsReadable()
  name: string;
}

export class CalendarYearBody {
  /** Where it is from: title and number of the notice. */
  @Normalised()
  @IsString()
  @Length(1, 300)
  @Matches(/^\S(.*\S)?$/u)
  @IsReadable()
  source: string;

  @IsArray()
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  @Type(() => CalendarDayDto)
  days: CalendarDayDto[];
}
