import { Injectable } from '@nestjs/common';
import { type CourseAssignment, AssignmentsService } from '../../assignments/index.js';
import { newestFrom } from '../../announcements/index.js';
import { type CoursePlan, courseUnit, CurriculumContent } from '../../curriculum/index.js';
import { monthAsked, monthOf } from '../../exchange/index.js';
import type { Lang } from '../../kernel/localised.js';
import { dayOf } from '../../platform/clock/zoned.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { DueStage } from '../student/due.js';
import type { CourseHome } from './home.js';
import type { HomeFacts } from './home.queries.js';
import { nextClassOf, weekAt } from './week.js';

export interface HomeAsked {
  readonly actor: CourseActor;
  readonly lang: Lang;
  /** The month to show, as the address has it. */
  readonly month: unknown;
}

/** What the homes of all roles share: the week, the units, the calendar, and the stages that are asked for. */
@Injectable()
export class CourseHomeService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly assignments: AssignmentsService,
  ) {}

  of(asked: HomeAsked, { plan, stages: row, newest }: HomeFacts): { home: CourseHome; stages: readonly DueStage[] } {
    const stages = stagesOf(this.assignments.listFrom(asked.actor, row));
    return { home: { ...this.homeOf(asked, plan, stages), announcements: newestFrom(newest, asked.lang) }, stages };
  }

  private homeOf({ actor, lang, month }: HomeAsked, plan: CoursePlan, stages: readonly DueStage[]): Omit<CourseHome, 'announcements'> {
    const { slug, timeZone: zone } = actor.course;
    const { now, meetings } = plan;
    const weeksOf = (key: string): number[] => meetings.filter(({ unit }) => unit === key).map(({ week }) => week);
    const units = this.content.units().map((unit) => ({ ...courseUnit(unit, actor, plan), weeks: weeksOf(unit.key) }));
    const week = weekAt(meetings, now, zone);
    const unit = units.find(({ key }) => key === week?.meeting.unit) ?? null;
    const deck = unit && this.content.deckLength(unit.key, lang);
    const today = dayOf(now, zone);
    const classes = new Set(meetings.filter(({ isCancelled }) => !isCancelled).map(({ day }) => day));
    const dues = new Set(stages.map(({ stage }) => dayOf(stage.dueAt, zone)));
    return {
      course: slug,
      zone,
      now,
      week,
      unit,
      units,
      nextClass: nextClassOf(meetings, now),
      deck: deck && unit && { lang: deck.lang, slides: deck.slides, isOpen: unit.open || unit.isOpen },
      month: monthOf(monthAsked(month, today), { today, classes, dues }),
    };
  }
}

const stagesOf = (assignments: readonly CourseAssignment[]): DueStage[] =>
  assignments.flatMap(({ content, stages }) => stages.map((stage) => ({ assignment: content.key, stage })));
