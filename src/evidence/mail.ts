import type { CheckpointerLogin } from './checkpointer.js';

export interface CheckpointMail {
  /** Takes the message over, or fails. */
  readonly send: (message: { subject: string; text: string; attachment: { filename: string; content: string } }) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const HOUR_MS = 3_600_000;

/**
 * Sends checkpoints to the audit administrator, where the database cannot take them back: one that covers a new publication at once, any other one when the last
 * message is an hour old, and the first after a start. What could not be sent is due again at the next look.
 */
export class CheckpointLetters {
  private last: { readonly size: number; readonly at: number } | null = null;

  constructor(private readonly mail: CheckpointMail) {}

  async tell(login: CheckpointerLogin): Promise<void> {
    const { rows } = await login.query<{ size: string; note: string; second: string | null; published: boolean }>(
      `select size, mulu.checkpoint_note(size) as note, (select s.note from mulu.sm_checkpoint s where s.size = c.size) as second,
         mulu.publications_between($1, size) as published
       from mulu.checkpoint c order by size desc limit 1`,
      [this.last?.size ?? 0],
    );
    const [newest] = rows;
    const now = (this.mail.now ?? Date.now)();
    if (!newest || Number(newest.size) === this.last?.size) return;
    if (this.last && !newest.published && now - this.last.at < HOUR_MS) return;
    const { size, note, second } = newest;
    const notes = second === null ? note : `${note}\n${second}`; // as in a file to which they are appended
    await this.mail.send({
      subject: `【目录日志检查点】${note.split('\n', 1)[0]} 第 ${size} 条`,
      text: [
        '请保存本邮件。附件是全部日志在此刻的检查点，日后可据以核验日志是否被改动（见 docs/verification.md）。',
        'Keep this message. The attachment is a checkpoint of all logs at this moment; with it can be verified later whether they were changed.',
        '',
        notes,
      ].join('\n'),
      attachment: { filename: `${size}.note`, content: notes },
    });
    this.last = { size: Number(size), at: now };
  }
}
