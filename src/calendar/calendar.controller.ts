import { Body, Controller, Get, Param, Put, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Administration, CurrentSession, type Session } from '../access/index.js';
import { ifMatch, ProblemError } from '../platform/problems/index.js';
import { CalendarQuery, CalendarYearBody, DeadlineQuery, YearParameter } from './calendar.dto.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarEditionAnswer, CalendarYearView, DeadlineView } from './calendar.views.js';
import { dayFaults } from './day-faults.js';

@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly queries: CalendarQueries,
    private readonly administration: Administration,
  ) {}

  /** The holidays and moved working days of a year, as they are in force or as an earlier edition had them. */
  @Get()
  year(@Query() query: CalendarQuery, @CurrentSession() { personId }: Session): Promise<CalendarYearView> {
    return this.queries.year(query, personId);
  }

  /** When something is due, and how that comes about day by day. */
  @Get('deadline')
  deadline(@Query() query: DeadlineQuery, @CurrentSession() _session: Session): Promise<DeadlineView> {
    return this.queries.deadline(query);
  }

  /** Enters a year as a new edition; `If-Match` names the one that it replaces, `"0"` when there is none. System administrator. */
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The edition that was seen, in quotes; `"0"` where there was none. 428 without it.',
  })
  @Put(':year')
  enter(
    @Param() { year }: YearParameter,
    @Body() { source, days }: CalendarYearBody,
    @CurrentSession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<CalendarEditionAnswer> {
    const errors = dayFaults(year, days);
    if (errors.length > 0) throw new ProblemError({ status: 400, code: 'request.invalid', errors });
    // Without the header the database refuses, after it has looked whether the person may do this at all.
    const edition = request.headers['if-match'] === undefined ? null : ifMatch(request.headers);
    const call = 'calendar_set($1, $2, $3, $4, $5, $6, $7)';
    return this.administration.run(session, request, call, [year, JSON.stringify(days), source, edition]);
  }
}
