import { Inject, Injectable, Logger, Optional, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Counter } from 'prom-client';
import { CalendarReads } from '../calendar/index.js';
import { Metrics } from '../platform/http/index.js';
import { WorklistReads } from '../worklist/index.js';
import { asCalls, MATTER_CALLS, type Call, type MatterCalls } from './calls.js';
import { nextDaily } from './daily.js';
import { toldAs } from './kinds.js';
import { Mailer } from './mailer.js';
import { Outbox, type Due, type Moved } from './outbox.js';

const EVERY_MS = 5_000;
const BATCH = 100;

/** The mail server itself cannot be used: what else is due would fail alike. */
const NOBODY_THERE = new Set(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH']);

/**
 * Looks every few seconds at the logs that moved on, reads who is next there, and tells them, at least once each. Between taking down and
 * sending anything may end: a message has its id from before, and is tried again with it.
 */
@Injectable()
export class Notices implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('notifications');
  private readonly outcomes: Counter<'outcome'>;
  private sweeping: Promise<boolean> | null = null;
  private stopping = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    private readonly worklist: WorklistReads,
    private readonly calendars: CalendarReads,
    private readonly schedule: SchedulerRegistry,
    metrics: Metrics,
    @Optional() @Inject(MATTER_CALLS) private readonly matters: MatterCalls | null,
  ) {
    this.outcomes = new Counter({
      name: 'mulu_notifications_total',
      help: 'Attempts to send a notification by what became of them.',
      labelNames: ['outcome'] as const,
      registers: [metrics.registry],
    });
  }

  onApplicationBootstrap(): void {
    if (!this.mailer.configured) return;
    this.schedule.addInterval(
      'notifications',
      setInterval(() => void this.tick(), EVERY_MS),
    );
  }

  private async tick(): Promise<void> {
    if (this.sweeping) return;
    try {
      await this.sweep();
    } catch (error) {
      this.complain(error, 'the sweep failed, the next one tries again');
    }
  }

  /** Tells whoever is to be told now. False when another instance is at it. */
  async sweep(): Promise<boolean> {
    while (this.sweeping) await this.sweeping.catch(() => undefined);
    this.sweeping = this.outbox.alone(async () => {
      const daily = nextDaily(new Date(), await this.calendars.calendar());
      for (const moved of await this.outbox.moved(BATCH)) await this.look(moved, daily);
      await this.deliver(await this.outbox.due(BATCH));
    });
    try {
      return await this.sweeping;
    } finally {
      this.sweeping = null;
    }
  }

  /** Who is next is read after it was read how far the log is: what comes in between is looked at once more. */
  private async look(moved: Moved, daily: Date): Promise<void> {
    try {
      const calls = await this.callsOf(moved);
      await this.outbox.note(
        moved,
        calls.filter(({ kind }) => toldAs(kind) !== undefined),
        daily,
      );
    } catch (error) {
      this.complain(error, `one ${moved.kind} could not be looked at, the next sweep tries again`);
    }
  }

  private async callsOf({ kind, stream }: Moved): Promise<readonly Call[]> {
    if (kind === 'version') return this.worklist.next(stream);
    return asCalls((await this.matters?.next(stream)) ?? []);
  }

  private async deliver(all: readonly Due[]): Promise<void> {
    for (const due of all) {
      if (this.stopping) return;
      const { notices } = due;
      const told = { id: notices[0]?.id, kind: notices[0]?.kind, stream: notices[0]?.stream, notices: notices.length };
      try {
        await this.mailer.send(due);
      } catch (error) {
        this.outcomes.inc({ outcome: 'failed' });
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        this.logger.warn({ ...told, code, responseCode, attempts: (notices[0]?.attempts ?? 0) + 1 }, 'a notification was not sent');
        await this.outbox.failed(notices);
        if (NOBODY_THERE.has(code ?? '')) return;
        continue;
      }
      await this.outbox.sent(notices);
      this.outcomes.inc({ outcome: 'sent' });
      this.logger.log(told, 'a notification was sent');
    }
  }

  /** An error of the mail server may repeat addresses: only its kind is logged. */
  private complain(error: unknown, what: string): void {
    this.logger.error({ kind: (error as Error).name, code: (error as { code?: string }).code }, what);
  }

  /** A message under way is finished before the connections close. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.sweeping?.catch(() => undefined);
  }
}
