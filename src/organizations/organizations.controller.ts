import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Administration, CurrentSession, type Session } from '../access/index.js';
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
  async children(@Query() { parent }: RegionsQuery, @CurrentSession() _session: Session): Promise<RegionPage> {
    const { items, nextCursor } = await this.queries.children(parent);
    return { items: [...items], nextCursor };
  }

  /** Bodies of a region and below it, by name. */
  @Get('organizations')
  async search(@Query() query: OrganizationsQuery, @CurrentSession() _session: Session): Promise<OrganizationPage> {
    const { items, nextCursor } = await this.queries.search(query);
    return { items: [...items], nextCursor };
  }

  /** Enters a body. System administrator. */
  @Post('organizations')
  create(
    @Body() { name, kind, regionCode }: NewOrganizationBody,
    @CurrentSession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    return this.administration.run(session, request, 'organization_create($1, $2, $3, $4, $5, $6)', [name, kind, regionCode]);
  }
}
