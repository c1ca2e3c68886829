import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadsEvidence } from '../access/index.js';
import { Ask, type Asking } from '../commands/index.js';
import { PageQuery } from '../platform/paging.dto.js';
import { CheckpointReads } from './checkpoints.reads.js';
import { ConsistencyQuery } from './evidence.dto.js';
import { CheckpointPage, ConsistencyView } from './evidence.views.js';

@ApiTags('evidence')
@Controller('api/checkpoints')
export class CheckpointsController {
  constructor(private readonly checkpoints: CheckpointReads) {}

  /** The signed checkpoints, the newest first: for auditors and audit administrators. */
  @Get()
  @ReadsEvidence('checkpoints')
  page(@Ask() asking: Asking, @Query() { cursor, limit }: PageQuery): Promise<CheckpointPage> {
    return this.checkpoints.page(asking.token, cursor, limit);
  }

  /** The hashes that prove the tree of one size to be the beginning of that of another (RFC 6962, 2.1.2). */
  @Get('consistency')
  @ReadsEvidence('checkpoints')
  consistency(@Ask() asking: Asking, @Query() { first, second }: ConsistencyQuery): Promise<ConsistencyView> {
    return this.checkpoints.consistency(asking.token, first, second);
  }
}
