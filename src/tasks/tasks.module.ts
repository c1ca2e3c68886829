import './messages.js';
import { Module } from '@nestjs/common';
import { MattersModule } from '../matters/index.js';
import { Addressees } from './addressees.js';
import { TaskReads } from './task.reads.js';
import { TasksController } from './tasks.controller.js';

/** What offices hand down to the bodies below them. */
@Module({ imports: [MattersModule], controllers: [TasksController], providers: [Addressees, TaskReads] })
export class TasksModule {}
