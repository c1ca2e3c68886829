import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CalendarReads } from '../calendar/index.js';
import { answered, EventAnswer } from '../catalogues/index.js';
import { Ask, idOrNone, MatterCorridor, type Asking } from '../commands/index.js';
import { MEDIA_TYPES, sendAttachment, WritingRoom } from '../exports/index.js';
import { MatterSurroundings, stepOn } from '../matters/index.js';
import { ProblemError, versionETag } from '../platform/problems/index.js';
import { composed, edited, recomposed } from './content.js';
import { FindingsReads } from './findings.reads.js';
import { ReportOpenings } from './openings.js';
import { reportPaper } from './report-paper.js';
import { ComposeDto, NewReportDto, ReportEditDto, ReportsQuery } from './report.dto.js';
import { ReportReads } from './report.reads.js';
import { CompositionView, ReportOpened, ReportPage, ReportView } from './report.views.js';
import { writeReport } from './write-report.js';

const notComposed = () => new ProblemError({ status: 409, code: 'report.notComposed' });

/** What goes upward every quarter and every year. Reports are handed over, taken in and returned through /api/matters. */
@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(
    private readonly corridor: MatterCorridor,
    private readonly reads: ReportReads,
    private readonly findings: FindingsReads,
    private readonly openings: ReportOpenings,
    private readonly around: MatterSurroundings,
    private readonly calendars: CalendarReads,
    private readonly room: WritingRoom,
  ) {}

  /** Reports of my territory or my body, and those that come up to it. */
  @Get()
  page(@Ask() asking: Asking, @Query() query: ReportsQuery): Promise<ReportPage> {
    return this.reads.page(asking.token, query);
  }

  /** Opens the report of a period by hand. Its author: the territory's own office, or the department's people. */
  @Post()
  async open(@Ask() asking: Asking, @Body() report: NewReportDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<ReportOpened> {
    const { token, key, requestHash, requestId } = asking;
    return answered(reply, await this.openings.open({ token, key, requestHash, requestId }, report)) as unknown as ReportOpened;
  }

  /** A report as it will be read, and what may happen to it next. */
  @Get(':reportId')
  async one(
    @Ask() asking: Asking,
    @Param('reportId') reportId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportView> {
    const report = await this.reads.one(asking.token, idOrNone(reportId), asking.language);
    void reply.header('etag', versionETag(report.seq));
    return report;
  }

  /** What it would say if it were composed now. Changes nothing. */
  @Get(':reportId/composition')
  composition(@Ask() asking: Asking, @Param('reportId') reportId: string): Promise<CompositionView> {
    return this.reads.composition(asking.token, idOrNone(reportId));
  }

  /** Composes it from what stands now: numbers anew, words that people wrote as they are. */
  @Post(':reportId/compose')
  @HttpCode(200)
  async compose(
    @Ask() asking: Asking,
    @Param('reportId') reportId: string,
    @Body() { replace = [] }: ComposeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const request = stepOn(asking, reportId);
    const command = writeReport(request, 'compose', this.around, async ({ matter }) => {
      const { findings, content } = await this.findings.of(asking.token, matter!);
      return recomposed(content, composed(findings), new Set(replace)).content;
    });
    return answered(reply, await this.corridor.run(request, command));
  }

  /** Other words for its title and its sections. */
  @Put(':reportId/content')
  async edit(
    @Ask() asking: Asking,
    @Param('reportId') reportId: string,
    @Body() edit: ReportEditDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    const request = stepOn(asking, reportId);
    const command = writeReport(request, 'edit', this.around, async ({ matter }) => {
      const content = await this.findings.content(matter!);
      return content === null ? notComposed() : (edited(content, edit) ?? new ProblemError({ status: 422, code: 'report.noSuchSection' }));
    });
    return answered(reply, await this.corridor.run(request, command));
  }

  /** The report as a document to be printed. */
  @Get(':reportId/export')
  @ApiProduces(MEDIA_TYPES.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Ask() asking: Asking, @Param('reportId') reportId: string, @Res() reply: FastifyReply) {
    const { content, ...report } = await this.reads.one(asking.token, idOrNone(reportId), asking.language);
    if (content === null) throw notComposed();
    const paper = reportPaper({ ...report, content }, await this.calendars.today());
    const bytes = await this.room.write({ format: 'docx', paper });
    return sendAttachment(reply, { name: report.title, plainName: `report-${report.id}`, kind: 'docx', bytes });
  }
}
