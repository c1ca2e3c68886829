import { Module } from '@nestjs/common';
import { CatalogueReads } from './catalogue.reads.js';
import { CataloguePages } from './catalogue-pages.js';
import { ListPages } from './list-pages.js';
import { PortalController } from './portal.controller.js';
import { PortalFilter } from './portal.filter.js';
import { Renderer } from './renderer.js';
import { SearchPages } from './search-pages.js';
import { SearchReads } from './search.reads.js';

/** The citizens' side. Reads through the login mulu_portal only; needs nothing but the global PlatformModule. */
@Module({
  controllers: [PortalController],
  providers: [CatalogueReads, SearchReads, CataloguePages, ListPages, SearchPages, Renderer, PortalFilter],
})
export class PortalModule {}
