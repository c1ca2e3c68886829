import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/index.js';
import { ProfilesModule } from '../profiles/profiles.module.js';
import { VersionAudit } from './audit.reads.js';
import { CatalogueStore } from './catalogue.store.js';
import { CataloguesController } from './catalogues.controller.js';
import { CheckReads } from './check.reads.js';
import { VersionDiff } from './diff.reads.js';
import { History } from './history.reads.js';
import { ItemQueries } from './item.queries.js';
import { ItemReads } from './item.reads.js';
import { ItemsController } from './items.controller.js';
import { PreviousReads } from './previous.reads.js';
import { ProposalReads } from './proposal.reads.js';
import { PastItemReads } from './replay/past-items.reads.js';
import { PastPublicReads } from './replay/past-public.reads.js';
import { ReplayDiffReads } from './replay/replay-diff.reads.js';
import { ReplayController } from './replay/replay.controller.js';
import { ReplayReads } from './replay/replay.reads.js';
import { RequirementsThenReads } from './replay/requirements-then.reads.js';
import { TickReads } from './replay/ticks.reads.js';
import { SimilarReads } from './similar.reads.js';
import { StandingReads } from './standing.reads.js';
import { VersionQueries } from './version.queries.js';
import { VersionReads } from './version.reads.js';
import { VersionsController } from './versions.controller.js';

/** Catalogues, their versions and items: every event of both lifecycles, and what their readers see. */
@Module({
  imports: [CommandsModule, ProfilesModule],
  controllers: [CataloguesController, VersionsController, ItemsController, ReplayController],
  providers: [
    CatalogueStore,
    VersionAudit,
    VersionReads,
    VersionQueries,
    VersionDiff,
    History,
    ItemReads,
    PreviousReads,
    CheckReads,
    SimilarReads,
    StandingReads,
    ProposalReads,
    ItemQueries,
    ReplayReads,
    PastItemReads,
    RequirementsThenReads,
    PastPublicReads,
    ReplayDiffReads,
    TickReads,
  ],
  exports: [ItemQueries, VersionQueries],
})
export class CataloguesModule {}
