import { Injectable } from '@nestjs/common';
import { type AskedAssignment, AssignmentsService } from '../assignments/index.js';
import { type CoursePlan, courseUnit, CurriculumContent, CurriculumService } from '../curriculum/index.js';
import type { Lang } from '../kernel/localised.js';
import { dayOf } from '../platform/clock/zoned.js';
import type { CourseActor, CourseRole } from '../platform/security/actor.js';
import { TeamsService } from '../teams/index.js';
import { type DueStage, nextDue } from './due.js';
import type { CourseHome, Home, StaffHome, StudentHome } from './home.js';
import { HomeQueries, type StageWork } from './home.queries.js';
import { monthAsked, monthOf } from './month.js';
import { weekAt } from './week.js';

export interface HomeAsked {
  readonly actor: CourseActor;
  readonly lang: Lang;
  /** The month to show, as the address has it. */
  readonly month: unknown;
}

/** Gathers the home of each role from the rooms before this one, in a handful of statements that run side by side. */
@Injectable()
export class HomeService {
  constructor(
    private readonly curriculum: CurriculumService,
    private readonly content: CurriculumContent,
    private readonly assignments: AssignmentsService,
    private readonly teams: TeamsService,
    private readonly queries: HomeQueries,
  ) {}

  read(asked: HomeAsked): Promise<Home> {
    const { role } = asked.actor;
    return role === 'student' ? this.studentHome(asked) : this.staffHome(asked, role);
  }

  private async studentHome(asked: HomeAsked): Promise<StudentHome> {
    const { actor } = asked;
    const [plan, assignments, team, works, marks] = await Promise.all([
      this.curriculum.plan(actor),
      this.assignments.list(actor),
      this.teams.findMine(actor),
      this.queries.workOf(actor),
      this.queries.returnedTo(actor),
    ]);
    const stages = stagesOf(assignments);
    const home = this.courseHome(asked, plan, stages);
    return {
      ...{ ...home, role: 'student', team },
      due: nextDue(stages, works, plan.now),
      dueThisWeek: dueInWeekOf(home, stages, works),
      returned: marks.flatMap((mark) => {
        const found = stages.find(({ stage }) => stage.id === mark.stageId)?.stage.spec;
        return found ? [{ ...mark, title: found.title, number: found.number, outOf: found.points }] : [];
      }),
    };
  }

  private async staffHome(asked: HomeAsked, role: Exclude<CourseRole, 'student'>): Promise<StaffHome> {
    const { actor } = asked;
    const [plan, assignments, queues] = await Promise.all([
      this.curriculum.plan(actor),
      this.assignments.list(actor),
      this.queries.queueOf(actor),
    ]);
    const stages = stagesOf(assignments);
    const queue = stages.flatMap(({ stage }) => queues.filter(({ stageId }) => stageId === stage.id).map((one) => ({ ...one, stage })));
    return { ...this.courseHome(asked, plan, stages), role, hasSections: actor.sectionIds.length > 0, queue };
  }

  private courseHome({ actor, lang, month }: HomeAsked, plan: CoursePlan, stages: readonly DueStage[]): CourseHome {
    const { slug, timeZone: zone } = actor.course;
    const { now, meetings } = plan;
    const weeksOf = (key: string): number[] => meetings.filter(({ unit }) => unit === key).map(({ week }) => week);
    const units = this.content.units().map((unit) => ({ ...courseUnit(unit, actor, plan), weeks: weeksOf(unit.key) }));
    const week = weekAt(meetings, now, zone);
    const unit = units.find(({ key }) => key === week?.meeting.unit) ?? null;
    const deck = unit && this.content.deck(unit.key, lang);
    const today = dayOf(now, zone);
    const classes = new Set(meetings.map(({ startsAt }) => dayOf(startsAt, zone)));
    const dues = new Set(stages.map(({ stage }) => dayOf(stage.dueAt, zone)));
    return {
      ...{ course: slug, zone, now, week, unit, units },
      deck: deck && unit && { lang: deck.lang, slides: deck.slides.length, isOpen: unit.open || unit.isOpen },
      month: monthOf(monthAsked(month, today), { today, classes, dues }),
    };
  }
}

const stagesOf = (assignments: readonly AskedAssignment[]): DueStage[] =>
  assignments.flatMap(({ content, stages }) => stages.map((stage) => ({ assignment: content.key, stage })));

function dueInWeekOf({ week, zone }: CourseHome, stages: readonly DueStage[], works: readonly StageWork[]): StudentHome['dueThisWeek'] {
  if (!week) return [];
  const due = stages.filter(({ stage }) => dayOf(stage.dueAt, zone) >= week.monday && dayOf(stage.dueAt, zone) <= week.sunday);
  return due.map((one) => ({ ...one, handedInAt: works.find(({ stageId }) => stageId === one.stage.id)?.attempt?.at ?? null }));
}
