import { Body, Controller, Delete, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdParameter } from '../id.dto.js';
import { IdAnswer } from '../id.views.js';
import { CurrentSession } from '../session/current-session.js';
import type { Session } from '../session/session.js';
import { AppointmentsQuery, NewAppointmentBody } from './appointments.dto.js';
import { AppointmentsService } from './appointments.service.js';
import { AppointmentPage } from './appointments.views.js';

@ApiTags('administration')
@Controller('api/appointments')
export class AppointmentsController {
  constructor(private readonly appointments: AppointmentsService) {}

  /** Appointments, past ones too. For the three administrators. */
  @Get()
  list(@Query() query: AppointmentsQuery, @CurrentSession() session: Session): Promise<AppointmentPage> {
    return this.appointments.list(session, query);
  }

  /** Gives somebody a role at a body or over a territory, for a period. Security administrator, not to oneself. */
  @Post()
  grant(@Body() body: NewAppointmentBody, @CurrentSession() session: Session, @Req() request: FastifyRequest): Promise<IdAnswer> {
    return this.appointments.grant(session, request, body);
  }

  /** Takes a role back, now. It stays in the list. Security administrator, not one's own. */
  @Delete(':id')
  revoke(@Param() { id }: IdParameter, @CurrentSession() session: Session, @Req() request: FastifyRequest): Promise<IdAnswer> {
    return this.appointments.revoke(session, request, id);
  }
}
