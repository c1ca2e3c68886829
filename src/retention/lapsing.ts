import { Injectable, Logger } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

const EVERY_MS = 3_600_000;
/** Not while everything else begins. */
const FIRST_MS = 60_000;

/** How much of each kind was forgotten. */
export interface Forgotten {
  readonly sessions: number;
  readonly attempts: number;
  readonly readings: number;
  readonly notices: number;
}

/**
 * Forgets what is kept for a time only (docs/operations.md, "What is kept, and for how long"); the database knows how long. Two processes may sweep at
 * once: what the one forgot is not there for the other.
 */
@Injectable()
export class Lapsing {
  private readonly logger = new Logger('retention');

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Timeout(FIRST_MS)
  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    try {
      const forgotten = await this.sweep();
      if (Object.values(forgotten).some((count) => count > 0)) this.logger.log({ ...forgotten }, 'forgot what had lapsed');
    } catch (error) {
      this.logger.error({ kind: (error as Error).name, message: (error as Error).message }, 'the sweep failed, the next one tries again');
    }
  }

  async sweep(): Promise<Forgotten> {
    const [row]: { forgotten: Forgotten }[] = await this.source.query('select mulu.forget_lapsed() as forgotten');
    return row!.forgotten;
  }
}
