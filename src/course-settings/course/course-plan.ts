import type { StageSpec } from '../../assignments/index.js';
import type { NewMeeting } from '../../curriculum/index.js';
import { addDays, type Day, instantOf, mondayOf } from '../../platform/clock/zoned.js';
import { CALENDAR } from './calendar.js';

export interface Timetable {
  /** The day of the first class; the others follow on the same weekday. */
  readonly firstDay: Day;
  /** Hours in the course's zone, `18:30`. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Any day of each week without a class: the classes behind it come a week later. */
  readonly pauses?: readonly Day[];
}

export interface StageDates {
  readonly opensAt: Date;
  readonly dueAt: Date;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The days of so many classes. Days are added to days, never hours to instants: a change of time moves no class. */
export function classDays({ firstDay, pauses = [] }: Timetable, count: number): Day[] {
  const off = new Set(pauses.map(mondayOf));
  const days: Day[] = [];
  for (let day = firstDay; days.length < count; day = addDays(day, 7)) if (!off.has(mondayOf(day))) days.push(day);
  return days;
}

/** The day of the class of a week, counted from 1. */
export const dayOfWeek = (timetable: Timetable, week: number): Day => classDays(timetable, week).at(-1)!;

export function planMeetings(timetable: Timetable): NewMeeting[] {
  const days = classDays(timetable, CALENDAR.length);
  return CALENDAR.map(({ unit, title }, index) => {
    const day = days[index]!;
    const [startsAt, endsAt] = [instantOf(day, timetable.from, timetable.zone), instantOf(day, timetable.to, timetable.zone)];
    return { week: index + 1, unit, title, startsAt, endsAt };
  });
}

/** When a stage is due, by the week and weekday its assignment names. */
export function dueOf(timetable: Timetable, { due }: Pick<StageSpec, 'due'>): Date {
  const monday = mondayOf(dayOfWeek(timetable, due.week));
  return instantOf(addDays(monday, WEEKDAYS.indexOf(due.weekday)), due.time, timetable.zone);
}

/** The first stage opens with the first class, each other one when the stage before it is due. */
export function planStages(timetable: Timetable, stages: readonly Pick<StageSpec, 'key' | 'due'>[]): Map<string, StageDates> {
  const plan = new Map<string, StageDates>();
  let opensAt = instantOf(timetable.firstDay, timetable.from, timetable.zone);
  for (const stage of stages) {
    const dueAt = dueOf(timetable, stage);
    plan.set(stage.key, { opensAt, dueAt });
    opensAt = dueAt;
  }
  return plan;
}
