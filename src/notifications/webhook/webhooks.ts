import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Counter, Gauge } from 'prom-client';
import { Config } from '../../platform/config/index.js';
import { Metrics } from '../../platform/http/index.js';
import { AllowList } from '../../platform/outward/index.js';
import { NotTakenError, pinnedPost } from './pinned-post.js';
import { postingOf, receiversOf, type EventNotice, type Receiver } from './receiver.js';
import { WebhookStore } from './webhook.store.js';

const EVERY_MS = 5_000;
const BATCH = 100;

/**
 * Tells the configured receivers of each step that was logged, at least once and in the order of each log. They do not wait for each other, nor
 * does mail for them. Between sending and noting anything may end: the events are sent again, with the ids that they had.
 */
@Injectable()
export class Webhooks implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly receivers: readonly Receiver[];
  private readonly logger = new Logger('webhook');
  private readonly holder = randomUUID();
  private readonly hosts: AllowList;
  private readonly events: Counter<'receiver' | 'outcome'>;
  private readonly failing: Gauge<'receiver'>;
  private readonly sweeping = new Map<string, Promise<void>>();
  private stopping = false;

  constructor(
    private readonly store: WebhookStore,
    private readonly config: Config,
    private readonly schedule: SchedulerRegistry,
    metrics: Metrics,
  ) {
    this.receivers = receiversOf(config);
    this.hosts = new AllowList(config.webhookHosts);
    const registers = [metrics.registry];
    this.events = new Counter({
      name: 'mulu_webhook_events_total',
      help: 'Events for a receiver by what became of them: delivered, failed (they are tried again), given_up (they are not).',
      labelNames: ['receiver', 'outcome'] as const,
      registers,
    });
    this.failing = new Gauge({
      name: 'mulu_webhook_failures',
      help: 'Deliveries to a receiver that failed one after the other; 0 once it takes them again.',
      labelNames: ['receiver'] as const,
      registers,
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.store.configure(this.receivers);
    if (this.receivers.length === 0) return;
    this.schedule.addInterval(
      'webhooks',
      setInterval(() => this.tick(), EVERY_MS),
    );
  }

  private tick(): void {
    for (const receiver of this.receivers) if (!this.sweeping.has(receiver.id)) void this.sweep(receiver);
  }

  /** Sends everything that a receiver has not got yet, until it has, or does not take it. */
  async sweep(receiver: Receiver): Promise<void> {
    while (this.sweeping.has(receiver.id)) await this.sweeping.get(receiver.id);
    const sweeping = this.drain(receiver)
      .catch((error: unknown) => {
        const { name, code } = error as { name?: string; code?: string };
        this.logger.error({ receiver: receiver.host, kind: name, code }, 'the sweep failed, the next one tries again');
      })
      .finally(() => this.sweeping.delete(receiver.id));
    this.sweeping.set(receiver.id, sweeping);
    await sweeping;
  }

  private async drain(receiver: Receiver): Promise<void> {
    while (!this.stopping) {
      const events = await this.store.take(receiver, this.holder, BATCH);
      if (events.length === 0 || !(await this.deliver(receiver, events))) return;
    }
  }

  private async deliver(receiver: Receiver, events: readonly EventNotice[]): Promise<boolean> {
    const { host } = receiver;
    try {
      await pinnedPost(receiver.url, postingOf(events, this.config.webhookSecret ?? '', Date.now()), this.hosts);
    } catch (error) {
      if (!(error instanceof NotTakenError)) throw error;
      await this.notTaken(receiver, events, error.why);
      return false;
    }
    await this.store.delivered(receiver, events);
    this.events.inc({ receiver: host, outcome: 'delivered' }, events.length);
    this.failing.set({ receiver: host }, 0);
    this.logger.log({ receiver: host, events: events.length, last: events.at(-1)?.id }, 'events were delivered');
    return true;
  }

  private async notTaken(receiver: Receiver, events: readonly EventNotice[], why: string): Promise<void> {
    const { host } = receiver;
    const { failures, givenUp } = await this.store.failed(receiver);
    this.events.inc({ receiver: host, outcome: 'failed' }, events.length);
    this.failing.set({ receiver: host }, failures);
    this.logger.warn({ receiver: host, events: events.length, first: events[0]?.id, why, failures }, 'events were not delivered');
    if (givenUp === 0) return;
    this.events.inc({ receiver: host, outcome: 'given_up' }, givenUp);
    this.logger.error({ receiver: host, events: givenUp }, 'events were given up: the receiver took none for too long');
  }

  /** A delivery under way is finished before the connections close. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.sweeping.values());
    if (this.receivers.length > 0) await this.store.release(this.holder).catch(() => undefined);
  }
}
