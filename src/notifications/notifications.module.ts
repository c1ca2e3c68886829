import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { WorklistModule } from '../worklist/index.js';
import { ContactController } from './contact.controller.js';
import { Mailer } from './mailer.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';
import { WebhookStore } from './webhook/webhook.store.js';
import { Webhooks } from './webhook/webhooks.js';

/** Whoever is next hears of it outside the application, where mail is configured; and other programs of each step, where a webhook is. */
@Module({
  imports: [WorklistModule, CalendarModule],
  controllers: [ContactController],
  providers: [Outbox, Mailer, Notices, WebhookStore, Webhooks],
})
export class NotificationsModule {}
