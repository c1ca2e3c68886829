import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../platform/paging.dto.js';
import { ROLE_NAMES, type RoleName } from '../roles.js';
import { Id, OptionalId, OptionalMoment, RegionCode } from '../validators.js';
import { FitsScope } from './fits-role.js';

export class AppointmentsQuery extends PageQuery {
  @OptionalId()
  accountId?: string;

  @OptionalId()
  organizationId?: string;
}

export class NewAppointmentBody {
  @Id()
  accountId: string;

  @IsIn(ROLE_NAMES)
  @FitsScope()
  role: RoleName;

  @OptionalId()
  organizationId?: string;

  @IsOptional()
  @RegionCode()
  regionCode?: string;

  /** Whom the deputy stands in for. */
  @OptionalId()
  principalId?: string;

  /** Now, when it is left out. */
  @OptionalMoment()
  startsAt?: string;

  /** Until revoked, when it is left out. */
  @OptionalMoment()
  endsAt?: string;
}
