import { Injectable } from '@nestjs/common';
import { CurriculumContent, ProgressService } from '../../curriculum/index.js';
import type { OwnMarksRow } from '../../grading/index.js';
import { dayOf } from '../../platform/clock/zoned.js';
import { CourseHomeService, type HomeAsked } from '../course/course-home.service.js';
import { type DueStage, nextDue } from './due.js';
import { unitSteps } from './unit-steps.js';
import type { CourseHome, ReturnedMark, StudentHome } from '../course/home.js';
import { HomeQueries, type StageWork } from '../course/home.queries.js';

/** A student's home, gathered from the rooms before this one in one statement. */
@Injectable()
export class StudentHomeService {
  constructor(
    private readonly homes: CourseHomeService,
    private readonly progress: ProgressService,
    private readonly queries: HomeQueries,
    private readonly content: CurriculumContent,
  ) {}

  async read(asked: HomeAsked): Promise<StudentHome> {
    const { actor } = asked;
    const { marks, team, works, returned, ...facts } = await this.queries.ofStudent(actor);
    const { home, stages } = this.homes.of(asked, facts);
    const progress = this.progress.ofMarks(actor, marks);
    if (!progress) throw new Error('This home is a student’s.');
    return {
      ...home,
      team,
      progress,
      steps: home.unit?.isOpen ? unitSteps(home.unit.key, progress, this.content) : [],
      due: nextDue(stages, works, home.now),
      dueThisWeek: dueInWeekOf(home, stages, works),
      returned: returnedFrom(returned, stages),
    };
  }
}

function dueInWeekOf({ week, zone }: CourseHome, stages: readonly DueStage[], works: readonly StageWork[]): StudentHome['dueThisWeek'] {
  if (!week) return [];
  const due = stages.filter(({ stage }) => dayOf(stage.dueAt, zone) >= week.monday && dayOf(stage.dueAt, zone) <= week.sunday);
  return due.map((one) => ({ ...one, handedInAt: works.find(({ stageId }) => stageId === one.stage.id)?.attempt?.at ?? null }));
}

function returnedFrom({ returned }: OwnMarksRow, stages: readonly DueStage[]): ReturnedMark[] {
  const marks = (returned ?? []).flatMap(({ stageId, postedAt, ...mark }) => {
    const found = stages.find(({ stage }) => stage.id === stageId)?.stage.spec;
    return found ? [{ ...mark, postedAt: new Date(postedAt), title: found.title, number: found.number }] : [];
  });
  return marks.sort((one, other) => other.postedAt.getTime() - one.postedAt.getTime());
}
