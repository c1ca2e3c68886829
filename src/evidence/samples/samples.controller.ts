import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { queryOf, ReadLog } from '../../access/index.js';
import { Ask, type Asking } from '../../commands/index.js';
import { MEDIA_TYPES, sendAttachment, WritingRoom } from '../../exports/index.js';
import { periodOf } from '../period.js';
import { SampleQuery } from './samples.dto.js';
import { sampleCsv, sampleSheet } from './samples.export.js';
import { SampleReads } from './samples.reads.js';
import { SampleView } from './samples.views.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('evidence')
@Controller('api/samples')
export class SamplesController {
  constructor(
    private readonly samples: SampleReads,
    private readonly room: WritingRoom,
    private readonly reads: ReadLog,
  ) {}

  /** A random sample that another auditor draws again: the first of the list, in the order of SHA-256(seed, newline, id). */
  @Get()
  @ApiExtraModels(SampleView)
  @ApiOkResponse({
    content: { 'application/json': { schema: { $ref: getSchemaPath(SampleView) } }, [MEDIA_TYPES.csv]: BINARY, [MEDIA_TYPES.xlsx]: BINARY },
  })
  async draw(@Ask() asking: Asking, @Query() query: SampleQuery, @Res() reply: FastifyReply) {
    const { of, seed, size, region = null, checkpoint = null, format = 'json' } = query;
    const sample = await this.samples.draw(asking.token, { of, seed, size, region, checkpoint, ...periodOf(query) });
    await this.reads.note(asking.token, { what: 'sample', log: null, query: queryOf(reply.request.url), each: true });
    if (format === 'json') return reply.header('cache-control', 'no-store').send(sample);
    const bytes = format === 'csv' ? sampleCsv(sample) : await this.room.write({ format, sheets: [sampleSheet(sample)] });
    return sendAttachment(reply, { name: `审计抽样 ${seed}`, plainName: 'sample', kind: format, bytes });
  }
}
