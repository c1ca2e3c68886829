import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Administration, CurrentSession, IdAnswer, type Session } from '../access/index.js';
import { NewOrganizationBody, OrganizationsQuery, RegionsQuery } from './organizations.dto.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationPage, RegionPage } from './organizations.views.js';

@ApiTags('organizations')
@Controller('api')
export class OrganizationsController {
  constructor(
    private readonly queries: OrganizationsQueries,
    private readonly administration: Administration,
  ) {}

  /** The hierarchy, one level at a time. */
  @Get('regions')
  children(@Query() { parent }: RegionsQuery, @CurrentSession() _session: Session): Promise<RegionPage> {
    return this.queries.children(parent);
  }

  /** Bodies of a region and below it, by name. */
  @Get('organizations')
  search(@Query() query: OrganizationsQuery, @CurrentSession() _session: Session): Promise<OrganizationPage> {
    return this.queries.search(query);
  }

  /** Enters a body. System administrator. */
  @Post('organizations')
  create(
    @Body() { name, kind, regionCode }: NewOrganizationBody,
    @CurrentSession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<IdAnswer> {
    return this.administration.run(session, request, 'organization_create($1, $2, $3, $4, $5, $6)', [name, kind, regionCode]);
  }
}
