import { Inject, Injectable } from '@nestjs/common';
import { AssignmentsService } from '../../assignments/index.js';
import { courseUnit, CurriculumContent, CurriculumService } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { PrivateAddresses } from '../../people/index.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { dayOf } from '../../platform/clock/zoned.js';
import { NoSuchPage } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { type CalendarEntry, entriesOf } from './entry.js';
import { icalOf } from './ical.js';
import { type Month, monthAsked, monthOf } from './month.js';
import { type CalendarWeek, weeksOf } from './weeks.js';

export interface CourseCalendar {
  readonly weeks: readonly CalendarWeek[];
  readonly month: Month;
  /** Where this person's own calendar fetches the same; null while there is none. */
  readonly subscription: Subscription | null;
}

export interface Subscription {
  /** Null where it works and can no longer be shown: a new one can. */
  readonly address: string | null;
  readonly since: Date;
}

/** The dates of a course, as one person may know them. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly curriculum: CurriculumService,
    private readonly content: CurriculumContent,
    private readonly assignments: AssignmentsService,
    private readonly addresses: PrivateAddresses,
    @Inject(ENV) private readonly env: Env,
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
    return {
      weeks: weeksOf(shown, now, zone),
      month: monthOf(monthAsked(month, today), marks),
      subscription: await this.subscriptionOf(actor),
    };
  }

  /** Every date, those that were taken back too, at one instant of the database's clock. */
  async entries(actor: CourseActor, lang: Lang): Promise<{ entries: readonly CalendarEntry[]; now: Date }> {
    const [plan, assignments, withdrawn] = await Promise.all([
      this.curriculum.plan(actor),
      this.assignments.list(actor),
      this.assignments.listWithdrawn(actor),
    ]);
    const units = this.content.units().map((unit) => courseUnit(unit, actor, plan));
    return { entries: entriesOf({ actor, lang, plan, units, assignments, withdrawn }), now: plan.now };
  }

  /** The file that an address opens, in the language of the person it belongs to. @throws NoSuchPage for an address that is nobody's any more */
  async subscribed(course: string, key: unknown): Promise<string> {
    const reader = await this.addresses.readerOf(course, 'calendar', key);
    if (!reader) throw new NoSuchPage();
    const lang = reader.language ?? 'fr';
    const { entries } = await this.entries(reader, lang);
    return icalOf(entries, { lang, title: reader.course.title[lang], publicUrl: this.env.PUBLIC_URL });
  }

  private async subscriptionOf(actor: CourseActor): Promise<Subscription | null> {
    const found = await this.addresses.find(actor, 'calendar');
    if (!found) return null;
    const address = found.token && `${this.env.PUBLIC_URL}/courses/${actor.course.slug}/calendar.ics?key=${found.token}`;
    return { address, since: found.createdAt };
  }
}
