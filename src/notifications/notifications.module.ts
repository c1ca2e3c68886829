import { Module } from '@nestjs/common';
import { WorklistModule } from '../worklist/index.js';
import { ContactController } from './contact.controller.js';
import { Mailer } from './mailer.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';

/** Whoever is next hears of it outside the application, where mail is configured. */
@Module({ imports: [WorklistModule], controllers: [ContactController], providers: [Outbox, Mailer, Notices] })
export class NotificationsModule {}
