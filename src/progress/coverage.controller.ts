import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Ask, type Asking } from '../commands/index.js';
import { preferredLanguage } from '../platform/problems/index.js';
import { CoverageItemsQuery, CoverageQuery } from './coverage.dto.js';
import { CoverageReads } from './coverage.reads.js';
import { CoveredItemPage, CoverageView } from './coverage.views.js';

/** What the published catalogues cover (内政公发〔2020〕2号: 26 fields): for leading-group offices and auditors. */
@ApiTags('progress')
@Controller('api/progress/coverage')
export class CoverageController {
  constructor(private readonly reads: CoverageReads) {}

  /** Body × field, by region and name of the body; each number leads to its list. */
  @Get()
  matrix(@Ask() asking: Asking, @Query() query: CoverageQuery, @Req() request: FastifyRequest): Promise<CoverageView> {
    return this.reads.matrix(asking.token, query, preferredLanguage(request.headers['accept-language']));
  }

  /** The published items that a number counts. */
  @Get('items')
  items(@Ask() asking: Asking, @Query() query: CoverageItemsQuery): Promise<CoveredItemPage> {
    return this.reads.items(asking.token, query);
  }
}
