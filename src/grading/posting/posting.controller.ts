import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { readForm } from '../../platform/http/form.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, LECTURERS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { PostingService } from './posting.service.js';
import { PostPage, type PostPageProps, UnpostPage, type UnpostPageProps } from './posting.view.js';

const Id = z.uuid();
const PostForm = z.strictObject({ seen: z.string().max(64) });

/** Showing the marks of a stage and taking them out of sight: each asked for on a page, then confirmed by its form. */
@Controller('courses/:course/grading/stages/:stage')
@Access(LECTURERS)
export class PostingController {
  constructor(private readonly postings: PostingService) {}

  @Get('post')
  async askToPost(@CurrentCourseActor() actor: CourseActor, @Param('stage', { schema: Id }) stage: string): Promise<Reply> {
    return page<PostPageProps>(PostPage, { actor, plan: await this.postings.plan(actor, stage), answer: null });
  }

  @Post('post')
  async post(
    @CurrentCourseActor() actor: CourseActor,
    @Param('stage', { schema: Id }) stage: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const form = readForm(PostForm, body);
    const outcome = await this.postings.post(actor, stage, form.ok ? form.value.seen : '');
    if (outcome.kind === 'posted') return seeOther(queueOf(actor, stage, 'posted'));
    return page<PostPageProps>(PostPage, { actor, plan: outcome.plan, answer: 'outdated' }, 409);
  }

  @Get('unpost')
  async askToUnpost(@CurrentCourseActor() actor: CourseActor, @Param('stage', { schema: Id }) stage: string): Promise<Reply> {
    return page<UnpostPageProps>(UnpostPage, { actor, plan: await this.postings.plan(actor, stage) });
  }

  @Post('unpost')
  async unpost(@CurrentCourseActor() actor: CourseActor, @Param('stage', { schema: Id }) stage: string): Promise<Reply> {
    await this.postings.unpost(actor, stage);
    return seeOther(queueOf(actor, stage, 'unposted'));
  }
}

const queueOf = ({ course }: CourseActor, stage: string, done: string): string =>
  `/courses/${course.slug}/grading?stage=${stage}&show=all&done=${done}`;
