import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config, isLoopback } from '../platform/config/index.js';
import { letterOf } from './letter.js';
import type { Due } from './outbox.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

function transport(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const auth = url.username === '' ? undefined : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return createTransport({
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(auth && { auth }),
    // A password never crosses a network in the clear.
    requireTLS: !secure && auth !== undefined && !isLoopback(host),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Sends the messages by SMTP, when the installation has a mail server. */
@Injectable()
export class Mailer {
  private readonly transport: ReturnType<typeof transport> | null;

  constructor(private readonly config: Config) {
    this.transport = config.smtpUrl === undefined ? null : transport(config.smtpUrl);
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
