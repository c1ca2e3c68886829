import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Ask, idOrNone, type Asking } from '../commands/index.js';
import { CatalogueStore } from './catalogue.store.js';
import { CatalogueListDto, CreateCatalogueDto } from './catalogues.dto.js';
import { TimeDto } from './replay/instant.js';
import { answered } from './versions.controller.js';
import { CatalogueDetail, CataloguePage } from './views/catalogue.views.js';
import { EventAnswer } from './views/offer.views.js';

@ApiTags('catalogues')
@Controller('api/catalogues')
export class CataloguesController {
  constructor(private readonly catalogues: CatalogueStore) {}

  /** Catalogues of the bodies over which one holds a role. */
  @Get()
  list(@Ask() asking: Asking, @Query() filter: CatalogueListDto): Promise<CataloguePage> {
    return this.catalogues.list(asking.token, filter);
  }

  /** A new catalogue of a body, by one of its compilers. */
  @Post()
  create(@Ask() asking: Asking, @Body() wanted: CreateCatalogueDto): Promise<CatalogueDetail> {
    return this.catalogues.create(asking, wanted);
  }

  /** A catalogue and its versions, the latest first, now or at a time of the past. */
  @Get(':catalogueId')
  one(@Ask() asking: Asking, @Param('catalogueId') catalogueId: string, @Query() { at }: TimeDto): Promise<CatalogueDetail> {
    return this.catalogues.one(asking.token, idOrNone(catalogueId), at);
  }

  /** Opens the first draft. */
  @Post(':catalogueId/versions')
  async open(
    @Ask() asking: Asking,
    @Param('catalogueId') catalogueId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswer> {
    return answered(reply, { answer: await this.catalogues.openVersion(asking, idOrNone(catalogueId)) });
  }
}
