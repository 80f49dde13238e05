import { Inject, Injectable } from '@nestjs/common';
import { AssignmentLibrary, closesAt } from '../../assignments/index.js';
import { Notices } from '../../people/index.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { Database } from '../../platform/database/database.js';
import { defineJob } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { stageAt, teamsAt } from '../addresses.js';
import { reminderAt } from './reminder.js';
import { reminderMails, type ReminderFacts } from './reminder-mail.js';
import { type NearStage, RemindersQueries } from './reminders.queries.js';

export const SEND_REMINDERS = defineJob('send-reminders');

/**
 * Reminds students of deadlines: each at most once a person, a stage, a kind and a date. The cause of the mail sees to that, so a
 * round may run again, and beside another; a deadline that moves reminds of its new date.
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly queries: RemindersQueries,
    private readonly library: AssignmentLibrary,
    private readonly notices: Notices,
    @Inject(ENV) private readonly env: Env,
    runner: JobRunner,
  ) {
    runner.repeat(SEND_REMINDERS, '*/10 * * * *', () => this.sendDue());
  }

  private async sendDue(): Promise<void> {
    for (const stage of await this.queries.near()) {
      const facts = this.factsOf(stage);
      if (!facts) continue;
      await this.database.transaction(async () => {
        await this.notices.write('reminders', reminderMails(facts, await this.queries.notHandedIn(stage, facts.cause)));
      });
    }
  }

  /** Null where there is nothing to say now, or the stage’s words were taken out of the assignment’s files. */
  private factsOf(stage: NearStage): ReminderFacts | null {
    const { id, slug, zone, opensAt, dueAt, now } = stage;
    const content = this.library.find(stage.assignment);
    const spec = content?.spec.stages.find(({ key }) => key === stage.key);
    if (!content || !spec) return null;
    const deadline = { opensAt, dueAt, closesAt: closesAt(dueAt, content.spec.late, zone) };
    const kind = reminderAt(deadline, now);
    if (!kind) return null;
    return {
      ...deadline,
      kind,
      now,
      zone,
      number: spec.number,
      title: spec.title,
      course: { fr: stage.titleFr, en: stage.titleEn },
      cause: `reminder:${id}:${kind}:${dueAt.toISOString()}:`,
      stageAddress: this.env.PUBLIC_URL + stageAt(slug, stage.assignment, stage.key),
      teamsAddress: this.env.PUBLIC_URL + teamsAt(slug),
    };
  }
}
