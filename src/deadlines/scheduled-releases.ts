import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { moveVersion, VersionQueries } from '../catalogues/index.js';
import { Corridor, type CommandRequest } from '../commands/index.js';

const EVERY_MS = 1_000;

/**
 * The clock: a scheduled version whose time has come is released, or, when its requirements no longer hold, refused and sent
 * back. Two processes may sweep at once: the version's lock and its state decide who does it, once.
 */
@Injectable()
export class ScheduledReleases implements OnApplicationShutdown {
  private readonly logger = new Logger('deadlines');
  private sweeping: Promise<number> | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly corridor: Corridor,
    private readonly queries: VersionQueries,
  ) {}

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = this.sweep();
    try {
      await this.sweeping;
    } catch (error) {
      this.logger.error({ kind: (error as Error).name, message: (error as Error).message }, 'the sweep failed, the next one tries again');
    } finally {
      this.sweeping = null;
    }
  }

  /** Releases or refuses everything that is due now. Answers how many versions moved. */
  async sweep(): Promise<number> {
    const due: { id: string }[] = await this.source.query(
      `select id from mulu.catalogue_version where state = 'scheduled' and publish_at <= clock_timestamp() order by publish_at limit 100`,
    );
    let moved = 0;
    for (const { id } of due) if (await this.settle(id)) moved += 1;
    return moved;
  }

  private async settle(versionId: string): Promise<boolean> {
    const request: CommandRequest = { token: null, versionId, key: null, requestHash: '' };
    const run = (type: 'release' | 'refuseRelease') => this.corridor.runDue(versionId, moveVersion(request, { type }, this.queries));
    return ((await run('release')) ?? (await run('refuseRelease'))) !== null;
  }

  /** A release under way is finished before the connections close. */
  async onApplicationShutdown(): Promise<void> {
    await this.sweeping?.catch(() => undefined);
  }
}
