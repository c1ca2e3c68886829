import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { Repository } from 'typeorm';
import { afterCursor, pageOf, type Page } from '../../platform/paging.js';
import { Administration } from '../administration.js';
import { Appointment } from '../appointment.entity.js';
import type { Session } from '../session/session.js';
import type { AppointmentsQuery, NewAppointmentBody } from './appointments.dto.js';

@Injectable()
export class AppointmentsService {
  constructor(
    private readonly administration: Administration,
    @InjectRepository(Appointment) private readonly appointments: Repository<Appointment>,
  ) {}

  /** Past ones too: who held what, and when, stays visible. */
  async list(session: Session, { accountId, organizationId, cursor, limit }: AppointmentsQuery): Promise<Page<Appointment>> {
    const after = afterCursor(cursor, 1);
    await this.administration.demandAny(session);
    const query = this.appointments
      .createQueryBuilder('a')
      .orderBy('a.id')
      .limit(limit + 1);
    if (after) query.andWhere('a.id > :after', { after: after[0] });
    if (accountId) query.andWhere('a.accountId = :accountId', { accountId });
    if (organizationId) query.andWhere('a.organizationId = :organizationId', { organizationId });
    return pageOf(await query.getMany(), limit, (appointment) => [appointment.id]);
  }

  grant(session: Session, request: FastifyRequest, body: NewAppointmentBody): Promise<{ id: string }> {
    const { accountId, role, organizationId, regionCode, principalId, startsAt, endsAt } = body;
    return this.administration.run(session, request, 'appointment_grant($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      accountId,
      role,
      organizationId,
      regionCode,
      principalId,
      startsAt,
      endsAt,
    ]);
  }

  revoke(session: Session, request: FastifyRequest, id: string): Promise<{ id: string }> {
    return this.administration.run(session, request, 'appointment_revoke($1, $2, $3, $4)', [id]);
  }
}
