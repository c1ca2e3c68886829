import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answered } from '../catalogues/index.js';
import { Ask, MatterCorridor, type Asking } from '../commands/index.js';
import { beginningAt, MatterSurroundings } from '../matters/index.js';
import { Addressees } from './addressees.js';
import { issueTask } from './issue-task.js';
import { NewTaskDto, TaskScopeDto, TasksQuery } from './task.dto.js';
import { TaskReads } from './task.reads.js';
import { TaskIssued, TaskPage, TaskPreview } from './task.views.js';

/** Tasks: what an office hands down from a notice (编制任务). */
@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly corridor: MatterCorridor,
    private readonly reads: TaskReads,
    private readonly addressees: Addressees,
    private readonly around: MatterSurroundings,
  ) {}

  /** Tasks of my territory or my body, the newest first. */
  @Get()
  page(@Ask() asking: Asking, @Query() query: TasksQuery): Promise<TaskPage> {
    return this.reads.page(asking.token, query);
  }

  /** Whom a task would address. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  preview(@Ask() asking: Asking, @Body() scope: TaskScopeDto): Promise<TaskPreview> {
    return this.reads.preview(asking.token, scope);
  }

  /** Issues a task: one obligation, or one question, for each body. Leading-group office. */
  @Post()
  async issue(@Ask() asking: Asking, @Body() task: NewTaskDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<TaskIssued> {
    const request = beginningAt(asking, { organizationId: null, regionCode: task.regionCode, officeRegion: task.regionCode });
    const command = issueTask(request, task, {
      calendar: () => this.around.calendar(),
      addressees: (today, calendar) => this.addressees.of(task, today, calendar),
    });
    return answered(reply, await this.corridor.run(request, command)) as unknown as TaskIssued;
  }
}
