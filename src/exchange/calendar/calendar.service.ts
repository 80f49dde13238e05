import { Injectable } from '@nestjs/common';
import { AssignmentsService } from '../../assignments/index.js';
import { courseUnit, CurriculumContent, CurriculumService } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { dayOf } from '../../platform/clock/zoned.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { type CalendarEntry, entriesOf } from './entry.js';
import { type Month, monthAsked, monthOf } from './month.js';
import { type CalendarWeek, weeksOf } from './weeks.js';

export interface CourseCalendar {
  readonly weeks: readonly CalendarWeek[];
  readonly month: Month;
}

/** The dates of a course, as one person may know them. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly curriculum: CurriculumService,
    private readonly content: CurriculumContent,
    private readonly assignments: AssignmentsService,
  ) {}

  async read(actor: CourseActor, lang: Lang, month: unknown): Promise<CourseCalendar> {
    const { timeZone: zone } = actor.course;
    const { entries, now } = await this.entries(actor, lang);
    // A class that was cancelled is news; a date that was never kept is not.
    const shown = entries.filter(({ kind, isCancelled }) => kind === 'class' || !isCancelled);
    const today = dayOf(now, zone);
    const daysOf = (wanted: CalendarEntry['kind']): Set<string> =>
      new Set(shown.filter(({ kind, isCancelled }) => kind === wanted && !isCancelled).map(({ startsAt }) => dayOf(startsAt, zone)));
    const marks = { today, classes: daysOf('class'), dues: daysOf('deadline') };
    return { weeks: weeksOf(shown, now, zone), month: monthOf(monthAsked(month, today), marks) };
  }

  /** Every date, those that were taken back too, at one instant of the database's clock. */
  async entries(actor: CourseActor, lang: Lang): Promise<{ entries: readonly CalendarEntry[]; now: Date }> {
    const [plan, assignments] = await Promise.all([this.curriculum.plan(actor), this.assignments.list(actor)]);
    const units = this.content.units().map((unit) => courseUnit(unit, actor, plan));
    return { entries: entriesOf({ actor, lang, plan, units, assignments }), now: plan.now };
  }
}
