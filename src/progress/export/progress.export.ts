import { Injectable } from '@nestjs/common';
import { LONGEST_CELL, WritingRoom, type Attachment } from '../../exports/index.js';
import { fill, ProblemError } from '../../platform/problems/index.js';
import type { ProgressExportQuery } from '../progress.dto.js';
import { ProgressReads } from '../progress.reads.js';
import { boardSheet, listSheet, type Asked } from './progress-sheets.js';
import { PAPER } from './wording.js';

/** Three times the bodies of the largest territory; a workbook of more is of no use to anybody. */
const MOST_ROWS = 12_000;

/** The board as a workbook: its table, and the bodies behind it. */
@Injectable()
export class ProgressExport {
  constructor(
    private readonly reads: ProgressReads,
    private readonly room: WritingRoom,
  ) {}

  /** @throws ProblemError 401, 404 as the board does; 422 when there are too many bodies for one file */
  async workbook(token: string | null, query: ProgressExportQuery): Promise<Attachment> {
    const { region, task, at } = query;
    const progress = await this.reads.rollUp(token, { region, task, at });
    const list = await this.reads.list(token, { ...query, region: progress.region.code, limit: MOST_ROWS });
    if (list.nextCursor !== null) throw new ProblemError({ status: 422, code: 'export.tooMuch' });
    const asked: Asked = { ...query, task: list.task };
    const sheets = [boardSheet(progress, asked), listSheet(list, progress, asked)];
    if (sheets.some(({ table }) => table.rows.some((row) => row.some(({ text }) => text.length > LONGEST_CELL))))
      throw new ProblemError({ status: 422, code: 'export.cellTooLong' });
    return {
      name: fill(PAPER.fileName, { region: progress.region.name, day: progress.today }),
      plainName: `progress-${progress.region.code}-${progress.today}`,
      kind: 'xlsx',
      bytes: await this.room.write({ format: 'xlsx', sheets }),
    };
  }
}
