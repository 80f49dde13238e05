import { Inject, Injectable } from '@nestjs/common';
import { type Notice, Notices } from '../../people/index.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { gradingTexts } from '../text.js';
import type { Reader } from './posting.queries.js';
import type { PlannedMark, PostingPlan } from './posting-plan.js';

/** Tells the readers of a mark that it is there. The mark itself is never in the mail. */
@Injectable()
export class ResultMails {
  constructor(
    private readonly notices: Notices,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Within the posting's transaction. Readers for whom nothing has changed are left in peace. */
  async write(actor: CourseActor, plan: PostingPlan, postingId: string): Promise<void> {
    const news = plan.marks.filter(({ is }) => is === 'news');
    await this.notices.write(
      'marks',
      news.flatMap((mark) => mark.readers.map((reader) => this.messageTo(reader, mark, plan, actor, postingId))),
    );
  }

  private messageTo(
    reader: Reader,
    { submissionId }: PlannedMark,
    { assignment, stage }: PostingPlan,
    { course }: CourseActor,
    postingId: string,
  ): Notice {
    const lang = reader.language ?? 'fr';
    const t = gradingTexts[lang].mail;
    const link = `${this.env.PUBLIC_URL}/courses/${course.slug}/submissions/${submissionId}`;
    return {
      cause: `posted:${postingId}:${submissionId}:${reader.id}`,
      personId: reader.id,
      recipient: reader.email,
      language: lang,
      subject: t.subject(stage.spec.number, stage.spec.title[lang]),
      body: t.body({
        course: course.title[lang],
        assignment: assignment.content.spec.title[lang],
        number: stage.spec.number,
        stage: stage.spec.title[lang],
        link,
      }),
    };
  }
}
