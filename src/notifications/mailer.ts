import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/index.js';
import { mailTransport } from '../platform/outward/index.js';
import { letterOf } from './letter.js';
import type { Due } from './outbox.js';

/** Sends the messages by SMTP, when the installation has a mail server. */
@Injectable()
export class Mailer {
  private readonly transport: ReturnType<typeof mailTransport> | null;

  constructor(private readonly config: Config) {
    this.transport = config.smtpUrl === undefined ? null : mailTransport(config.smtpUrl);
  }

  get configured(): boolean {
    return this.transport !== null;
  }

  /** Resolves once the mail server took it over. Tried again, the message has the same `Message-ID`. */
  async send({ email, notices }: Due): Promise<void> {
    const { mailFrom, publicOrigin } = this.config;
    if (!this.transport || mailFrom === undefined || publicOrigin === undefined) throw new Error('mail is not configured');
    const { id, subject, text } = letterOf(notices, publicOrigin);
    await this.transport.sendMail({
      from: mailFrom,
      to: email,
      messageId: `<${id}@${mailFrom.slice(mailFrom.indexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      subject,
      text,
    });
  }
}
