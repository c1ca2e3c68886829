import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ReportOpenings } from '../reports/index.js';

const EVERY_MS = 5 * 60_000;

/** The calendar over reports: what a quarter or a year asks for is opened, once however many processes look. */
@Injectable()
export class ReportCalendar implements OnApplicationShutdown {
  private readonly logger = new Logger('deadlines');
  private sweeping: Promise<number> | null = null;

  constructor(private readonly openings: ReportOpenings) {}

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = this.openings.sweep();
    try {
      const opened = await this.sweeping;
      if (opened > 0) this.logger.log({ opened }, 'reports were opened');
    } catch (error) {
      this.logger.error(
        { kind: (error as Error).name, message: (error as Error).message },
        'no reports were opened, the next sweep tries again',
      );
    } finally {
      this.sweeping = null;
    }
  }

  /** A report under way is finished before the connections close. */
  async onApplicationShutdown(): Promise<void> {
    await this.sweeping?.catch(() => undefined);
  }
}
