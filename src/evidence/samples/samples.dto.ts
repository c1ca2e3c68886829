import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Text } from '../../catalogues/index.js';
import { PeriodQuery } from '../period.dto.js';

export class SampleQuery extends PeriodQuery {
  @IsIn(['items', 'decisions']) of: 'items' | 'decisions';
  @Text(200) seed: string;
  @Type(() => Number) @IsInt() @Min(1) @Max(500) size: number;
  @IsOptional() @Matches(/^\d{6}(\d{3}){0,2}$/) region?: string;
  /** The size of the checkpoint that fixes the list; the newest one where none is named. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) checkpoint?: number;
  @IsOptional() @IsIn(['json', 'csv', 'xlsx']) format?: 'json' | 'csv' | 'xlsx';
}
