import { Injectable } from '@nestjs/common';
import { CurriculumContent } from '../../curriculum/index.js';
import { type OwnMark, ResultsService } from '../../grading/index.js';
import { dayOf } from '../../platform/clock/zoned.js';
import { TeamsService } from '../../teams/index.js';
import { CourseHomeService, type HomeAsked } from '../course/course-home.service.js';
import { type DueStage, nextDue } from './due.js';
import { unitSteps } from './unit-steps.js';
import type { CourseHome, ReturnedMark, StudentHome } from '../course/home.js';
import { HomeQueries, type StageWork } from '../course/home.queries.js';

/** A student's home, gathered from the rooms before this one in six statements that run side by side. */
@Injectable()
export class StudentHomeService {
  constructor(
    private readonly homes: CourseHomeService,
    private readonly teams: TeamsService,
    private readonly results: ResultsService,
    private readonly queries: HomeQueries,
    private readonly content: CurriculumContent,
  ) {}

  async read(asked: HomeAsked): Promise<StudentHome> {
    const { actor } = asked;
    const [{ home, stages, progress }, team, works, marks] = await Promise.all([
      this.homes.read(asked),
      this.teams.findMine(actor),
      this.queries.workOf(actor),
      this.results.listOwn(actor),
    ]);
    if (!progress) throw new Error('This home is a student’s.');
    return {
      ...home,
      team,
      progress,
      steps: home.unit?.isOpen ? unitSteps(home.unit.key, progress, this.content) : [],
      due: nextDue(stages, works, home.now),
      dueThisWeek: dueInWeekOf(home, stages, works),
      returned: returnedFrom(marks, stages),
    };
  }
}

function dueInWeekOf({ week, zone }: CourseHome, stages: readonly DueStage[], works: readonly StageWork[]): StudentHome['dueThisWeek'] {
  if (!week) return [];
  const due = stages.filter(({ stage }) => dayOf(stage.dueAt, zone) >= week.monday && dayOf(stage.dueAt, zone) <= week.sunday);
  return due.map((one) => ({ ...one, handedInAt: works.find(({ stageId }) => stageId === one.stage.id)?.attempt?.at ?? null }));
}

function returnedFrom(marks: readonly OwnMark[], stages: readonly DueStage[]): ReturnedMark[] {
  const newestFirst = [...marks].sort((one, other) => other.postedAt.getTime() - one.postedAt.getTime());
  return newestFirst.flatMap(({ stageId, submissionId, points, postedAt, content }) => {
    const found = stages.find(({ stage }) => stage.id === stageId)?.stage.spec;
    return found ? [{ submissionId, points, postedAt, outOf: content.outOf, title: found.title, number: found.number }] : [];
  });
}
