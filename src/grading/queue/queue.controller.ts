import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, STAFF } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { QueueService } from './queue.service.js';
import { QueuePage, type QueuePageProps } from './queue.view.js';
import { SHOWN } from './shown.js';

const Shown = z.enum(SHOWN).catch('todo');
const Stage = z.string().max(100).nullable().catch(null);
const Done = z.enum(['posted', 'unposted']).nullable().catch(null);

@Controller('courses/:course/grading')
@Access(STAFF)
export class QueueController {
  constructor(private readonly queue: QueueService) {}

  @Get()
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @Query('stage') stage: unknown,
    @Query('show') shown: unknown,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    const queue = await this.queue.read(actor, Stage.parse(stage ?? null), Shown.parse(shown));
    return page<QueuePageProps>(QueuePage, { actor, ...queue, done: Done.parse(done ?? null) });
  }
}
