import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Counter, Gauge } from 'prom-client';
import { Config } from '../../platform/config/index.js';
import { Metrics } from '../../platform/http/index.js';
import { APP_URL } from '../../platform/tokens.js';
import { ownKey } from '../own-key.js';
import { CheckStore } from './check.store.js';
import { lastNight } from './night.js';
import { checkInChild } from './in-child.js';

const EVERY_MS = 60_000;

/**
 * The check of the whole log, every night: a night that was slept through is made up for. Several processes look; one of them is at it. What it finds, that it
 * failed three times, or that none took place for two days is told to the audit administrators, and to whoever watches the metrics and the log.
 */
@Injectable()
export class NightlyCheck implements OnApplicationShutdown {
  private readonly logger = new Logger('check');
  private readonly holder = randomUUID();
  private readonly stopping = new AbortController();
  private readonly outcomes: Counter<'verdict'>;
  private readonly found: Gauge;
  private readonly overdue: Gauge;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly store: CheckStore,
    private readonly config: Config,
    @Inject(APP_URL) private readonly url: string,
    metrics: Metrics,
  ) {
    const registers = [metrics.registry];
    this.outcomes = new Counter({
      name: 'mulu_log_checks_total',
      help: 'Nightly checks of the whole log that this process made, by what they came to.',
      labelNames: ['verdict'] as const,
      registers,
    });
    this.found = new Gauge({ name: 'mulu_log_check_found', help: 'What the last of them found that must not be.', registers });
    this.overdue = new Gauge({ name: 'mulu_log_check_overdue', help: '1 when no check came to an end for two days.', registers });
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (this.looking || this.config.checkAt === 'never') return;
    this.looking = this.look(new Date());
    try {
      await this.looking;
    } catch (error) {
      this.complain(error, 'the nightly check could not be taken, the next minute tries again');
    } finally {
      this.looking = null;
    }
  }

  /** Checks what is due by then, unless somebody else is at it. */
  async look(now: Date): Promise<void> {
    const missed = await this.store.missed();
    if (missed) this.logger.error({ since: missed.toISOString() }, 'no check of the whole log came to an end');
    this.overdue.set(missed ? 1 : 0);
    const due = lastNight(now, this.config.checkAt);
    const taken = await this.store.take(this.holder, due);
    if (!taken) return;
    const holding = setInterval(() => void this.store.hold(this.holder, due).catch(() => undefined), EVERY_MS);
    try {
      await this.check(due, taken.from);
    } finally {
      clearInterval(holding);
    }
  }

  private async check(due: string, from: Parameters<typeof checkInChild>[0]['from']): Promise<void> {
    const keys = [...new Set([...this.config.checkKeys, ...ownKey(this.config)])];
    try {
      const result = await checkInChild({ url: this.url, keys, from }, this.stopping.signal);
      const { verdict, logs, events, covered, problems } = result;
      await this.store.end(this.holder, due, { ...result, keys: keys.length });
      this.outcomes.inc({ verdict });
      this.found.set(problems.length);
      const told = { due, verdict, logs, events, covered, found: problems.length };
      if (problems.length === 0 && (verdict === 'intact' || keys.length === 0)) this.logger.log(told, 'the whole log was checked');
      else
        this.logger.error(
          { ...told, first: problems.slice(0, 5).map(({ stream, seq, code }) => ({ stream, seq, code })) },
          'the check of the whole log found something',
        );
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.outcomes.inc({ verdict: 'failed' });
      this.complain(error, 'the check of the whole log failed');
      await this.store.end(this.holder, due, { verdict: 'failed' });
    }
  }

  private complain(error: unknown, what: string): void {
    this.logger.error({ kind: (error as Error).name, message: (error as Error).message }, what);
  }

  /** A check under way is given up; the next process makes up for it. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.looking?.catch(() => undefined);
  }
}
