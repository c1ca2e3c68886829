import { mailTransport } from '../platform/outward/index.js';
import type { CheckpointMail } from './mail.js';

/** By SMTP; null unless all three are set. */
export function checkpointMail(smtpUrl: string | undefined, from: string | undefined, to: string | undefined): CheckpointMail | null {
  if (smtpUrl === undefined || from === undefined || to === undefined) return null;
  const transport = mailTransport(smtpUrl);
  return {
    send: async ({ subject, text, attachment }) => {
      await transport.sendMail({ from, to, subject, text, attachments: [attachment], headers: { 'Auto-Submitted': 'auto-generated' } });
    },
  };
}
