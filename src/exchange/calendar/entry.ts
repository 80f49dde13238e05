import type { CourseAssignment, CourseStage, WithdrawnStage } from '../../assignments/index.js';
import type { ClassMeeting, CoursePlan, CourseUnit } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { type CourseActor, isStaff } from '../../platform/security/actor.js';
import { calendarTexts } from './text.js';

/** One date of a course as one person may know it: what the page lists, and what their own calendar is told. */
export interface CalendarEntry {
  /** Stays the same through every change of the date. */
  readonly uid: string;
  readonly kind: 'class' | 'opening' | 'deadline';
  readonly title: string;
  readonly startsAt: Date;
  /** Null where the date is an instant. */
  readonly endsAt: Date | null;
  readonly place: string;
  /** Where it leads; null where there is nothing this person may open yet. */
  readonly path: string | null;
  readonly isCancelled: boolean;
  /** Grows with each change. */
  readonly sequence: number;
  readonly changedAt: Date;
  /** Of a class: its week in the course. */
  readonly week: number | null;
}

export interface CourseDates {
  readonly actor: CourseActor;
  readonly lang: Lang;
  readonly plan: CoursePlan;
  readonly units: readonly CourseUnit[];
  readonly assignments: readonly CourseAssignment[];
  readonly withdrawn: readonly WithdrawnStage[];
}

/** Every date in the order of time, those that were taken back among them. No mark, no work and no other person is in it. */
export function entriesOf(dates: CourseDates): CalendarEntry[] {
  const classes = dates.plan.meetings.map((meeting) => classEntry(dates, meeting));
  const openings = dates.units.flatMap((unit) => openingEntry(dates, unit) ?? []);
  const deadlines = dates.assignments.flatMap(({ content, stages }) => stages.map((stage) => deadlineEntry(dates, content.key, stage)));
  const withdrawn = dates.withdrawn.map((stage) => withdrawnEntry(dates, stage));
  return [...classes, ...openings, ...deadlines, ...withdrawn].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** A class is everybody's; its unit is named and linked once it is open to this person. */
function classEntry({ actor, lang, units }: CourseDates, meeting: ClassMeeting): CalendarEntry {
  const unit = units.find(({ key }) => key === meeting.unit);
  return {
    uid: `class-${meeting.id}@attrait`,
    kind: 'class',
    week: meeting.week,
    title: meeting.title[lang],
    place: meeting.place[lang],
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    path: unit?.isOpen ? unitAt(actor, unit.key) : null,
    isCancelled: meeting.isCancelled,
    sequence: meeting.version - 1,
    changedAt: meeting.changedAt,
  };
}

/** Only a unit that was given a date has one: where the date was taken back, or the unit opened before it, the event is cancelled. */
function openingEntry({ actor, lang, plan }: CourseDates, unit: CourseUnit): CalendarEntry | null {
  const { opensAt, lastOpensAt, changedAt, version, state } = unit.release;
  const startsAt = opensAt ?? lastOpensAt;
  if (!startsAt || !changedAt) return null;
  const hasOpened = state === 'published' && startsAt <= plan.now && startsAt <= changedAt;
  return {
    uid: `opening-${actor.course.id}-${unit.key}@attrait`,
    kind: 'opening',
    week: null,
    title: calendarTexts[lang].opening(unit.number, unit.title[lang]),
    startsAt,
    endsAt: null,
    place: '',
    changedAt,
    path: unit.isOpen ? unitAt(actor, unit.key) : null,
    isCancelled: opensAt === null && !hasOpened,
    sequence: version - 1,
  };
}

function deadlineEntry({ actor, lang }: CourseDates, assignment: string, stage: CourseStage): CalendarEntry {
  const address = `/courses/${actor.course.slug}/assignments/${assignment}`;
  return {
    uid: `deadline-${stage.id}@attrait`,
    kind: 'deadline',
    week: null,
    place: '',
    title: calendarTexts[lang].deadline(stage.spec.number, stage.spec.title[lang]),
    startsAt: stage.dueAt,
    endsAt: null,
    sequence: stage.version - 1,
    changedAt: stage.changedAt,
    path: isStaff(actor) ? address : `${address}/stages/${stage.spec.key}`,
    isCancelled: false,
  };
}

/** No file asks for it any more, so nothing but its number is left to name it by. */
const withdrawnEntry = ({ lang }: CourseDates, { id, number, dueAt, version, changedAt }: WithdrawnStage): CalendarEntry => ({
  uid: `deadline-${id}@attrait`,
  kind: 'deadline',
  week: null,
  place: '',
  path: null,
  title: calendarTexts[lang].withdrawn(number),
  startsAt: dueAt,
  endsAt: null,
  isCancelled: true,
  sequence: version,
  changedAt,
});

const unitAt = ({ course }: CourseActor, unit: string): string => `/courses/${course.slug}/units/${unit}`;
