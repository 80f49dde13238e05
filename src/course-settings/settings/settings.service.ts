import { Injectable } from '@nestjs/common';
import { type CourseStage, AssignmentsService, StageDates } from '../../assignments/index.js';
import { type ClassMeeting, CurriculumService } from '../../curriculum/index.js';
import { mayArrange } from '../../people/index.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { SubmissionsService } from '../../submissions/index.js';
import type { StageWish } from './date-forms.js';
import { isTooSudden } from './stage-date.policy.js';
import { timetableIn } from './timetable-form.js';

export interface StageSetting {
  readonly stage: CourseStage;
  /** The key of its assignment. */
  readonly assignment: string;
  /** How many teams have handed something in. */
  readonly handedIn: number;
}

/** What a lecturer sets of a course, as it stands. */
export interface CourseSettings {
  readonly meetings: readonly ClassMeeting[];
  readonly stages: readonly StageSetting[];
  /** The fields of the timetable, as the classes seem to follow it. */
  readonly timetable: Readonly<Record<string, string>>;
  readonly mayArrange: boolean;
  readonly now: Date;
}

export type StageOutcome = 'done' | 'conflict' | 'unsure';

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly curriculum: CurriculumService,
    private readonly assignments: AssignmentsService,
    private readonly dates: StageDates,
    private readonly submissions: SubmissionsService,
  ) {}

  async read(actor: CourseActor): Promise<CourseSettings> {
    const [plan, asked, works] = await Promise.all([
      this.curriculum.plan(actor),
      this.assignments.list(actor),
      this.submissions.countTeams(actor),
    ]);
    const stages = asked.flatMap(({ content, stages: all }) =>
      all.map((stage) => ({ stage, assignment: content.key, handedIn: works.get(stage.id) ?? 0 })),
    );
    const timetable = timetableIn(plan, actor.course.timeZone);
    return { stages, timetable, meetings: plan.meetings, mayArrange: mayArrange(actor).allowed, now: plan.now };
  }

  /** @throws AssignmentNotFound */
  async readStage(actor: CourseActor, assignment: string, key: string): Promise<StageSetting> {
    const { stage } = await this.assignments.readStage(actor, assignment, key);
    return { stage, assignment, handedIn: (await this.submissions.countTeams(actor)).get(stage.id) ?? 0 };
  }

  /** `unsure` when everything handed in from now on would be late, and nobody said that this is meant. @throws AssignmentNotFound, DatesRefused */
  async changeStage(actor: CourseActor, setting: StageSetting, wish: StageWish): Promise<StageOutcome> {
    if (isTooSudden(setting.stage, wish.dueAt, await this.database.now()) && !wish.isConfirmed) return 'unsure';
    return this.dates.change(actor, setting.stage, wish);
  }
}
