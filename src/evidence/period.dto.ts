import { IsDay } from '../matters/index.js';

/** From the first moment of a day to the last one of another, both days of China. */
export class PeriodQuery {
  @IsDay() from: string;
  @IsDay() to: string;
}
