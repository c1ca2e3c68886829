import { Injectable } from '@nestjs/common';
import { refuse } from '../../commands/index.js';
import { WritingRoom, type Attachment, type Paper } from '../../exports/index.js';
import { MatterReads, MatterSurroundings } from '../../matters/index.js';
import { noticePaper } from './notice.js';
import { recordPaper } from './record.js';
import { kindOf, type Subject } from './subject.js';
import { say } from './wording.js';

/** More steps than a notice will ever have. */
const WHOLE = 10_000;

/** A notice on paper, for everybody who may read it. */
@Injectable()
export class Papers {
  constructor(
    private readonly matters: MatterReads,
    private readonly around: MatterSurroundings,
    private readonly room: WritingRoom,
  ) {}

  /** The notice as it was sent. @throws ProblemError 401, 404 */
  async notice(token: string | null, id: string): Promise<Attachment> {
    const subject = await this.subject(token, id);
    return this.written(subject, noticePaper(subject), 'kind', 'notice');
  }

  /** What became of it: the answer and what the office says to it. @throws ProblemError 401, 404 */
  async record(token: string | null, id: string): Promise<Attachment> {
    const subject = await this.subject(token, id);
    return this.written(subject, recordPaper(subject), 'record', 'notice-record');
  }

  private async subject(token: string | null, id: string): Promise<Subject> {
    const notice = await this.matters.one(token, id, 'zh');
    if (notice.machine !== 'rectification') throw refuse.absent();
    const { items: past } = await this.matters.history(token, id, 0, WHOLE);
    return { notice, past, calendar: await this.around.calendar(), now: new Date() };
  }

  private async written({ notice }: Subject, paper: Paper, name: 'kind' | 'record', plainName: string): Promise<Attachment> {
    const bytes = await this.room.write({ format: 'docx', paper });
    const kind = say(`${name}.${kindOf(notice)}`);
    return { name: say('file', { kind, organization: notice.organization!.name, title: notice.title }), plainName, kind: 'docx', bytes };
  }
}
