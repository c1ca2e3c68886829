import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

export class ProfileQuery {
  /** The newest one without it. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) version?: number;
}

export class LifecycleQuery {
  /** The one in force without it. */
  @IsOptional() @IsString() @MaxLength(20) version?: string;
}
