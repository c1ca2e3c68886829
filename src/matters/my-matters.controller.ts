import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ask, type Asking } from '../commands/index.js';
import { MyMatters } from './my-matters.reads.js';
import { MyMattersView } from './my-matters.views.js';

@ApiTags('matters')
@Controller('api/matters')
export class MyMattersController {
  constructor(private readonly mine: MyMatters) {}

  /** Obligations, notices and reports in which it is my turn; beside the worklist of the catalogues. */
  @Get()
  list(@Ask() asking: Asking): Promise<MyMattersView> {
    return this.mine.of(asking.token);
  }
}
