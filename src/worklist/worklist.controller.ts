import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ask, type Asking } from '../commands/index.js';
import { WorklistReads } from './worklist.reads.js';
import { WorklistView } from './worklist.views.js';

@ApiTags('worklist')
@Controller('api/worklist')
export class WorklistController {
  constructor(private readonly reads: WorklistReads) {}

  /** What waits for me, why, since when and due when; and who holds the versions that I had a hand in. */
  @Get()
  mine(@Ask() asking: Asking): Promise<WorklistView> {
    return this.reads.of(asking.token, asking.language);
  }
}
